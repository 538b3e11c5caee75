"""English words that stand in capitals without being spelled out in Arabic letters: they are translated, or are exonyms.

The list is what English news copy capitalises: titles and ranks, institutions, parts of names that are ordinary words, peoples and places with an
Arabic name of their own, days, months, feasts, languages, sports. A name that is missing here only costs a needless hint.
"""

import re
from functools import lru_cache

_GROUPS: dict[str, str] = {
    "function words in titles and headlines": """
        a about above across after again against ahead all along alone also although always am amid among an and another any are as at
        away back be because been before behind being below between both but by can could did didn't do does don't down during each either
        else even ever every few for from go goes got had has have he her here hers him his how i if in inside into is it its just last
        later least less let like live made make many may me means might mine more most much must my near neither never next no nor not
        nothing now of off often on once one only or other our ours out outside over own per perhaps please rather same say says see she
        should since so some soon still such than that the their theirs them then there these they this those though three through time to
        today together tomorrow too toward towards two under unless until up upon us very was we well were what when where whether which
        while who whom whose why will with within without would yes yesterday yet you your yours
    """,
    "titles, ranks, offices": """
        mr mrs ms miss sir madam lord lady dame dr doctor prof professor rev reverend father mother brother sister saint st imam sheikh
        shaykh ayatollah pope bishop archbishop cardinal rabbi king queen prince princess emir sultan emperor president vice premier prime
        minister deputy chancellor secretary undersecretary ambassador envoy consul governor mayor senator sen sens rep reps
        representative congressman congresswoman speaker leader chief chair chairman chairwoman chairperson director manager head officer
        official commissioner inspector detective constable sergeant sgt corporal private lieutenant lt captain capt major maj colonel col
        brigadier general gen marshal admiral commander cmdr judge justice attorney prosecutor counsel lawyer dean rector coach editor
        reporter correspondent analyst spokesman spokeswoman spokesperson engineer haj hajj martyr jr sr ii iii protector
    """,
    "institutions and the words their names are made of": """
        academy administration agency air airline airlines airport airways alliance army arts assembly associated association authority
        authorities awards bank base battalion board border brigade brigades broadcasting bureau cabinet campaign cathedral center centre
        central chamber chambers channel charter church churches city civil club coalition college command commission committee commons
        community company conference confederation congress constitution constitutional convention corporation corps council country
        county court crescent cross cup customs day defence defense democratic department development directorate district division east
        eastern economic education election electoral embassy emergency energy environment exchange executive facility factions faith
        family fashion federal federation finance financial fire first fleet force forces foreign forum foundation free freedom front fund
        game games gas gate gazette global government great green grand group guard guards gulf hall health high higher highway home
        homeland hospital hotel house human humanitarian industry information inquiry institute institution intelligence interior
        international investigation investment island islands islamic joint journal judicial judiciary jury justice labor labour lake law
        league legislative liberation liberty library local magazine market medical meeting memorial middle military militia ministry
        mission monitoring monetary morning mosque mount mountain mountains movement museum national nations naval navy network new news
        newspaper north northeast northeastern northern northwest northwestern observatory office old olympic olympics open operation
        opposition organisation organization palace park parliament party patriotic peace people peoples people's police policy popular
        port post power press prison programme program project province public radio railway red region regional relations relief report
        republic republican rescue research resistance resolution revolution revolutionary rights river road room royal school science
        sciences sea second security senate service services shield society soccer social south southeast southeastern southern southwest
        southwestern space special square stadium staff standard star state states station statement statistics stock street strip studies
        summit supreme syndicate team telegraph television temple territories territory terrorism theatre times tower town trade training
        transitional treasury treaty tribunal troops tv union united unity university upper valley village voice volunteers war watch
        water week west western white world year young youth zone black blue golden gold silver big little hill hills bay beach bridge
        castle fall spring summer winter autumn minutes support coordination affairs cooperation agriculture minority majority opinion
        poll review weekly daily evening sun mirror mail globe herald tribune guardian observer independent express
    """,
    "parties, faiths, movements": """
        christian christians christianity muslim muslims islam islamist islamists jew jews jewish judaism sunni sunnis shia shiite shiites
        alawite alawites druze catholic catholics protestant protestants orthodox methodist methodists baptist episcopal hindu hindus
        buddhist democrat democrats republican republicans conservative conservatives tory tories labour liberal liberals socialist
        socialists communist communists nationalist nationalists brexit brexiteer brexiteers remainers leave eurosceptic eurosceptics
        jihad jihadist salafi god gods bible koran quran christmas easter ramadan eid passover nazi nazis marxist islamophobia kurd kurds
        kurdish arab arabs arabic turkmen yazidi yazidis bedouin berber
    """,
    "places with an Arabic name of their own, and their peoples": """
        africa african africans albania albanian algeria algerian algerians aleppo america american americans armenia armenian asia asian
        athens atlantic australia australian australians austria austrian austrians beijing belgian belgium brazil brazilian britain
        british briton britons bulgaria cairo canadian caribbean casablanca catalan catalans catalonia china chinese colombian colombians
        croatia croatian cyprus czech damascus danish denmark dutch egypt egyptian egyptians england english ethiopia ethiopian euphrates
        europe european europeans finland finnish france french german germans germany greece greek greeks holland hungarian hungary india
        indian indians indonesian indonesians iran iranian iranians iraq iraqi iraqis ireland irish israel israeli israelis italian
        italians italy japan japanese jerusalem jordan jordanian jordanians korea korean koreans kuwaiti lebanese lebanon levant libya
        libyan libyans london mecca medina mediterranean mexican mexicans morocco moroccan moroccans mosul netherlands nile norway
        norwegian orontes ottoman pacific palestine palestinian palestinians paris persian poland polish portugal portuguese pyongyang
        qatari romania romanian russia russian russians sahara saudi saudis scotland scottish serbia serbian sinai spain spaniard spanish
        sudanese sweden swedish swiss switzerland syria syrian syrians tigris tripoli tunisia tunisian tunisians turk turkey turkish turks
        ukrainian ukrainians uae vienna venice wales welsh yemeni yemenis york zealand cape verde coast ivory algiers nablus hebron tyre
        sidon acre jaffa nazareth jericho bethlehem galilee
    """,
    "days and months": """
        monday tuesday wednesday thursday friday saturday sunday january jan february feb march april apr may june jun july jul august aug
        september sept sep october oct november nov december dec
    """,
    "other words that copy capitalises": """
        internet web facebook twitter instagram youtube google apple amazon email premiership premier championship championships final
        finals semi-final division cancer disease virus covid covid-19 coronavirus study law act bill amendment article chapter section
        plan accord agreement deal initiative pact constitution declaration dialogue talks process mark father's mother's women men
        children kids girl girls boy boys farmer farmers worker workers rock pop love death life ghost bottle pig pump oak habitats
        tracker memory high-school voters struggle priorities bells rangers hearts habitat
    """,
}
_INITIALS = re.compile(r"[A-Z][A-Z0-9.&-]*s?")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(" ".join(_GROUPS.values()).split())


def is_translated(word: str) -> bool:
    """Whether a capitalised English word is one that Arabic translates or writes its own way; initials (UN, U.S.) are, too.

    >>> is_translated("Ministry"), is_translated("Egypt"), is_translated("U.S."), is_translated("Khalaf")
    (True, True, True, False)

    Words joined by a hyphen count by their parts:

    >>> is_translated("Anglo-Egyptian"), is_translated("US-Russian")
    (False, True)
    """
    lower = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if lower in _words() or _INITIALS.fullmatch(word):
        return True
    parts = [part for part in word.split("-") if part]
    return len(parts) > 1 and all(not part[0].isupper() or is_translated(part) for part in parts)
