"""Which English words that may deny are merely what an Arabic word says: reject for رفض, lost for ضاع, stopped for توقف.

Such a word cannot stand for a negation beside it: in “did reject” for لم يرفض the word is taken by رفض, and لم has no counterpart. The table is our
own; it lists what news says often, and both columns are stems rather than words.
"""

from collections.abc import Sequence
from functools import lru_cache

from workbench.model import Span
from workbench.text.arabic import fold_with_offsets, placed_words
from workbench.text.negation import Denial
from workbench.text.wordlists import listed

# English stems (a star for any letters, a low line for a blank) against folded Arabic stems; a word may stand in several rows.
_ROWS = """
refus* reject* declin* | رفض رافض مرفوض امتنع امتناع يمتنع تمتنع ممتنع احجم
den* denied denies denying disput* disown* refut* | نفي ينف تنف نفت نفو ناف انكر ينكر تنكر ننكر منكر انكار دحض كذب تكذيب
prevent* ban bans banned banning prohibit* forbid* forbade block* stop* | منع مانع ممنوع امنع حظر محظور حالت حال يحول تحول حيلول عرقل حجب
stop* halt* ceas* quit end ended suspend* rest | توقف متوقف اوقف ايقاف وقف تقف يقف كفو نكف يكف علق تعليق معلق
avoid* refrain* spar* evad* escap* | تجنب اجتنب تفاد يتفاد تحاش احجم امسك
fail* unsuccess* collaps* | فشل فاشل اخفق يخفق تخفق اخفاق عجز تعذر رسب
miss missed misses missing | فات فوت تفويت يفوت تفوت ضيع اهدر غاب غياب غاءب مفقود فقد افتقد افتقاد اشتاق اضاع
lack* shortage* short scarc* insufficient* inadequate* absen* devoid bereft | نقص ناقص افتقر افتقار تفتقر مفتقر شح ندر قله غاب غياب غاءب انعدام
without *less free* | بدون دون دونما بلا خال خالي خاليه خلت خلو
los* loss | ضاع يضيع تضيع ضيع ضياع ضاءع فقد يفقد تفقد فاقد مفقود خسر يخسر تخسر خساره خساءر خاسر هزم هزيم خسار
escap* away flee* fled | فلت افلت يفلت فالت هرب يهرب هارب فر فرار فرو نجا ينجو نجاه ابتعد بعيد
clos* shut* | غلق اغلق يغلق مغلق اقفل قفل مقفل سد سدو قريب اقترب قرب وثيق اختتم ختام
end ended ends ending finish* | نهي ينهي انهي انهاء انتهي ينتهي تنتهي انتهاء نهايه نهاءي ختام اخر ايقاف وقف
leav* left gone | غادر يغادر مغادر ترك يترك تارك رحل رحيل يرحل خرج خروج يسار ايسر بقي باق ذهب
against oppos* contrary | ضد معارض عارض مناهض خلاف عكس مخالف ضدها مقابل امام مواجه
before past former* ago | قبل قبيل سابق سبق ماض امام فاءت
until | حتي لحين ريثما
too | ايضا كذلك جدا كثير مفرط اكثر
another | اخر اخري ثان جديد
only just mere* simpl* alone sole* exclusiv* | فقط مجرد وحيد سوي فحسب وحده وحدها وحدهم حصر بسيط بساطه الا للتو
rather instead | بدل بدلا عوض عوضا بل افضل
wrong* false* mistak* error* misunderst* | خطا خاطء اخطا اخطاء زاءف مزيف كاذب كذب غلط مغلوط زور
poor* weak* worse worst worsen* bad* | فقير فقر فقراء سيء سوء اسوا ضعف ضعيف اضعف ضعفاء تدهور رديء
difficult* hard | صعب اصعب عسير شاق قاس صلب جاد صعوب
dead death* kill* | قتل يقتل قاتل مقتل ميت مات موت موتي امات توفي وفاه وفيات
secre* hidden anonym* | سر سري سريه اسرار خفي مخف مخبا سكرتير سكرتار امين مجهول
remain* still stuck | بقي يبق تبق باق ظل يظل تظل بقاء عالق تبقي متبقي
limit* restrict* curb* | حد حدود محدود يحد تحد قيد قيود مقيد تقييد حصر كبح
doubt* uncertain* | شك شكوك يشك شكك تشكيك
struggl* troubl* | كافح يكافح كفاح عان يعان معاناه صراع ناضل نضال مشكل متاعب مضطرب اضطراب مشاكل
delay* postpon* late | اجل ياجل تاجيل تاخر تاخير متاخر
drop* declin* fall* | انخفض انخفاض ينخفض هبط هبوط اسقط سقط سقوط تراجع يتراجع متراجع
cancel* abolish* scrap* | الغي الغاء يلغ تلغ ملغ
abandon* | ترك تخل هجر مهجور
few* little rare* seldom scarc* hardly barely | قليل قله اقل نادر ندر ندره صغير بعض بضع بالكاد قلما
less least fewer under below | اقل ادني دون تحت قل قلت اصغر
ignor* neglect* disregard* regardless | تجاهل اهمل اهمال مهمل اغفل غض
disappear* vanish* | اختف يختف تختف مختف اخف
independen* | مستقل استقلال
disarm* denuclear* dismantl* | نزع تفكيك فكك
silen* quiet* mute* | صمت صامت يصمت سكت ساكت سكوت هدوء هادء
disagree* dispute* differ* disagr* indifferen* | خلاف اختلف يختلف اختلاف مختلف نزاع متنازع خصام
dismiss* | اقال اقاله طرد رفض فصل
disappoint* frustrat* | خيب خاب مخيب خيبه محبط احباط
except* exclu* | استثن مستثن استبع مستبعد حصر سوي الا
unless | الا لولا
impunity | افلات عقاب
betray* | خان خيان غدر خذل خون
breach* violat* | خرق يخرق انتهك ينتهك انتهاك مخالف
empty vacan* void | فارغ فراغ خال خالي خاليه شاغر
resist* | قاوم يقاوم مقاوم
hesita* reluctan* | تردد يتردد متردد
illegal* unlaw* illicit* irregular* | محرم مخالف تهريب
impossib* no_way | مستحيل استحال يستحيل تعذر متعذر
unabl* inabil* incapab* | عاجز عجز
unique* | فريد
violen* | عنف عنيف
unknown* unidentif* | مجهول
unemploy* | بطال عاطل
unrest | اضطراب شغب قلاقل
disabilit* disabled | اعاق معاق
injust* unfair* unjust* | ظلم ظالم مظلوم جور جاءر
insult* | اهان سب شتم
infect* | عدوي اصيب اصاب مصاب
"""

_PREFIXES = frozenset(
    conjunction + preposition + article + person
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ك", "ل", "س", "لل")
    for article in ("", "ال")
    for person in ("", "ا", "ي", "ت", "ن")
)
_LONGEST_PREFIX = max(map(len, _PREFIXES))
_ENDINGS = frozenset(listed("ون ين ان ات وا نا ها هم ه هما ت ك ا و ي ن تها تهم ته تنا وه ني يون يين يان يات يه")) | {""}
_LONGEST_ENDING = 3


def _rows_of(column: int) -> dict[str, frozenset[int]]:
    """Each stem of a column and the rows it stands in."""
    table: dict[str, set[int]] = {}
    for number, row in enumerate(_ROWS.strip().splitlines()):
        for stem in listed(row.split("|")[column]):
            table.setdefault(stem.replace("_", " "), set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in table.items()}


_ENGLISH, _ARABIC = _rows_of(0), _rows_of(1)
_LESS = _ENGLISH.pop("*less")
_NOTHING: frozenset[int] = frozenset()


@lru_cache(maxsize=65_536)
def english_senses(word: str) -> frozenset[int]:
    """The rows of the table that an English word stands in.

    >>> bool(english_senses("rejected") & arabic_senses("ورفضه"))
    True
    """
    small = word.lower()
    starts = (_ENGLISH.get(f"{small[:end]}*", _NOTHING) for end in range(2, len(small) + 1))
    return _ENGLISH.get(small, _NOTHING).union(*starts, _LESS if small.endswith("less") else _NOTHING)


@lru_cache(maxsize=65_536)
def arabic_senses(word: str) -> frozenset[int]:
    """The rows that a folded Arabic word stands in.

    >>> arabic_senses("مدينه")
    frozenset()
    """
    starts = [start for start in range(min(_LONGEST_PREFIX, len(word)) + 1) if word[:start] in _PREFIXES]
    ends = [end for end in range(max(0, len(word) - _LONGEST_ENDING), len(word) + 1) if word[end:] in _ENDINGS]
    return _NOTHING.union(*(_ARABIC.get(word[start:end], _NOTHING) for start in starts for end in ends))


_FARTHEST = 0.45  # of the text's length between a word and its counterpart


def unrelated(source: str, target: str, in_arabic: Sequence[Denial], in_english: Sequence[Denial]) -> tuple[list[Denial], list[Denial]]:
    """The denials of both sides without those that say one word of the other side, the nearest taken first.

    >>> from workbench.text.negation import arabic_denials, english_denials
    >>> source, target = "لم يرفضوا", "they did reject it"
    >>> lost, added = unrelated(source, target, arabic_denials(source), english_denials(target))
    >>> [denial.span.of(source) for denial in lost], [denial.span.of(target) for denial in added]
    (['لم'], [])
    """
    english = [(denial.span, senses) for denial in in_english if (senses := english_senses(denial.span.of(target)))]
    said_arabic: set[Span] = set()
    said_english: set[Span] = set()
    for there, here in _same_words(_said(source), english, len(source), len(target)) if english else ():
        if there not in said_arabic and here not in said_english:
            said_arabic.add(there)
            said_english.add(here)
    lost = [denial for denial in in_arabic if not any(denial.span.overlap(span) for span in said_arabic)]
    return lost, [denial for denial in in_english if denial.span not in said_english]


def _said(source: str) -> list[tuple[Span, frozenset[int]]]:
    folded = fold_with_offsets(source)
    words = [(word, start, senses) for word, start in placed_words(folded.text) if (senses := arabic_senses(word))]
    return [(folded.original(Span(start, start + len(word))), senses) for word, start, senses in words]


def _same_words(
    arabic: Sequence[tuple[Span, frozenset[int]]], english: Sequence[tuple[Span, frozenset[int]]], source: int, target: int
) -> list[tuple[Span, Span]]:
    """Pairs of places that share a row, the nearest first."""
    pairs = [(abs(there.start / source - here.start / target), there, here) for there, row in arabic for here, other in english if row & other]
    return [(there, here) for away, there, here in sorted(pairs) if away < _FARTHEST]
