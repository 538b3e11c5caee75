"""English words that stand in capitals without being spelled out in Arabic letters: they are translated, or are exonyms.

The list is what English news copy capitalises: titles and ranks, institutions, parts of names that are ordinary words, peoples and places with an
Arabic name of their own, days, months, feasts, languages, sports. A name that is missing here only costs a needless hint.
"""

import re
from functools import lru_cache

from workbench.text.wordlists import listed

_GROUPS: dict[str, str] = {
    "function words in titles and headlines": """
        a about above across after again against ahead all along alone also although always am amid among an and another any are as at away
        back be because been before behind being below between both but by can could did didn't do does don't down during each either else even
        ever every few for from go goes got had has have he her here hers him his how i if in inside into is it its just last later least less
        let like live made make many me means might mine more most much must my near neither never next no nor not nothing now of off often on
        once one only or other our ours out outside over own per perhaps please rather same say says see she should since so some soon still
        such than that the their theirs them then there these they this those though three through time to today together tomorrow too toward
        towards two under unless until up upon us very was we well were what when where whether which while who whom whose why will with within
        without would yes yesterday yet you your yours
    """,
    "titles, ranks, offices": """
        mr mrs ms miss sir madam lord lady dame dr doctor prof professor rev reverend father mother brother sister saint st sheikh shaykh
        ayatollah pope bishop archbishop cardinal rabbi king queen prince princess emir sultan emperor president vice premier prime minister
        deputy chancellor secretary undersecretary ambassador envoy consul governor mayor senator sen sens rep reps representative congressman
        congresswoman speaker leader chief chair chairman chairwoman chairperson director manager head officer official commissioner inspector
        detective constable sergeant sgt corporal private lieutenant lt captain capt major maj colonel col brigadier general gen marshal
        admiral commander cmdr judge justice attorney prosecutor counsel lawyer dean rector coach editor reporter correspondent analyst
        spokesman spokeswoman spokesperson engineer haj hajj martyr jr sr ii iii protector
    """,
    "institutions and the words their names are made of": """
        academy administration agency air airline airlines airport airways alliance army arts assembly associated association authority
        authorities awards bank base battalion board border brigade brigades broadcasting bureau cabinet campaign cathedral center centre
        central chamber chambers channel charter church churches city civil club coalition college command commission committee commons
        community company conference confederation congress constitution constitutional convention corporation corps council country county
        court crescent cross cup customs day defence defense democratic department development directorate district division east eastern
        economic education election electoral embassy emergency energy environment exchange executive facility factions faith family fashion
        federal federation finance financial fire first fleet force forces foreign forum foundation free freedom front fund game games gas gate
        gazette global government great green grand group guard guards gulf hall health high higher highway home homeland hospital hotel house
        human humanitarian industry information inquiry institute institution intelligence interior international investigation investment
        island islands islamic joint journal judicial judiciary jury labor labour lake law league legislative liberation liberty library local
        magazine market medical meeting memorial middle military militia ministry mission monitoring monetary morning mosque mount mountain
        mountains movement museum national nations naval navy network new news newspaper north northeast northeastern northern northwest
        northwestern observatory office old olympic olympics open operation opposition organisation organization palace park parliament party
        patriotic peace people peoples people's police policy popular port post power press prison programme program project province public
        radio railway red region regional relations relief report republic republican rescue research resistance resolution revolution
        revolutionary rights river road room royal school science sciences sea second security senate service services shield society soccer
        social south southeast southeastern southern southwest southwestern space special square stadium staff standard star state states
        station statement statistics stock street strip studies summit supreme syndicate team telegraph television temple territories territory
        terrorism theatre times tower town trade training transitional treasury treaty tribunal troops tv union united unity university upper
        valley village voice volunteers war watch water week west western white world year young youth zone black blue golden gold silver big
        little hill hills bay beach bridge castle fall spring summer winter autumn minutes support coordination affairs cooperation agriculture
        minority majority opinion poll review weekly daily evening sun mirror mail globe herald tribune guardian observer independent express
    """,
    "parties, faiths, movements": """
        christian christians christianity muslim muslims islam islamist islamists jew jews jewish judaism sunni sunnis shia shiite shiites
        alawite alawites druze catholic catholics protestant protestants orthodox methodist methodists baptist episcopal hindu hindus buddhist
        democrat democrats republicans conservative conservatives tory tories liberal liberals socialist socialists communist communists
        nationalist nationalists brexit brexiteer brexiteers remainers leave eurosceptic eurosceptics jihad jihadist salafi god gods bible
        koran quran christmas easter ramadan eid passover nazi nazis marxist islamophobia kurd kurds kurdish arab arabs arabic turkmen yazidi
        yazidis bedouin berber
    """,
    "places with an Arabic name of their own, and their peoples": """
        africa african africans albania albanian algeria algerian algerians aleppo america american americans armenia armenian asia asian
        athens atlantic australia australian australians austria austrian austrians beijing belgian belgium brazil brazilian britain british
        briton britons bulgaria cairo canadian caribbean casablanca catalan catalans catalonia china chinese colombian colombians croatia
        croatian cyprus czech damascus danish denmark dutch egypt egyptian egyptians england english ethiopia ethiopian euphrates europe
        european europeans finland finnish france french german germans germany greece greek greeks holland hungarian hungary india indian
        indians indonesian indonesians iran iranian iranians iraq iraqi iraqis ireland irish israel israeli israelis italian italians italy
        japan japanese jerusalem jordan jordanian jordanians korea korean koreans kuwaiti lebanese lebanon levant libya libyan libyans london
        mecca medina mediterranean mexican mexicans morocco moroccan moroccans mosul netherlands nile norway norwegian orontes ottoman pacific
        palestine palestinian palestinians paris persian poland polish portugal portuguese pyongyang qatari romania romanian russia russian
        russians sahara saudi saudis scotland scottish serbia serbian sinai spain spaniard spanish sudanese sweden swedish swiss switzerland
        syria syrian syrians tigris tripoli tunisia tunisian tunisians turk turkey turkish turks ukrainian ukrainians uae vienna venice wales
        welsh yemeni yemenis york zealand cape verde coast ivory algiers nablus hebron tyre sidon acre jaffa nazareth jericho bethlehem galilee
    """,
    "days and months": """
        monday tuesday wednesday thursday friday saturday sunday january jan february feb march april apr june jun july jul august aug
        september sept sep october oct november nov december dec
        muharram safar rabi jumada rajab sha'ban shaban ramadan ramadhan shawwal dhu hijjah hijja qadah qa'da celsius fahrenheit kelvin
    """,
    "other words that copy capitalises": """
        internet web facebook twitter instagram youtube google apple amazon email premiership championship championships final finals semi-
        final cancer disease virus covid covid-19 coronavirus study act bill amendment article chapter section plan accord agreement deal
        initiative pact declaration dialogue talks process father's mother's women men children kids girl girls boy boys farmer farmers worker
        workers rock pop love death life ghost bottle pig pump oak habitats tracker memory high-school voters struggle priorities bells rangers
        hearts habitat
    """,
    "more that news capitalises": """
        abortion accords acting action actor actress adviser advisor advocate age aid album alert alien alpine amateur ambition ancient angel
        angels animal annual answer anthem anti antique apartheid apostle apparel arch archive arctic arena aristocrat arms arrow art artist
        artists aspect asset asylum athlete athletic athletics atomic audit auto award baby bachelor bail ball ballet ballot bar baron bear
        beauty bell best biggest bird birth birthday bishopric bitter blood bloody boat body bomb bond bone book books boom boot boots boss
        bottom bowl box boxing branch bread break brick bright broad bronze brotherhood brothers brown budget buffalo bull bulletin bureaucrat
        bus business butcher butter cable cake call camp canal candy cannon capital capitol car card care career cargo carnival cars case cash
        casino cat cave ceasefire cell census chain challenge champion champions chancellery chapel charge charity chart chase chest chicken
        child childhood choice choir chronicle cinema circle circuit circus citizen citizens civic clan class classic clean clear clerk climate
        clinic clock cloud coal code coffee cold collection comic commerce commissariat common commonwealth communion compact complex computer
        concern concert congressional conquest consumer contact content contest continental control cooking copper coral core corner corporate
        correction corruption costume cottage countdown counter countryside couple courier course cow craft cream creative credit creek crew
        cricket crime criminal crisis critical cruise crusade crystal cultural culture currency current curse cycle dairy dam damage dance
        dancing danger dark data date daughter dead debate debt decade deep delta demand dental deposit derby desert design desk devil diamond
        diamonds diary digital dinner diplomat direct disaster discovery dish doc document dog dogs dollar dome domestic door double dragon
        drama dream dreams dress drink drive driver drug drugs duchess duchy duke dust duty eagle eagles early earth earthquake eastward easy
        eclipse eco edge edition egg eight elder electric elephant eleven elite empire employment end enemy engine enterprise entry equal
        equality era error escape essay estate eternal ethics ethnic event events evil ex exam excellence exercise exhibit exile expert experts
        explorer extra eye face fact factory fair fake falcon fame fan fans far farm fast fat fate favorite favourite feast feed fellow
        fellowship feminist ferry festival fiction field fifth fifty fight figure file film films filter fine fish fishing fit five fix flag
        flame flash flat flight floor flower flowers fly fog folk food foot football forecast forest forever fort fortress fortune forty
        forward four fourth fox fresh friend friends frontier fruit fuel full funeral gallery gang garden gardens gay gender gentleman ghetto
        giant giants gift giver glass glory goal goat going good gospel grade grain grammar grave gray grey grid ground grove growth guest
        guide guild gun guns gym habit hair half ham hand handbook hands happy harbor harbour hard harvest hat haven hawk headline heads heart
        heat heaven heavy heir hell helmet help heritage hero heroes hidden hip historic historical history hit hobby hold hole holiday
        holidays holocaust holy honest honey honor honour horn horror horse host hot hour hours household hub hundred hunger hunt hunter
        hurricane husband ice idea ideal identity idol illegal image impact imperial impossible income index indigenous indoor inner insurance
        interest interim intern internal interview invasion iron item jacket jail jet jewel job jobs joke journey joy judgment jump jungle
        junior kick kid killer kind kingdom kiss kitchen knife knight knights lab ladies lamb lamp lance land lane language large laser late
        latin latino latinos launch laws leadership learning legacy legal legend legion lesson letter letters level license lie light lightning
        lights limit limited linear link lion lions list literature lives loan lobby lock log logic lone long look loop lost lots lottery loud
        low lower loyal luck lunar lunch luxury machine mad magic magnet maid main mainland making mall man mandate mansion manual map maple
        marathon marina marine marines maritime marriage martial mask mass master masters match material maths matter maximum meat medal media
        medicaid medicare medicine medieval mega member members memo mental merchant mercy messenger metal method metro metropolitan midnight
        midterm midterms mile miles milk mill millennium mind mines mini minimum minor miracle missile missing mix mobile model modern mom
        moment monarch money monitor monster month monthly monument moon moral morals mortgage motion motor mouth move movie movies multi
        murder music musical mutual mystery myth naked narrow nation native nato natural nature neck need neighborhood neighbour nest net
        neutral nice night nights nine nobel noble noise nomad normal note notes notice novel nuclear number nurse oath object ocean odd offer
        oil opera option oral orange order ordinary organic origin original orphan outer outlook outreach owl oxygen pack package page pain
        painting pair panel panic paper papers parade paradise parent parents parish part partner partners passage passport past path patient
        patrol pattern pause pay peak penal pension pentagon perfect performance period person personal pet petition phase phone photo photos
        physical piano picture pictures pilgrim pilot pink pioneer pipe pirate pirates pitch pizza plague plain planet plant plastic plate
        platform play player players playoff plaza pledge plus pocket poem poet poetry point poison pole political politics pollution pool poor
        population pork portfolio position possible pot potato poverty powers practice prayer premium prevention price pride priest primary
        print prior priority privacy prize pro problem producer product profile profit promise proof property prophet protest protocol proud
        pub publisher pulse pure purple purpose quality quantum quest question quick quiet quiz race racing radar radical rage rail rain
        rainbow raise rally ranch range rank rapid rare rate raw reach reader real reality rebel rebels recall record recovery recreation
        referendum reform reformed refuge refugee refugees refuse regent regime register registry religion remote rent repair reply reserve
        resort rest restaurant result return reunion revenue reverse reward rhythm rice rich ride right ring rings rise rising risk ritual
        rival rocket role roll roman romance romans root rough round route row rugby rule rules run runner running rural rush sacred sad safe
        safety saga sale salon salt samurai sand satellite satire save saving savior saviour scale scandal scene schedule scheme scholar scope
        score scout screen script sculpture search season seat secret sect sector seed self sell senior sense separate sequence serial series
        servant session set settlement seven seventh sex sexual shadow shadows share shark sharp sheep shelf shell shelter sheriff shift ship
        shirt shock shoe shop shopping shore short shot shots show showers shrine shut side siege sight sign signal silence silent silicon silk
        simple single site sites six sixth size skill skin skull sky slave slavery sleep slow small smart smile smoke snake snow solar soldier
        soldiers sole solid solo solution son song songs soul sound soup source sovereign soviet soviets spare spark speech speed spicy spider
        spirit split sport sports spot spy squad stable stage stand stars start statesman status stay steak steel step stick stone stop store
        storm story straight strait stranger strategic strategy stream strike strong structure student students studio style sub subject
        success sudden sugar suicide suite sultanate super supply surface surgery surprise survey survival sweet swift swing sword symbol
        symphony system systems table tactical tail tale talent talk tank tape target task tax taxi tea teacher teachers tech technical
        technology teen tennis tenth term terminal terrace terror test text thank theme theory thing things third thirty thousand threat throne
        thunder ticket tide tiger tigers tiny tip title toast tobacco toll tomb tool top torch total touch tour tourism tourist tournament
        track tradition traffic trail transfer transit transport travel treasure tree trees trial tribe tribute trick trip triple trophy
        tropical trouble truck true trust truth tsunami tube tunnel turn twenty twin twins type ultimate uncle underground unicorn unified
        uniform unique unit universal universe unknown urban use user vaccine value vampire vanguard vault vegan vehicle venture verdict
        version veteran veterans victim victims victory video view villa vintage violence viral virgin virtual vision visit visual vital vivid
        volume vote voter vow voyage wage wagon walk wall warrior warriors waste wave way wealth weapon weapons wear weather wedding weekend
        weight welcome welfare whale wheel whip whiskey whistle wide widow wife wild wildlife wind window wine wing wings winner wire wisdom
        wise witch witness wolf wolves woman wonder wood wooden word words work working workshop worth wow wreck writer wrong yard yellow yoga
        zero zoo
    """,
    "countries and cities with an Arabic name of their own, and peoples": """
        afghan afghans angola antarctica arabian argentina argentine argentinian azerbaijan bahraini balkan balkans baltic bangladesh basque
        bavarian belgians bengal bosnia bosnian bosnians bolivian brazilians burmese byzantine californian cambodia caucasus chadian chechen
        chechnya chilean congo congolese crimea crimean cuban cubans dane danes djibouti dominican dutchman ecuador emirates emirati emiratis
        eritrea eritrean estonian estonia fiji filipino filipinos flemish florentine frenchman gaelic genoa georgian georgians ghana guinea
        haiti haitian hague hawaiian himalayas hispanic hispanics honduras icelandic iceland inca jamaican kenyan kenyans kosovo kyrgyz lao
        laos latvia latvian liberia lithuania lithuanian luxembourg macedonia macedonian madagascar malay malaysian maltese malta mauritania
        mauritanian maya milan moldova mongolia mongolian moor moors moscow mozambique myanmar nepal nigerian nigerians niger nordic norman
        omani pakistani pakistanis papal poles prague puerto rhine rome rwanda rwandan saxon scandinavian scot scots scotsman senegal serb
        serbs siberia siberian sicilian sicily singaporean slav slavic slovak slovakia slovenia slovenian somali somalia somalis sri swede
        swedes tajik tanzania texan thai thailand tibet tibetan trinidad tuscan tuscany uganda ugandan ukraine uruguay uzbek vatican venetian
        venezuela venezuelan vietnam vietnamese viking vikings warsaw welshman yugoslavia zambia zimbabwe zulu
    """,
}

# Endings of English words that names hardly have; a plural of a capitalised word (Liberals, Marines) is translated, too.
_ENGLISH_ENDINGS = listed("""
    tion tions sion sions ment ments ness ship ships ities ity ism isms ist ists ing ings ance ances ence ences ency ancy ure ures hood ive ives
    ous ful less able ible ese ward wards way ways work works board boards ian ians ean eans ical tional tual ually ary aries ories tory ology
    graphy ics crat crats keeper keepers maker makers holder holders worker workers fighter fighters ers ors ants ents ees ies men women land lands
    shire ford wood field house ville burgh bridge stone town port gate day time side line light watch aid ally ily
""")
_SHORTEST_STEM = 2
_INITIALS = re.compile(r"[A-Z][A-Z0-9.&-]*s?")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(" ".join(_GROUPS.values()).split())


@lru_cache(maxsize=65_536)
def is_translated(word: str) -> bool:
    """Whether a capitalised English word is one that Arabic translates or writes its own way; initials (UN, U.S.) are, too.

    >>> is_translated("Ministry"), is_translated("Egypt"), is_translated("U.S."), is_translated("Khalaf")
    (True, True, True, False)

    Words joined by a hyphen count by their parts:

    >>> is_translated("Khalaf-led"), is_translated("US-Russian")
    (False, True)
    """
    lower = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if lower in _words() or _INITIALS.fullmatch(word) or _has_english_ending(lower):
        return True
    parts = [part for part in word.split("-") if part]
    return len(parts) > 1 and all(not part[0].isupper() or is_translated(part) for part in parts)


def _has_english_ending(word: str) -> bool:
    return word.endswith(_ENGLISH_ENDINGS) and any(word.endswith(ending, _SHORTEST_STEM) for ending in _ENGLISH_ENDINGS)
