"""Verbs: those that report speech, those that only may, and enough others to see where a clause has its verb."""

from enum import Enum
from functools import cache
from typing import NamedTuple

from workbench.text.wordlists import listed


class Strength(Enum):
    """How surely a verb reports words."""

    SPEECH = 3.0
    ATTITUDE = 1.6
    WEAK = 0.6


class Form(Enum):
    """What form of the verb a word is."""

    BASE = "base"
    FINITE = "finite"
    DONE = "past participle only"
    PARTICIPLE = "-ing"


class CueWord(NamedTuple):
    """A form of a reporting verb."""

    lemma: str
    form: Form
    strength: Strength


# Verbs whose object is what was said. "go" and "be like" are left out: too often something else.
SPEECH = listed(
    """say tell ask add reply answer respond explain argue claim insist write tweet retweet declare announce note warn stress state remark comment
    continue recall observe assert allege maintain confirm acknowledge admit concede suggest predict caution emphasise emphasize underline
    reiterate repeat exclaim quip joke shout yell whisper mutter chant cry proclaim testify report contend counter retort interject opine muse
    reason elaborate clarify complain lament boast brag counsel advise recount disclose reveal volunteer vow promise pledge swear
    threaten deny dispute tout urge demand plead implore beg hint imply intone intimate post email text message recite stipulate hiss snap sigh
    scream growl grumble bellow roar thunder deadpan gush rave rant scoff sneer crow gloat affirm attest aver avow inform notify assure remind
    narrate inquire enquire query wonder write preach sing mouth caption captioned blog pronounce profess posit theorize theorise speculate
    surmise venture protest apologise apologize riposte rejoin bark croak drawl bemoan enthuse gripe grouse whine whinge fume splutter sputter
    stammer stutter murmur mumble moan groan squeal shriek yelp bawl holler wail sob chortle giggle cackle chime blurt marvel recollect reminisce
    concur forewarn hypothesise hypothesize postulate rationalise rationalize specify summarise summarize vouch highlight underscore forecast
    trumpet confide divulge beseech entreat exhort rebut refute recant retract backtrack scrawl scribble repost harrumph guffaw
    reckon prophesy decree dictate expound philosophise philosophize remonstrate rhapsodise rhapsodize seethe spit thunder vent"""
)

# Verbs that name or judge: “called it a ‘disgrace’”. What they quote is often a few words.
ATTITUDE = listed(
    """call describe dub brand label characterise characterize term style refer accuse criticise criticize denounce decry condemn blast slam attack
    praise hail laud applaud commend mock ridicule deride dismiss reject rebuke chide scold lambast lambaste rail tar slap defend blame portray
    depict cast paint liken compare deem consider voice express cite quote mention invoke outline detail address discuss speak talk signal
    indicate communicate convey propose recommend order instruct command direct call challenge appeal charge welcome thank congratulate greet
    salute nickname christen title entitle identify declaim lecture taunt tease jeer heckle berate shrug laugh smile grin chuckle nod wink
    denigrate malign disparage vilify castigate excoriate demonise demonize admonish reprimand upbraid reproach censure deplore savage skewer
    lampoon caricature satirise satirize smear extol celebrate champion lionise lionize herald define classify categorise categorize designate
    rate diagnose justify excuse advertise oppose resist reassure cheer boo evoke"""
)

# Thought and wish: they report, but what is quoted after them is often someone else's slogan.
WEAK = listed(
    """think believe feel know hope fear want expect see hear learn understand realise realize remember worry doubt suspect decide plan intend seek
    support back favour favor hate hold regard view mean prefer dream imagine guess assume figure reckon anticipate wish regret
    appreciate trust care fret read agree disagree object conclude rule find"""
)

# Other verbs of the news: only to see that a clause has its verb there.
OTHER = listed(
    """accept achieve act aim allow appear apply approach approve arrest arrive avoid ban battle bear beat become belong break bring build buy
    campaign carry catch cause change check choose clash close collapse come commit compete complete conduct contain control convince cost cover
    create cross cut date deal defeat deliver deploy depend destroy detain develop die draw drive drop earn eat emerge employ end endorse enter
    escape establish exist face fail fall fight file fill finish flee fly follow force form gain gather get give go grow guide hang happen head
    help hide hit host ignore impose improve include increase injure invite involve issue join jump keep kick kill lack launch lay lead leave
    lie lift listen live look lose make march marry meet miss move need offer open operate organise organize owe own pass pay perform place play
    prepare present press prevent produce protect prove provide publish pull purchase push put raise reach receive recognise recognize reduce
    refuse release remain remove replace represent require resign resist return ride rise run save seem seize sell send serve set settle shake
    share shift shoot shut sign sit sleep slip smile solve sound spark spend split stage stand start stay steal step stop strike struggle suffer
    support surround survive take target teach throw tie touch travel trigger try turn unveil use visit vote wait walk warm watch wear win
    withdraw work attribute begin show point sue cancel resume rush sweep gather"""
)

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "swear": "swore sworn", "sing": "sang sung", "think": "thought",
    "feel": "felt", "know": "knew known", "see": "saw seen", "hear": "heard", "learn": "learned learnt", "understand": "understood",
    "mean": "meant", "hold": "held", "show": "showed shown", "go": "went gone", "beg": "begged", "begin": "began begun", "speak": "spoke spoken",
    "cast": "cast", "find": "found", "become": "became", "bear": "bore borne", "beat": "beat beaten", "break": "broke broken",
    "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came", "cost": "cost",
    "cut": "cut", "deal": "dealt", "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
    "fight": "fought", "flee": "fled", "fly": "flew flown", "get": "got gotten", "give": "gave given", "grow": "grew grown", "hang": "hung",
    "hide": "hid hidden", "hit": "hit", "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lie": "lay lain", "lose": "lost",
    "make": "made", "meet": "met", "pay": "paid", "put": "put", "ride": "rode ridden", "rise": "rose risen", "run": "ran", "sell": "sold",
    "send": "sent", "set": "set", "shake": "shook shaken", "shoot": "shot", "shut": "shut", "sit": "sat", "sleep": "slept", "spend": "spent",
    "split": "split", "stand": "stood", "steal": "stole stolen", "strike": "struck", "take": "took taken", "teach": "taught",
    "throw": "threw thrown", "wear": "wore worn", "win": "won", "withdraw": "withdrew withdrawn", "forget": "forgot forgotten",
    "dream": "dreamed dreamt", "lament": "lamented", "spit": "spat", "forecast": "forecast", "sweep": "swept",
}  # fmt: skip

_ALSO_PAST = frozenset(["learnt", "dreamt"])

# Verbs of more than one syllable stressed on the last, which double their consonant; short ones are found by their shape.
_DOUBLING = frozenset(listed("admit commit refer regret begin forget submit permit quip"))

AUXILIARIES = frozenset(
    listed(
        """is are was were be been being am has have had having do does did will would shall should can could may might must ought isn't aren't wasn't
    weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't"""
    )
)


def forms(lemma: str) -> dict[str, Form]:
    """Every form of a verb.

    >>> sorted(forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    past, *participles = _IRREGULAR.get(lemma, "").split() or [_past(lemma)]
    found = dict.fromkeys(participles, Form.DONE)
    found |= dict.fromkeys([past, _third_person(lemma), *(word for word in participles if word in _ALSO_PAST)], Form.FINITE)
    found[_participle(lemma)] = Form.PARTICIPLE
    found.setdefault(lemma, Form.BASE)
    return found


def _doubles(lemma: str) -> bool:
    short = len(lemma) <= 4 and lemma[-1] in "bdgmnpt" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou"
    return lemma in _DOUBLING or short


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _participle(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"


@cache
def cue_words() -> dict[str, CueWord]:
    """Every form of every reporting verb; where two verbs share a form the surer one has it."""
    table: dict[str, CueWord] = {}
    for strength, lemmas in ((Strength.WEAK, WEAK), (Strength.ATTITUDE, ATTITUDE), (Strength.SPEECH, SPEECH)):
        for lemma in lemmas:
            for word, form in forms(lemma).items():
                table[word] = CueWord(lemma, form, strength)
    return table


@cache
def finite_words() -> frozenset[str]:
    """Forms that can be the verb of a clause, in any of the lists; bare bases are left out: most of them are nouns too."""
    words = {word for lemma in (*SPEECH, *ATTITUDE, *WEAK, *OTHER) for word, form in forms(lemma).items() if form is Form.FINITE}
    return frozenset(words) | AUXILIARIES


@cache
def base_words() -> frozenset[str]:
    """The bare forms, which are verbs after a plural subject or a modal."""
    return frozenset((*SPEECH, *ATTITUDE, *WEAK, *OTHER))
