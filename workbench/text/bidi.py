"""Characters that nobody sees and that change what everybody sees: bidi controls, zero-width characters, soft hyphens.

They are shown and reported, never stripped: offsets must stay true, and a control may be what holds a line together.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from workbench.model import Span

INVISIBLE: Final = {
    "\N{SOFT HYPHEN}": "SHY",
    "\N{COMBINING GRAPHEME JOINER}": "CGJ",
    "\N{ARABIC LETTER MARK}": "ALM",
    "\N{ZERO WIDTH SPACE}": "ZWSP",
    "\N{ZERO WIDTH NON-JOINER}": "ZWNJ",
    "\N{ZERO WIDTH JOINER}": "ZWJ",
    "\N{LEFT-TO-RIGHT MARK}": "LRM",
    "\N{RIGHT-TO-LEFT MARK}": "RLM",
    "\N{LEFT-TO-RIGHT EMBEDDING}": "LRE",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "RLE",
    "\N{POP DIRECTIONAL FORMATTING}": "PDF",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "LRO",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "RLO",
    "\N{WORD JOINER}": "WJ",
    "\N{LEFT-TO-RIGHT ISOLATE}": "LRI",
    "\N{RIGHT-TO-LEFT ISOLATE}": "RLI",
    "\N{FIRST STRONG ISOLATE}": "FSI",
    "\N{POP DIRECTIONAL ISOLATE}": "PDI",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "BOM",
}
"""The characters shown as marks, with the short names Unicode uses for them."""

OVERRIDES: Final = frozenset("\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}")
"""These make a line read otherwise than it is stored: in news copy an accident or a trick."""

_EMBEDDINGS: Final = frozenset("\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}") | OVERRIDES
_ISOLATES: Final = frozenset("\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}")
_CLOSERS: Final = {"\N{POP DIRECTIONAL FORMATTING}": _EMBEDDINGS, "\N{POP DIRECTIONAL ISOLATE}": _ISOLATES}

# A joiner between two emoji makes one picture of them (a family, a flag): that one is meant and is left out.
_INVISIBLE = re.compile(f"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\N{ZERO WIDTH JOINER}|[{''.join(INVISIBLE.keys() - {chr(0x200D)})}]")
_ANY_INVISIBLE = re.compile(f"[{''.join(INVISIBLE)}]")  # a quick look
_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@dataclass(frozen=True, slots=True)
class Control:
    """One invisible character: where it stands, and its short name (RLM, ZWNJ, …)."""

    span: Span
    name: str


def controls(text: str) -> tuple[Control, ...]:
    r"""The invisible characters of a text, in order.

    >>> [(control.span.start, control.name) for control in controls("A\u200e (ب)\u200f")]
    [(1, 'LRM'), (6, 'RLM')]
    """
    if text.isascii() or not _ANY_INVISIBLE.search(text):
        return ()
    return tuple(Control(Span(match.start(), match.end()), INVISIBLE[match[0]]) for match in _INVISIBLE.finditer(text))


def unclosed(text: str) -> tuple[Control, ...]:
    r"""The embeddings, overrides and isolates that their paragraph does not close, and closers that close nothing.

    >>> [control.name for control in unclosed("a \u202b b\n c \u2069")]
    ['RLE', 'PDI']
    """
    found: list[Control] = []
    start = 0
    for paragraph in text.split("\n"):
        found += (Control(control.span.shifted(start), control.name) for control in _unclosed_in_paragraph(paragraph))
        start += len(paragraph) + 1
    return tuple(found)


def _unclosed_in_paragraph(paragraph: str) -> list[Control]:
    opened: list[Control] = []
    stray: list[Control] = []
    for control in controls(paragraph):
        character = control.span.of(paragraph)
        if character in _EMBEDDINGS or character in _ISOLATES:
            opened.append(control)
        elif openers := _CLOSERS.get(character):
            if opened and opened[-1].span.of(paragraph) in openers:
                opened.pop()
            else:
                stray.append(control)
    return sorted(opened + stray, key=lambda control: control.span)


def visible(text: str) -> str:
    r"""A text for a message or a log: every invisible character written as its name. Offsets are not kept.

    >>> visible("invoice\u202efdp.exe")
    'invoice⟨RLO⟩fdp.exe'
    """
    return _INVISIBLE.sub(lambda match: f"⟨{INVISIBLE[match[0]]}⟩", text)


def direction(text: str) -> str | None:
    """Which way a paragraph runs by its first strong letter, "rtl" or "ltr"; None where it has none (rules P2 and P3 of UAX #9, without isolates).

    >>> direction("(١٢) CNN عن")
    'ltr'
    """
    classes = map(unicodedata.bidirectional, text)
    return next((_STRONG[name] for name in classes if name in _STRONG), None)
