"""Where sentences begin and end, in Arabic and in English, in text that nobody has cleaned.

Rules rather than a model: every boundary can be explained, offsets are exact, and the time is linear in the length of the text. A sentence here is
a unit for searching and aligning, so a headline, a post and a line of a list are sentences too. What the rules leave alone: quote marks are not
matched (a quoted speech of three sentences is three sentences), and a colon never ends a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.model import Span


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BIDI_CONTROLS = (
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
)
"""Invisible, and pasted anywhere; as the inside of a character class."""

CLOSERS = (
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK})\\]"
)
"""What may follow the stop and still belong to the sentence. The left double mark is here because Arabic typesetters close with it."""

OPENERS = (
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}(\\[" + BIDI_CONTROLS
)
"""What may stand before the first letter of a sentence."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
ARABIC_LETTER = r"[\u0620-\u064A\u0671-\u06D3]"

STOPS = f".!?\N{ARABIC QUESTION MARK}{ELLIPSIS}"
STOP = re.compile(
    rf"(?<![{STOPS}])(?P<stop>[{STOPS}]++)(?P<close>[{CLOSERS}{BIDI_CONTROLS}]*+)"
    rf"(?=\s|$|(?P<glued>[{BIDI_CONTROLS}]*[^\W\d_]))"
)
FIRST_CHARACTER = re.compile(rf"[\s{OPENERS}]*(\S?)")
LAST_WORD = re.compile(r"[^\s(\[{\"“«]*$")
WORD = re.compile(r"[^\W\d_]+")
SUBSTANCE = re.compile(r"[^\W_]")
EDGES = re.compile(rf"[\s{BIDI_CONTROLS}]*")
LOOK_BACK = 24
"""Code points before a stop that are read to recognise an abbreviation; none is longer."""

NEVER_LAST = _words(
    "mr mrs ms messrs dr prof gen lt col maj capt cmdr sgt cpl pvt adm brig gov sen rep rev hon pres amb st mt ft fr vs viz cf approx no nos fig vol "
    "pp jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""English abbreviations that a name, a number or a noun follows. “No” counts only before a digit, the months too: see `_english_abbreviation`."""

BEFORE_DIGIT_ONLY = _words("no nos fig vol pp jan feb mar apr jun jul aug sep sept oct nov dec")

SENTENCE_STARTERS = _words(
    "the a an he she it they we i you this that these those but and or so yet in on at as if when while after before since for from by to with there "
    "here his her its their our my not no what who why how where all some many most one two then now meanwhile however although despite according "
    "asked officials"
)
"""Capitalised words that begin a sentence rather than continue a name, after “U.S.”, “J.” or a missing space."""

ARABIC_ABBREVIATIONS = frozenset({"ق.م", "هـ", "أ.د", "ا.د", "ص.ب"})
"""Written with a stop inside a sentence. Any single letter is one too (د. for doctor, م. for engineer, initials), and needs no entry."""

SOFT_LIMIT = 320
"""Arabic wire copy can run for a page on commas. A sentence longer than this many code points is also divided at `SOFT_STOP`; four lines of print
are more than any single sentence of the measuring news texts (99th percentile 284)."""

REPORTING = "وقال|وأضاف|وأكد|وأوضح|وأشار|ولفت|وتابع|وذكر|وشدد|وأعلن|واعتبر|ونقل|وبحسب|وأفاد|وبين|وكشف|وختم|ودعا|وطالب|من جهته|من جانبه|من جهة"
SOFT_STOP = re.compile(
    rf"(?:\N{{ARABIC SEMICOLON}}|;|\.\.+|{ELLIPSIS}|\N{{ARABIC COMMA}}(?=\s+(?:{REPORTING})))(?=\s)|\s[\N{{EN DASH}}\N{{EM DASH}}](?=\s)"
)


class _Line(NamedTuple):
    start: int
    end: int


def sentences(text: str, language: str, furniture: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of `text` in order, without overlap, trimmed; none touches `furniture` or is without a letter or digit.

    `language` is a BCP 47 tag; Arabic and English have rules of their own, anything else is read by the English ones.

    >>> text = "Gen. Ali said on Aug. 3: “Why?” and left. Nobody asked…"
    >>> [span.of(text) for span in sentences(text, "en")]
    ['Gen. Ali said on Aug. 3: “Why?” and left.', 'Nobody asked…']
    >>> [span.of("قال د. علي: كفى.وأضاف: «لماذا؟» ثم خرج.. ولم يعد") for span in sentences("قال د. علي: كفى.وأضاف: «لماذا؟» ثم خرج.. ولم يعد", "ar")]
    ['قال د. علي: كفى.', 'وأضاف: «لماذا؟» ثم خرج.. ولم يعد']
    """
    arabic = language.partition("-")[0].lower() == "ar"
    found: list[Span] = []
    for stretch in _stretches(text, furniture):
        for block in _blocks(text, stretch, arabic=arabic):
            for span in _hard(text, block, arabic=arabic):
                found.extend(_soft(text, span) if arabic and len(span) > SOFT_LIMIT else [span])
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without white space and invisible direction marks at its edges; None when no letter or digit is left."""
    while start < end and EDGES.fullmatch(text[start]):
        start += 1
    while start < end and EDGES.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end) if SUBSTANCE.search(text, start, end) else None


def _stretches(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    """The text between the pieces of furniture: a sentence never reaches across one, because a span may not touch it."""
    at = 0
    for piece in sorted(furniture):
        if piece.start > at:
            yield Span(at, piece.start)
        at = max(at, piece.end)
    if at < len(text):
        yield Span(at, len(text))


def _blocks(text: str, stretch: Span, *, arabic: bool) -> Iterator[Span]:
    """Lines, or runs of lines that were broken to a fixed width and belong together."""
    run: list[_Line] = []
    for line in _lines(text, stretch):
        if text[line.start : line.end].isspace() or line.start == line.end:
            yield from _joined(text, run, arabic=arabic)
            run = []
        else:
            run.append(line)
    yield from _joined(text, run, arabic=arabic)


def _lines(text: str, stretch: Span) -> Iterator[_Line]:
    at = stretch.start
    while at <= stretch.end:
        feed = text.find("\n", at, stretch.end)
        end = stretch.end if feed < 0 else feed
        yield _Line(at, end)
        at = end + 1


def _joined(text: str, run: list[_Line], *, arabic: bool) -> Iterator[Span]:
    if _wrapped(text, run, arabic=arabic):
        yield Span(run[0].start, run[-1].end)
    else:
        yield from (Span(line.start, line.end) for line in run)


def _wrapped(text: str, run: list[_Line], *, arabic: bool) -> bool:
    """Whether the line breaks of a paragraph are those of a page and not of the author.

    Lines but the last are nearly as long as the longest, no longer than a page is wide, and most do not end a sentence. Arabic has no capitals to
    show that the second line goes on, so a headline above one sentence is only told from a broken line by having at least three lines.
    """
    if len(run) < (3 if arabic else 2):
        return False
    widths = [line.end - line.start for line in run]
    longest = max(widths)
    if not 40 <= longest <= 120 or min(widths[:-1]) < 0.75 * longest:
        return False
    if arabic:
        return 2 * sum(_ends_sentence(text, line) for line in run[:-1]) < len(run) - 1
    return all(_ends_sentence(text, line) or text[after.start : after.end].lstrip()[:1].islower() for line, after in pairwise(run)) and any(
        not _ends_sentence(text, line) for line in run[:-1]
    )


def _ends_sentence(text: str, line: _Line) -> bool:
    return any(match.end() == line.end for match in STOP.finditer(text, max(line.start, line.end - 4), line.end))


def _hard(text: str, block: Span, *, arabic: bool) -> Iterator[Span]:
    """Divide a block at its stops."""
    start = block.start
    for match in STOP.finditer(text, block.start, block.end):
        boundary = _arabic_boundary if arabic else _english_boundary
        if match.end() < block.end and boundary(text, start, match, block.end):
            if span := trimmed(text, start, match.end()):
                yield span
            start = match.end()
    if span := trimmed(text, start, block.end):
        yield span


def _soft(text: str, span: Span) -> Iterator[Span]:
    """Divide an endless sentence where its author would have put stops, had he used any."""
    start = span.start
    for match in SOFT_STOP.finditer(text, span.start, span.end):
        if match.end() - start >= SOFT_LIMIT // 4 and span.end - match.end() >= SOFT_LIMIT // 8 and (piece := trimmed(text, start, match.end())):
            yield piece
            start = match.end()
    if piece := trimmed(text, start, span.end):
        yield piece


def _last_word(text: str, start: int, end: int) -> str:
    match = LAST_WORD.search(text, max(start, end - LOOK_BACK), end)
    return match.group() if match else ""


def _arabic_boundary(text: str, start: int, match: re.Match[str], end: int) -> bool:
    stop = match["stop"]
    if ELLIPSIS in stop or stop.count(".") > 1:
        return False  # two and three dots are the comma of Syrian and Lebanese newsrooms
    before = _last_word(text, start, match.start())
    if match["glued"] and not (stop == "." and len(before) > 1 and re.match(ARABIC_LETTER, match["glued"][-1]) and before[-1:].isalpha()):
        return False  # an address or a name with a stop inside; Arabic glued to Arabic is a forgotten space
    if stop == ".":
        return not (before in ARABIC_ABBREVIATIONS or _is_initial(before) or _is_list_number(text, start, match.start()))
    after = text[match.end() : min(end, match.end() + LOOK_BACK)].lstrip()
    return not (match["close"] and after.startswith(("قال", "يقول", "سأل", "تساءل", "ثم ")))


def _english_boundary(text: str, start: int, match: re.Match[str], end: int) -> bool:
    stop, close = match["stop"], match["close"]
    first = FIRST_CHARACTER.match(text, match.end(), end)
    following = first.group(1) if first else ""
    if match["glued"]:
        word = WORD.match(text, match.end())
        known = word is not None and word.group()[0].isupper() and word.group().lower() in SENTENCE_STARTERS
        return known and _last_word(text, start, match.start()).islower()
    if following.islower() or following in {",", ";", ":", "\N{EN DASH}", "\N{EM DASH}"}:
        return False
    if stop == "." and not close:
        before = _last_word(text, start, match.start())
        return not (_english_abbreviation(text, before, match.end(), following) or _is_list_number(text, start, match.start()))
    return True


def _english_abbreviation(text: str, before: str, at: int, following: str) -> bool:
    """Whether the stop after `before` belongs to the word and the sentence goes on."""
    bare = before.lower().strip("'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")
    if bare in BEFORE_DIGIT_ONLY:
        return following.isdigit()
    if bare in NEVER_LAST:
        return True
    if _is_initial(before) or "." in before.strip("."):  # J. Smith; U.S. troops; 3 p.m. Monday
        word = WORD.search(text, at, at + LOOK_BACK)
        return before != "I" and word is not None and word.group().lower() not in SENTENCE_STARTERS
    return False


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_list_number(text: str, start: int, stop: int) -> bool:
    """Whether all that stands before the stop is the number of a list: “3. The army”."""
    return stop - start <= LOOK_BACK and len(number := text[start:stop].strip()) <= 2 and number.isdigit()
