"""A correction note as Markdown, for content systems and mail: what was taken out is in `<del>`, what was put in in `<ins>`."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from workbench.formats.papers import Paper, Quote, signature
from workbench.review.changes import Change, ChangeKind

MARKUP: Final = re.compile(r"[\\`*_\[\]<>#|~$&]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""What Markdown reads as markup anywhere, and what only at the beginning of a line."""
# Markdown's own ** and ~~ mean nothing where a comma or a space stands at the wrong side of them; tags always do.
MARKS: Final = {ChangeKind.EQUAL: ("", ""), ChangeKind.DELETED: ("<del>", "</del>"), ChangeKind.INSERTED: ("<ins>", "</ins>")}
SPACE: Final = "\N{OPEN BOX}"
"""Stands for white space that is itself the change."""


def literal(text: str) -> str:
    r"""The text on one line, with every character that Markdown could take for markup made literal.

    >>> literal("*we* [held]\n#1")
    '\\*we\\* \\[held\\] \\#1'
    """
    return MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def marked(change: Change) -> str:
    r"""A change between its tags, with the spaces at its ends.

    >>> marked(Change(ChangeKind.DELETED, "had\n")), marked(Change(ChangeKind.INSERTED, " "))
    ('<del>had </del>', '<ins>␣</ins>')
    """
    before, after = MARKS[change.kind]
    words = literal(f"x{change.text}x")[1:-1]
    return f"{before}{words if words.strip() or not before else SPACE}{after}"


def write(paper: Paper, stream: BinaryIO) -> None:
    """Write the note."""
    stream.write(("\n".join(lines(paper)) + "\n").encode("utf-8", "replace"))


def lines(paper: Paper) -> Iterator[str]:
    """The lines of the note."""
    yield f"# Correction note: {literal(paper.title)}"
    yield ""
    yield from [literal(paper.origin), ""] if paper.origin else []
    yield from [f"<{paper.url}>", ""] if paper.url and re.fullmatch(r"https?://[^\s<>]+", paper.url) else []
    yield paper.summary
    for quote in paper.corrections:
        yield from section(quote)
    if paper.still_open:
        yield from ("", "---", "", "Nobody answers for these yet:")
        for quote in paper.still_open:
            yield from section(quote)


def section(quote: Quote) -> Iterator[str]:
    """The lines of one quote."""
    yield from ("", f"## {literal(quote.record.label)}", "")
    yield "> “" + "".join(marked(change) for change in quote.changes).strip() + "”"
    if quote.record.source:
        yield from (">", f"> {literal(quote.record.source)}")
    yield ""
    yield from (f"- {name}: {literal(words)}" for name, words in quote.facts)
    yield from (f"- {literal(signature(note) or 'Comment')}: {literal(note.text)}" for note in quote.notes)
