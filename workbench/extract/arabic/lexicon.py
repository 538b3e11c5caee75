"""Words that report speech in Arabic news, folded as `text.arabic.fold` does (no hamza seats, ta marbuta as ha)."""

from workbench.text.arabic import fold


def _folded(listed: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed.split())


# Past tense, third person masculine singular; feminine, plural and imperfect are formed from it or listed where the root is weak.
_PAST = """أضاف أكد أوضح صرح أعلن ذكر أشار لفت شدد بيّن أفاد كشف تابع زعم ادعى اعتبر رأى حذر نفى اتهم طالب وصف كتب غرد أقر اعترف تعهد توعد
هدد ناشد علق أجاب سأل روى أخبر أبلغ استطرد أردف ختم جدد نوه نبه رجح توقع وعد أقسم هتف استنكر استغرب انتقد أدان أعرب عبر اشتكى ألمح أشاد تساءل
أصر استبعد برر خاطب صرخ همس عقب خلص استدرك نشر دعا رفض أنذر ندد شجب تمنى حث نصح أمل ردد سخر تعجب تذكر شكا جزم كرر لوح عاتب نادى
طمأن رد تحدث"""
_IMPERFECT = """يضيف يؤكد يوضح يصرح يعلن يذكر يشير يلفت يشدد يبين يفيد يكشف يتابع يزعم يدعي يعتبر يرى يحذر ينفي يتهم يطالب يصف يكتب يغرد يقر
يعترف يتعهد يتوعد يهدد يناشد يعلق يجيب يسأل يروي يخبر يبلغ يستطرد يردف يختم يجدد ينوه ينبه يرجح يتوقع يقسم يهتف ينتقد يدين يعرب يعبر يشتكي يلمح
يشيد يتساءل يصر يستبعد يبرر ينشر يدعو يرفض ينذر يندد يتمنى يحث ينصح يأمل يردد يسخر يتذكر يشكو يجزم يكرر يلوح ينادي يستدرك يعقب يخلص يصرخ يهمس"""
_SAY = "قال قالت قالوا قالتا قلن قيل يقول تقول يقولون تقولين"


def _past_forms(verb: str) -> set[str]:
    if verb.endswith(("ى", "ا")):
        return {verb, verb[:-1] + "ت", verb[:-1] + "وا"}
    return {verb, verb + "ت", verb + "وا"}


def _imperfect_forms(verb: str) -> set[str]:
    return {verb, "ت" + verb[1:], verb + "ون", "س" + verb}


SAYING = _folded(_SAY)
_EVERYDAY = _folded("عبر تذكر تعقب ردا أملت أملوا")
"""Forms that are far more often another word: across, remember."""

VERBS = (
    SAYING
    | _folded("ورد يتحدث تتحدث يتحدثون أخبرني أخبرتني أخبرنا أخبره أخبرته أخبرها أبلغني أبلغتني أبلغه سألني سألته حدثني حدثتني")
    | _folded(" ".join(form for verb in _PAST.split() for form in _past_forms(verb)))
    | _folded(" ".join(form for verb in _IMPERFECT.split() for form in _imperfect_forms(verb)))
) - _EVERYDAY
"""Finite reporting verbs without clitics."""

WITH_OBJECT = frozenset(
    verb + suffix for verb in _folded("وصف وصفت سمى سمت أسمى أسمت اعتبر اعتبرت عد عدت دعا") for suffix in ("ه", "ها", "هم", "هما") if len(verb) > 1
) | _folded("سماه أسماه سماها أسماها دعاه يصفه يصفها تصفه يسميه يسميها تسميه يعتبره يعتبرها")
"""Naming verbs with their object behind “what”: ما وصفه بـ«…»."""

_PARTICIPLES = """مضيف مؤكد قائل موضح مشير لافت مشدد محذر مبين معتبر منوه متابع مردف معلن متهم واصف داعي مطالب مصرح متعهد متوعد مهدد معلق مجيب
كاشف نافي زاعم مدعي مستطرد منبه مستنكر منتقد متسائل مستغرب معرب معبر مرجح متوقع مبرر ناقل"""


def _participle_forms(stem: str) -> set[str]:
    bare = stem.removesuffix("ي")
    return {stem + "ا", stem + "ة", bare + "ين", bare + "ان", stem}


PARTICIPLES = _folded(" ".join(form for stem in _PARTICIPLES.split() for form in _participle_forms(stem) if form != stem)) | _folded(
    "نافيا داعيا مدعيا"
)
"""Participles in the accusative, which lean on the speaker of the clause before: مؤكداً أن …"""

SAYINGS = _folded("قوله قولها قولهم قولهما تصريحه")
"""Behind نقل … عن X قوله: whose words follow."""

THAT = _folded("إن أن إنه أنه إنها أنها إنهم أنهم إنهما أنهما إنني أنني إنا أننا إننا بأن بأنه بأنها بأنهم بأننا بأنني أنّ لأن كي ألا بألا")
"""Words that open what was said."""

NOT_THAT = _folded("لأن كي")
AGENTS = _folded(
    """مصدر مصادر مسؤول مسؤولين مسؤولون ناشط ناشطين ناشطون بيان تقرير تقارير شهود شاهد وكالة صحيفة قناة موقع مراسل مراسلنا متحدث ناطق وزارة وزير
    رئيس مدير قائد قيادي ضابط محلل خبير سكان أهالي إعلام وسائل منظمة مركز مرصد مديرية
    إدارة دائرة مشفى مستشفى بلدية محكمة شرطة جيش حكومة رئاسة لجنة نقابة مجلس هيئة حركة"""
)
"""Nouns a source begins with: وفق مصدر is “according to a source”, وفق جدول “by a timetable”."""

LOOSE_ACCORDING = _folded("وفق وفقا طبقا")
NOT_OPENED = _folded(
    """قبل بعد دون بدون منذ قبيل بعيد رغم مع غير يمكن يمكنه يمكنها يمكنهم يجب ينبغي يريد تريد يستطيع يستطيعون يحاول كاد أراد أرادت إلى حتى عسى
    شرط بشرط لولا إلا سوى حد درجة"""
) - _folded("إلى")
"""Before these أن belongs to them, not to a verb of saying: قبل أن يصل."""

LINKS = _folded("إلى على من عن ب في")
ADJUNCTS = _folded("التابعة التابع التابعين المعارضة الموالية الرسمية")
DESCRIBING = _folded("وصف وصفت وصفوا يصف تصف اعتبر اعتبرت")
ACCORDING = _folded("بحسب حسب وفق وفقا حسبما وفقما طبقا")
RELAYED = _folded("نقل نقلت ينقل تنقل نقلوا")
FROM_SOURCE = _folded("نقلا")
STATED = _folded("جاء ورد")

UPON, LIMIT, TONGUE, IN = (fold(word) for word in ("على", "حد", "لسان", "في"))
IN_IT = _folded("في فيه فيها على")
"""Behind جاء and ورد: in it, in a statement, on somebody's tongue."""

CLOSING = _folded("ما بما مما عما لما بالقول") | {".", ":", "؛", "("}
"""Behind these a noun phrase never goes on."""

IN_WHICH = _folded("به بها عنه عنها إليه فيه")
NAMELESS = _folded("قيل")
"""It is said: by nobody."""

PAPERS = _folded("بيان بيانا رسالة تقرير تقريرا نص خطاب خطابا تعميم تعميما منشور منشورا قرار قرارا")
WAS = _folded("كان كانت كانوا يكون")
LONGEST_SUBJECT = 12
"""Words of a noun phrase up to which a comma may still be followed by more of it."""

_GENERAL = """وصل زار التقى رفض انتقد هاجم رحب هنأ شكر اتصل اجتمع افتتح عقد أصدر نشر ترأس شارك تفقد استقبل بحث ناقش عرض قدم أجرى وجه أطلق رد ظهر
تحدث خرج عاد غادر حضر دخل بدأ واصل علق ألقى كسر فاجأ كتب سافر انضم وقع أنهى دافع هدد اختتم استهل جال توجه طمأن عزى أدلى دان دعا وقف تلا وزع بث أقال
عين نعى سخر"""
GENERAL_VERBS = _folded(" ".join(form for verb in _GENERAL.split() for form in _past_forms(verb)))
"""Verbs that often begin a sentence whose subject goes on to speak: وصل الوزير، مؤكداً أن …"""

REPORTERS = _folded("مراسل مراسلة مندوب مندوبة موفد موفدة")
OUTLET_NOUNS = _folded("وكالة صحيفة قناة موقع إذاعة مجلة شبكة تلفزيون جريدة برنامج منصة محطة راديو فضائية")
AGENCY_NOUNS = _folded("وكالة")
KNOWN_OUTLETS = _folded(
    """سانا رويترز فرانس برس الجزيرة العربية الأناضول تسنيم سبوتنيك الميادين الإخبارية عنب شام كلنا أورينت الحدث بي سي النهار
    السفير الأخبار الحياة الوطن زمان تاس"""
)
AGENCIES = _folded("سانا رويترز فرانس الأناضول تسنيم سبوتنيك تاس واس وفا معا")
ORGANISATION_NOUNS = _folded("حركة جيش جبهة تنظيم كتيبة لواء فصيل حزب عملية معركة هيئة منظمة شركة فيلم كتاب رواية أغنية مسلسل باسم اسم مدعو المدعو")
"""Nouns whose name often stands in quote marks that quote nobody."""

SETTINGS = _folded(
    """تصريح تصريحات حديث مقابلة بيان كلمة مؤتمر لقاء اتصال تغريدة منشور خطاب رسالة حوار تسجيل إصدار شريط جلسة تقرير مداخلة تدوينة مقطع
    كلمته حديثه بيانه تصريحه تصريحاته صفحته صفحتها صفحة حسابه حسابها حساب قناته قناتها منصة"""
)
STOPS = _folded(
    """خلال عبر أمس اليوم الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم مساء صباح ردا تعليقا عقب بعد قبل حول بشأن بخصوص حين
    عندما حيث بينما لكن ثم كما الذي التي الذين على إلى مع للصحفيين للصحافيين لدى في إثر منذ وهو وهي وهم"""
)
"""Words that end the speaker's noun phrase; في and others only before a setting (see `ENDS_ONLY_BEFORE_SETTING`)."""

ENDS_ONLY_BEFORE_SETTING = _folded("في على إلى مع لدى")
RELATIVES = _folded("الذي التي الذين اللذين")
NOT_LABELS = _folded(
    """ملاحظة المصدر تحديث عاجل فيديو صور صورة الزمان المكان التاريخ العنوان تنويه إعداد ترجمة كتب كتبت تحرير رابط للمزيد اقرأ شاهد بالفيديو بالصور
    خبر السبب النتيجة الخلاصة وأضاف مثلا تعليق مباشر الساعة القصة سؤال جواب س ج هاتف بريد تابعونا المراجع مصادر"""
)
"""What stands before a colon without being anybody: note, source, update, photos."""

ROLES = _folded(
    """وزير رئيس محافظ مدير قائد قيادي متحدث ناطق نائب أمين ناشط ناشطة طبيب محامي قاضي ضابط عميد عقيد لواء شيخ إمام مطران سفير مبعوث مندوب مستشار خبير
    مديرة وزيرة رئيسة متحدثة ناطقة مذيع مذيعة ضيف ضيفة مقدم مقدمة محاور صحفي صحافي مراسل مراسلة نقيب عمدة مختار ممثل ملك أمير سائل معلق
    مراسلنا مراسلتنا"""
)
"""Nouns people are called by, with a name or alone once they are known."""

FOR_WHOM = _folded("لي لنا له لها لهم لك لكم")
"""Whom it was said to, between the verb and its subject: قالت لي جدتي."""

NOT_SUBJECTS = _folded(
    """لكنه لكنها لكنهم بالقول لي لنا لك لكم قول قوله قولها قائلا قائلة فيه فيها به بها له لها عنه عنها منه منها إليه إليها عليه عليها
    لهم بهم معه معها لديه لديها أنه أنها هذا هذه ذلك تلك ما لا لم لن قد هناك هنا كل كذلك أيضا إلى على في من عن مع"""
)
"""Words a noun phrase for a speaker does not begin with."""

PREFIXES = ("و", "ف")
