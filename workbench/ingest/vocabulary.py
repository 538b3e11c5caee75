"""The words that pages, players and transcribers put around what people say. Alternatives stand one group a line, Arabic before English."""

from typing import Final

FATHATAN: Final = "\N{ARABIC FATHATAN}"
# Python's \w does not match the marks that Arabic writes over letters.
_ENDING: Final = rf"[\w{FATHATAN}]*"


def any_of(*groups: str) -> str:
    """A pattern for any of the words in `groups`, where they are separated by " / "; longer words are tried first.

    >>> any_of("رد / ردود", "reply")
    '(?:reply|ردود|رد)'
    """
    words = [word for group in groups for word in group.split(" / ")]
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


PARTS_IN_A_TALK: Final = any_of(
    "المذيع / المذيعة / المقدم / المقدمة / مقدم البرنامج / مقدمة البرنامج / المحاور / المحاورة",
    "الصحفي / الصحفية / الصحافي / الصحافية / المراسل / المراسلة / الضيف / الضيفة / المتصل / المتصلة / المترجم / المترجمة",
    "سؤال / جواب / السائل / المجيب / س / ج / مداخلة",
    "q / a / question / answer / host / presenter / anchor / interviewer / interviewee / journalist / reporter / moderator",
    "guest / caller / interpreter / translator / speaker",
)
"""Labels that name a part in a conversation: labels in any kind of text."""

SPEECH_CUES: Final = any_of(
    r"[وف]?قال(?:ت|وا)? / [وف]?أضاف(?:ت|وا)? / [وف]?تابع(?:ت|وا)? / [وف]?أكد(?:ت|وا)? / [وف]?أوضح(?:ت|وا)? / [وف]?ذكر(?:ت|وا)?",
    r"[وف]?صرح(?:ت|وا)? / [وف]?كتب(?:ت|وا)? / [وف]?أعلن(?:ت|وا)? / [وف]?رد(?:ت|وا)? / [وف]?ختم(?:ت)? / [وف]?أردف(?:ت)? / [وف]?استطرد(?:ت)?",
    "مضيف[اًة]* / مؤكد[اًة]* / قائل[اًة]* / موضح[اًة]* / [و]?جاء / بحسب / وفق / نقل[اًت]*",
    "said / says / saying / added / adds / told / tells / wrote / writes / asked / according",
)
"""A line that begins so and reaches a colon is a sentence of the report, not a label."""

BUTTONS: Final = any_of(
    "عرض المزيد / إظهار المزيد / المزيد / قراءة المزيد / اقرأ المزيد / عرض أقل / عرض الترجمة / مشاهدة الترجمة / شارك / شاركها / مشاركة المقال",
    "انسخ الرابط / نسخ الرابط / طباعة / إعلان / إعلانات / تابعنا على .{1,40} / تابعونا على .{1,40} / اشترك في .{1,40}",
    "see more / show more / read more / see less / see translation / share / share this / share this article / share this story",
    "print / copy link / advertisement / sign up for .{1,60} / follow us on .{1,40}",
)

POINTERS: Final = any_of(
    "اقرأ أيض[اًا]* / اقرأ كذلك / اقرأوا أيض[اًا]* / شاهد أيض[اًا]* / للمزيد / موضوعات ذات صلة / مواضيع ذات صلة / أخبار ذات صلة",
    "read also / also read / read more / related / see also",
)
"""What a line with a link to another page begins with."""

REACTIONS: Final = any_of(
    rf"إعجاب{_ENDING} / أعجب{_ENDING} / تعليق{_ENDING} / مشارك{_ENDING} / مشاهد{_ENDING} / تفاعل{_ENDING} / تغريد{_ENDING} / متابع{_ENDING}",
    rf"رد{FATHATAN}? / ردود / ردّ / رتويت / إعادة نشر",
    "likes? / comments? / shares? / views? / reactions? / retweets? / reposts? / repl(?:y|ies) / followers?",
)

CREDITS: Final = any_of(
    "تصوير / الصورة / صورة / الصور / مصدر الصورة / عدسة",
    "photo / photograph / photo by / photo credit / photo courtesy of / image / image credit / picture by / credit",
)

NOISES: Final = any_of(
    "غير مسموع / غير واضح / كلام غير مفهوم / غير مفهوم / صوت غير واضح / موسيقى / فاصل / فاصل إعلاني / تصفيق / ضحك / ضحكات / صمت / مقاطعة / بكاء",
    "تداخل أصوات / تداخل في الأصوات / انقطاع الاتصال / انقطع الاتصال",
    "inaudible / unintelligible / indistinct / crosstalk / cross talk / music / applause / laughter / laughs / silence / pause",
)
"""What a transcriber puts in brackets for sounds that are no words."""

AGES: Final = any_of(
    r"(?:منذ|قبل) (?:\d+ )?(?:ثانية|ثوان|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر)(?: واحدة| واحد)?",
    r"\d+ ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?)(?: ago)?",
)
"""How old a post is, as the feed says it."""
