"""Arabic words that stand for somebody named before: pronouns of the third person, alone or at the end of a word."""

import re

from workbench.model import Span
from workbench.text.arabic import arabic_words

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")  # vowels and the stretching stroke
_ALONE = re.compile(r"[وفكل]?(?:هو|هي|هم|هن|هما)")
_ATTACHED = re.compile(r"[\u0621-\u064a]{2,}(?:هما|هم|هن|ها|ه)|[بلف](?:هما|هم|هن|ها|ه)")
# Words that end in the same letters of their own: names of God, face, water, direction, important, arrow, mortgage, mind …
_OF_THEIR_OWN = re.compile(
    r"(?:[وفبكل]{0,2}(?:ال|ل)?)(?:له|إله|اله|وجه|شبه|فقه|مياه|اتجاه|تجاه|انتباه|جاه|شفاه|جباه|مشبوه|مكروه|نزيه|فقيه|تنبيه|توجيه|تشويه|ترفيه|كره|نبه|تافه|أبله"
    r"|مهم|أهم|اهم|متهم|سهم|أسهم|اسهم|درهم|دراهم|فهم|تفاهم|وهم|ملهم|مبهم|دهم|مداهم|تجهم|هذه|فيه|منتهى|رهن|ذهن|كاهن|برهن|مدهن)"
)


def pronouns(text: str) -> list[Span]:
    """Words with a pronoun of the third person, in order.

    >>> [span.of("استهدفوا مواقعهم في المدينة وقال إنه الوجه الجديد") for span in pronouns("استهدفوا مواقعهم في المدينة وقال إنه الوجه الجديد")]
    ['مواقعهم', 'إنه']
    """
    return [span for span in arabic_words(text) if _is_pronoun(_MARKS.sub("", span.of(text)))]


def _is_pronoun(word: str) -> bool:
    if _ALONE.fullmatch(word):
        return True
    return bool(_ATTACHED.fullmatch(word)) and not _OF_THEIR_OWN.fullmatch(word)
