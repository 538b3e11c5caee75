"""Closed classes of English and the nouns of newswriting."""

import re

from workbench.text.wordlists import listed

PRONOUNS = frozenset(listed("he she they i we it you one"))
PERSONAL = frozenset(["he", "she", "they"])
"""Pronouns that stand for somebody named elsewhere in the article."""

GENDER = {"it": "n", "its": "n", "they": "p", "their": "p", "he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your"])
OBJECT_PRONOUNS = frozenset(listed("him her them me us it you himself herself themselves itself"))
RELATIVES = frozenset(["who", "whom", "which", "whose"])

# Words that stand for somebody by themselves: "one said", "others argued", "another told".
INDEFINITE = frozenset(
    listed("""another others some many most several few both all none everyone someone nobody somebody anyone either neither critics""")
)

ARTICLES = frozenset(["a", "an", "the"])
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | frozenset(
        listed(
            """this that these those another some any each every no both several many most few one two three four
            five six seven eight nine ten other"""
        )
    )
)

# Words that open a clause of its own, so that a subject does not reach over them.
SUBORDINATORS = frozenset(
    listed(
        """that as while when whenever if because although though since whether until unless where why how once whereas than before after so what
    lest"""
    )
)
COORDINATORS = frozenset(["and", "but", "or", "nor", "yet", "then"])

PREPOSITIONS = frozenset(
    listed(
        """in on at by for from of with to about after before during under over against between among amid into through within without across along
    around behind below beneath beside besides beyond despite down except inside near off outside past since throughout toward towards until
    up upon via per like unlike regarding concerning including following according"""
    )
)

ADVERBS = frozenset(
    listed(
        """also then later now still again just even once twice ever never always often sometimes soon already not n't further furthermore meanwhile
    however instead perhaps rather too simply merely only thus hence therefore afterward afterwards earlier yesterday today tomorrow tonight
    so far back first long since recently reportedly famously flatly ever there here almost ago out much quite else well though moreover
    nonetheless nevertheless indeed once before"""
    )
)
NOT_ADVERBS = frozenset(
    listed("""family ally reply supply italy july assembly early only daily weekly monthly elderly friendly likely rally police""")
)

WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
MONTHS = frozenset(
    listed(
        """january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"""
    )
)
TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        listed("""yesterday today tomorrow tonight morning afternoon evening night week month year weekend later earlier last next recently""")
    )
)

# Titles that stand before a name and belong to it; lower case without the full stop.
TITLES = frozenset(
    listed(
        """mr mrs ms miss mx dr prof sir dame lord lady sheikh sheik imam ayatollah haj hajj father rev reverend rabbi pastor sister brother bishop
    archbishop cardinal pope king queen prince princess emir sultan gen general maj major col colonel lt lieutenant capt captain sgt sergeant
    brig brigadier adm admiral cmdr commander cpl corporal sen senator rep representative gov governor president premier chancellor minister
    secretary ambassador judge justice chief attorney coach professor doctor detective inspector officer spokesman spokeswoman spokesperson mp
    mep vice prime deputy first lady former ex-president president-elect undersecretary congressman congresswoman mayor sheriff lawyer analyst
    director chairman chairwoman activist author actor actress singer journalist correspondent candidate councillor alderman delegate"""
    )
)
MALE_TITLES = frozenset(listed("""mr sir lord king prince father brother spokesman congressman chairman businessman sheikh imam pope"""))
FEMALE_TITLES = frozenset(
    listed("""mrs ms miss lady dame queen princess sister spokeswoman congresswoman chairwoman businesswoman actress mother wife daughter""")
)

# Abbreviations whose full stop ends no sentence.
ABBREVIATIONS = (
    TITLES
    | MONTHS - {"may", "march"}
    | frozenset(listed("""st jr sr vs etc no inc ltd co corp dept u.s u.k u.n e.g i.e d-n d-calif r-ky r-wis r-fla d-vt approx cf al"""))
)

# What one speaks in or through: nouns that attribute ("in a statement from …", "the mayor's remark that …").
SPEECH_NOUNS = frozenset(
    listed(
        """statement interview comment comments remark remarks claim claims message tweet tweets letter speech warning promise vow pledge call
    announcement declaration testimony post email e-mail memo op-ed essay column book memoir report argument assertion accusation allegation
    complaint observation suggestion response reply answer question appeal criticism slogan motto mantra quip joke phrase word words line
    description characterisation characterization reference denial admission insistence contention view opinion belief assessment conclusion
    prediction demand apology quote quotation refrain rhetoric pitch address text plea advice attack
    chant cry shout verdict tirade rant outburst jibe taunt retort rebuttal rejoinder diatribe boast oath"""
    )
)

# Nouns for outlets, to know one by its description or by a part of its name.
OUTLET_NOUNS = frozenset(
    listed(
        """outlet newspaper paper station channel network agency website site magazine broadcaster daily weekly radio television tv programme program
    show podcast blog publication journal tabloid newswire portal platform"""
    )
)
OUTLET_NAME_PARTS = frozenset(
    listed(
        """news times post tv fm radio press agency journal today herald daily tribune telegraph guardian observer independent network magazine
    channel chronicle gazette mail mirror sun star standard globe inquirer examiner dispatch review newspaper report weekly broadcasting
    television week monitor bulletin courier record register sentinel online"""
    )
)
KNOWN_OUTLETS = frozenset(
    listed(
        """cnn bbc nbc abc cbs msnbc cnbc pbs npr reuters ap afp upi sana irna tass ria interfax xinhua anadolu bloomberg politico axios vox slate
    salon buzzfeed breitbart huffpost vice wired fortune forbes time newsweek esquire variety billboard guardian al-jazeera aljazeera jazeera
    alarabiya al-arabiya al-hayat al-akhbar as-safir an-nahar alhurra all4syria medium mic telesur zaman al-ahram haaretz ynet itv c-span
    usatoday bild spiegel zeit welt stern monde figaro libération pravda kommersant novosti sky espn tmz npr's fox"""
    )
)
CHANNELS = frozenset(listed("""twitter facebook instagram telegram youtube tiktok snapchat whatsapp weibo linkedin reddit truth x threads"""))

WORD = re.compile(r"[^\W_]")
