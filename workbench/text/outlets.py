"""What outlets are called in English and in Arabic, where no letters tell: All4Syria is كلنا شركاء, AFP is فرانس برس."""

from workbench.text.arabic import folded_words

_NAMES = """
    All4Syria, All 4 Syria: كلنا شركاء
    Sana, Syrian Arab News Agency: سانا, الوكالة العربية السورية, وكالة الأنباء السورية
    AFP, Agence France-Presse: فرانس برس, ا ف ب, اف ب
    AP, Associated Press: أسوشيتد برس, اسوشييتد برس, أسوشييتد
    Reuters: رويترز
    BBC, BBC Arabic: بي بي سي
    CNN: سي إن إن, سي ان ان
    Sky News, Sky News Arabia: سكاي نيوز
    France 24: فرانس 24, فرانس ٢٤
    Deutsche Welle, DW: دويتشه فيله, دويتشة فيله
    RT, RT Arabic, Russia Today: روسيا اليوم, آر تي
    Sputnik: سبوتنيك
    TASS: تاس
    Anadolu, Anadolu Agency: الأناضول
    Al Jazeera, Al-Jazeera: الجزيرة
    Al Arabiya, Al-Arabiya: العربية
    Al Hadath, Al-Hadath: الحدث
    Al Mayadeen, Al-Mayadeen: الميادين
    Al Manar, Al-Manar: المنار
    Al-Hurra, Alhurra: الحرة
    The New Arab, Al-Araby Al-Jadeed: العربي الجديد
    Al-Araby TV: العربي
    Asharq Al-Awsat: الشرق الأوسط
    Al-Quds Al-Arabi: القدس العربي
    Al-Hayat: الحياة
    Al-Akhbar: الأخبار
    An-Nahar: النهار
    As-Safir: السفير
    Al-Watan: الوطن
    Enab Baladi: عنب بلدي
    Syria Direct: سوريا على طول
    Syria TV: تلفزيون سوريا
    Sham FM: شام إف إم, شام اف ام
    Shaam News Network, Sham Network: شبكة شام
    Orient, Orient News, Orient TV: أورينت
    Step News, Step News Agency: ستيب
    Smart News, Smart News Agency: سمارت
    Aleppo Today, Halab Today: حلب اليوم
    Zaman al-Wasl: زمان الوصل
    Amaq, A3maq, Amaq News Agency: أعماق
    Syrian Observatory for Human Rights, SOHR: المرصد السوري
    Rudaw: رووداو
    Kurdistan 24: كردستان 24, كوردستان 24
    Shafaq News: شفق نيوز
    Al Sumaria, Alsumaria: السومرية
    Iraqi News Agency, INA: الوكالة العراقية, وكالة الأنباء العراقية, واع
    Mada Masr: مدى مصر
    Ahram, Ahram Online, Al-Ahram: الأهرام
    Al-Masry Al-Youm, Egypt Independent: المصري اليوم
    Youm7, Al-Youm Al-Sabea: اليوم السابع
    MENA, Middle East News Agency: وكالة أنباء الشرق الأوسط, أ ش أ
    National News Agency, NNA: الوكالة الوطنية للإعلام
    SPA, Saudi Press Agency: واس, وكالة الأنباء السعودية
    Petra: بترا
    WAFA: وفا
    Ma'an, Maan: معا
    QNA, Qatar News Agency: قنا, وكالة الأنباء القطرية
    WAM, Emirates News Agency: وام, وكالة أنباء الإمارات
    KUNA, Kuwait News Agency: كونا, وكالة الأنباء الكويتية
    Fars, Fars News Agency: فارس
    IRNA: إرنا
    Tasnim: تسنيم
    Press TV: برس تي في
"""


def _folded(name: str) -> str:
    return " ".join(folded_words(name)) or name


def _plain(name: str) -> str:
    return name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removeprefix("the ").removeprefix("its ").strip()


_ARABIC: dict[str, frozenset[str]] = {
    _plain(name): frozenset(_folded(own.strip()) for own in arabic.split(","))
    for english, arabic in (line.split(":") for line in _NAMES.strip().splitlines())
    for name in english.split(",")
}


def arabic_names(outlet: str) -> frozenset[str]:
    """What an outlet of this English name is called in Arabic, folded; nothing for one that is not known.

    >>> arabic_names("All4Syria") == {"كلنا شركاء"}, arabic_names("The Daily Example")
    (True, frozenset())
    """
    return _ARABIC.get(_plain(outlet), frozenset())


def is_called(outlet: str, text: str) -> bool:
    """Whether an Arabic text has a known outlet's Arabic name, whatever is glued to it.

    >>> is_called("All4Syria", "وقال لموقع «كلنا شركاء» إن"), is_called("Sana", "كلنا شركاء")
    (True, False)
    """
    said = " ".join(folded_words(text))
    return any(name in said for name in arabic_names(outlet))
