"""Reported speech of the Arabic put in quote marks in English."""

import re
from collections.abc import Iterator

from workbench.checks.check import CheckContext
from workbench.model import Finding, Span, Unit
from workbench.text.arabic import fold, fold_with_offsets

_REPORTING = (
    r"(?:قال|قالت|قالوا|يقول|تقول|اضاف|اضافت|اكد|اكدت|ذكر|ذكرت|اوضح|اوضحت|اشار|اشارت|اعلن|اعلنت|زعم|زعمت|نفي|نفت|شدد|شددت|بين|افاد|افادت|"
    r"صرح|صرحت|اعتبر|اعتبرت|راي|رات|اعترف|اعترفت|تعهد|تعهدت|وعد|وعدت|كشف|كشفت|مضيفا|مءكدا|موضحا|مشيرا|معتبرا|لافتا|مشددا|قاءلا|تابع|تابعت)"
)
_REPORTED = re.compile(rf"\b[وف]?(?:قد )?{_REPORTING}\b[^.:؟!\"«“]{{0,60}}?\b[وب]?ا?ن(?:ه|ها|هم|هما|هن)?(?: \w+)?\s*$")
_BEGINS_REPORTED = re.compile(r"^\W*[وب]?ان(?:ه|ها|هم|هما|هن)\b")
_REPORTS_ITSELF = re.compile(rf"^\W*[وف]?(?:قد )?{_REPORTING}\b[^.:؟!\"«“]{{0,60}}?\b[وب]?ا?ن(?:ه|ها|هم|هما|هن)\b")
_TELLS = re.compile(r"\b(?:he|she|they|said|says|say|told|according)\b", re.IGNORECASE)  # then the rendering tells, too, who says it
_FIRST_PERSON_ARABIC = re.compile(r"\b[وف]?(?:انا|نحن|اني|اننا|انني|لي|لنا|عندي|عندنا|معي|معنا|س[ان]\w{2,}|\w{2,}(?:نا|ني))\b")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|we['’]\w+|We|me|my|our|us|ours|mine|myself|ourselves)\b")
_THIRD_PERSON_SUBJECT = re.compile(r"\W*(?:\w+\W+){0,2}?(?:he|she|they|it)\b", re.IGNORECASE)


def reported_speech(unit: Unit, _context: CheckContext) -> Iterator[Finding]:
    """The Arabic only reports (he said that he would), the rendering puts it in quote marks, perhaps with “I” or “we”.

    >>> from workbench.checks.check import NOTHING_KNOWN
    >>> unit = Unit.of("إنه سيبقى في المدرسة", "I will stay at the school")
    >>> [finding.message for finding in reported_speech(unit, NOTHING_KNOWN)]
    ['the Arabic reports this (… قال إن); the words in quote marks are not the speaker’s own']
    """
    first_person = _FIRST_PERSON.search(unit.target)
    shifted = first_person is not None and not _THIRD_PERSON_SUBJECT.match(unit.target)
    is_quoted = unit.quotation_id is not None  # of other units we do not know that they stand in quote marks
    if not unit.source or not (shifted or is_quoted):
        return
    if (span := _reported(unit)) is not None:
        where = Span(*first_person.span()) if first_person and shifted else None
        message = "the Arabic reports this (… قال إن); the words in quote marks are not the speaker’s own"
        yield Finding("reported-speech", message, source_span=span, target_span=where)


def _reported(unit: Unit) -> Span | None:
    """Where the Arabic shows that it reports; None where it does not."""
    folded = fold_with_offsets(unit.source)
    if begins := _BEGINS_REPORTED.match(folded.text):
        return folded.original(Span(*begins.span()))
    if not _TELLS.search(unit.target) and (reports := _REPORTS_ITSELF.match(folded.text)):
        return folded.original(Span(*reports.span()))
    before = fold(unit.context.source_before[-200:])
    if _REPORTED.search(before) and not _FIRST_PERSON_ARABIC.search(folded.text):
        return Span(0, len(unit.source.split(maxsplit=1)[0]) if unit.source.strip() else 0)
    return None
