"""Where a text denies something: Arabic, written and spoken, and English.

The Arabic list is the strict one: ما is left out where it also means “what” (it counts in the spoken ما رح, ما عاد, ماكو), and ليس and its
sisters count in all persons. Phrases in which the particle denies nothing (لا يزال, لا بد, ليس إلا) are taken out first.
"""

import re
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets

# written with folded letters; `\b` works on Arabic letters too
_DENIES_NOTHING = re.compile(
    r"\b[وف]?(?:لا (?:يزال|تزال|زال|زالت|يزالون|نزال|ازال|بد|سيما|شك|ريب|محاله)|ما (?:زال|زالت|زالوا|زلنا|يزال|لم يكن)|لم (?:يزل|تزل|يزالوا)|"
    r"ليس (?:فقط|هذا فحسب|الا)|لا (?:يقتصر|تقتصر)|لم (?:يكتف|تكتف)|لا (?:يخلو|تخلو)|لا (?:يقل|تقل) عن|لا (?:اله|حول)|ان لم يكن|لماذا لا|لا (?:فقط|"
    r"لشيء)|"
    r"(?:نادرا|كثيرا|غالبا|عاده|سرعان|قليلا|حين|عند|مثل|بقدر|كل|رغم|بعد|قبل|اذا|وقت) ما)\b"
)
_PARTICLES = r"لم|لن|لا|[بل]?عدم|بدون"
_LAYSA = r"ليس|ليست|ليسوا|ليسا|ليستا|لست|لسنا|لستم|لسن|لسنا"
_SPOKEN = (
    r"مش|مو|مب|موب|ماكو|مافي|مافيش|ماحد|محدش|مفيش|معليش|"
    r"ما (?:رح|راح|عم|في|فيه|فيش|عاد|حد|بدي|بدنا|بده|بدها|بدهم|كان|كنا|حدا|عندنا|عندي|الي|النا|قدر|قدرنا|بقدر|شفنا|شفت|عرفنا|خلو|خلونا|اجا|اكو|صار)"
)
_SPOKEN_CIRCUMFIX = r"ما\s?\w{2,}ش"
_NOUNS = r"(?:ب)?(?:عدم|دون|بدون|بلا|غير|انعدام|من غير)|دونما|سوي"
_STRICT = re.compile(rf"\b[وف]?(?:{_PARTICLES}|{_LAYSA}|{_SPOKEN}|{_SPOKEN_CIRCUMFIX})\b")
_WIDE = re.compile(
    rf"\b[وفال]{{0,2}}(?:{_PARTICLES}|{_LAYSA}|{_SPOKEN}|{_SPOKEN_CIRCUMFIX}|{_NOUNS}|ما|الا|يرفض\w*|ترفض\w*|رفض\w*|نفي\w*|ينفي\w*|تنفي\w*|"
    r"فشل\w*|تفشل\w*|يفشل\w*|منع\w*|يمنع\w*|تمنع\w*|حظر\w*|يحظر\w*|تجنب\w*|يتجنب\w*|نقص\w*|استحال\w*|يستحيل|مستحيل\w*|نادر\w*|"
    r"بالكاد|قلما|افتقار\w*|تفتقر|يفتقر\w*|عجز\w*|يعجز\w*|تعجز|خال\w{0,2}|ضد|الغا\w*|الغي\w*|توقف\w*|كف|انكر\w*|ينكر\w*|امتنع\w*|فقد\w*|"
    r"غاب\w*|غياب|ابدا|يمتنع\w*|لولا|بمناي|كلا)\b"
)

# n’t also as a wrong decoding leaves it
_STRICT_ENGLISH = re.compile(
    r"\b(?:not|cannot|never|no longer|none|nobody|nothing|nowhere|neither|nor|without|no one|no)\b|n(?:['’]|â€™)t\b",
    re.IGNORECASE,
)
# “not only … but”, “no doubt”, “nothing but”, “No. 3” deny nothing either
_ENGLISH_DENIES_NOTHING = re.compile(
    r"\b(?:not (?:only|just|merely|least)|no doubt|no\. ?\d|nothing but|why not|whether or not|or not|if not|none other|no less than|no matter|"
    r"not to mention|nothing less than|no sooner)\b",
    re.IGNORECASE,
)
_HINTS_ENGLISH = re.compile(
    r"\b(?:un(?!til|der|it|ion|iv|iq|cles?\b|to\b)\w{4,}|in(?:ability|capable|adequate|sufficient|visible|accurate|complete|correct|credibl\w+|"
    r"effective|evitabl\w+|frequent\w*|secur\w+|stab\w+|justice|valid|human)|im(?:possib\w+|probab\w+|moral|mun\w+|partial|polite|perfect|potent)|"
    r"ir(?:regular\w*|re[lpstv]\w{4,}|rational)|il(?:legal\w*|licit|literate|logical)|non-?\w{3,}|\w{2,}less(?:ly|ness)?(?<!unless)|"
    r"dis(?:agre\w+|appear\w*|lik\w+|regard\w*|belie\w+|satisf\w+|approv\w+|courag\w+|qualif\w+|put\w+|miss\w*|trust\w*|obe\w+)|"
    r"fail\w*|den(?:y|ies|ied|ying|ial)|refus\w+|reject\w*|prevent\w*|avoid\w*|lack\w*|absen\w+|barely|hardly|scarcely|rare|rarely|seldom|little|"
    r"few|fewer|ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|stop\w*|halt\w*|ceas\w+|rather than|instead|unless|except\w*|other than|only|"
    r"miss(?:ed|es|ing)?|los[est]\w*|loss|out of|out-of-\w+|rule[sd]? out|far from|cancel\w*|abandon\w*|with(?:hold|held)\w*|short of|vain|impunity|"
    r"regardless|neglect\w*|ignor\w+|exclud\w+|spar(?:e|ed|ing)|shortage|hard to|difficult to|too \w+ to|let alone|declin\w+|unable|yet to|"
    r"silen\w+|quit|empty|end(?:ed|s)? (?:up|the|its|his|their)|escap\w+|resist\w*|weak\w*|bereft|devoid|refrain\w*|(?:keep|keeps|keeping|kept|"
    r"stay|stays|stayed) (?:away|out|off|from)|free (?:of|from)|excus\w+|at least|"
    r"whatever|any more|anymore|mis(?:trust|tak|understand|represent)\w*|just|merely|simply|unique\w*|incredib\w+|"
    r"indispensab\w+|essential\w*|lest|less than|at most|up to|no more|otherwise|apart from|anonym\w+|betray\w*|breach\w*|violat\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def arabic(text: str) -> tuple[Span, ...]:
    """The particles that surely deny something.

    >>> [span.of("لم نعد نقيس، ولا يزال المقياس هنا") for span in arabic("لم نعد نقيس، ولا يزال المقياس هنا")]
    ['لم']
    >>> [span.of("ما رح نرجع ومش خايفين") for span in arabic("ما رح نرجع ومش خايفين")]
    ['ما رح', 'ومش']
    """
    folded = fold_with_offsets(text)
    meant = _blank(_DENIES_NOTHING, folded.text)
    return tuple(folded.original(Span(*match.span())) for match in _STRICT.finditer(meant))


@lru_cache(maxsize=256)
def english(text: str) -> tuple[Span, ...]:
    """The words that surely deny something.

    >>> [span.of("It didn’t stop, not only here") for span in english("It didn’t stop, not only here")]
    ['n’t']
    """
    meant = _blank(_ENGLISH_DENIES_NOTHING, text)
    return tuple(Span(*match.span()) for match in _STRICT_ENGLISH.finditer(meant))


def hinted_in_arabic(text: str) -> bool:
    """Whether anything could stand for an English “not”: prefixes and nouns (عدم, غير), verbs of refusing and failing, also ما."""
    return _WIDE.search(fold_with_offsets(text).text) is not None


@lru_cache(maxsize=256)
def hints_in_english(text: str) -> int:
    """How many words could stand for an Arabic negation: un-, -less, fail, deny, refuse, few, only, unless.

    >>> hints_in_english("unless they refused"), hints_in_english("until the union was under way")
    (2, 0)
    """
    return sum(1 for _ in _HINTS_ENGLISH.finditer(text))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches replaced by as many spaces, so that offsets stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)
