"""What is looked for: the words of a quotation without what the writer put in, in the parts he left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Document, Quotation, Span
from workbench.text.sentences import sentences

ELLIPSIS = re.compile(
    r"\[\s*(?:\N{HORIZONTAL ELLIPSIS}|\.\.+)\s*\]|\(\s*(?:\N{HORIZONTAL ELLIPSIS}|\.\.+)\s*\)|\N{HORIZONTAL ELLIPSIS}|\.(?:\s?\.){2,}"
)
BRACKETED = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?\N{ARABIC QUESTION MARK}](?=\s+\S)")
QUOTE_MARKS = re.compile(r"[\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}«»]")


@dataclass(frozen=True, slots=True)
class Query:
    """A quotation as the search sees it.

    `parts` are looked for one by one, in order and near each other. `around` is the rest of the English sentence; `speaker` and `outlet` are names
    as the article gives them; `group` joins quotations said in one go.
    """

    id: str
    parts: tuple[str, ...]
    around: str = ""
    speaker: str | None = None
    outlet: str | None = None
    group: str | None = None

    @property
    def words(self) -> int:
        """The number of English words."""
        return sum(len(WORD.findall(part)) for part in self.parts)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts between elisions, brackets taken out; a part without a word is no part.

    A square bracket is the writer's word, not the speaker's: it is no help in finding the Arabic, and its content is checked apart.

    >>> parts_of("three attackers… targeted the [Baath] Party [...] and left.")
    ('three attackers', 'targeted the Party', 'and left.')
    """
    found = []
    for part in ELLIPSIS.split(text):
        bare = " ".join(BRACKETED.sub(" ", part).split())
        if WORD.search(bare):
            found.append(bare)
    if not found and WORD.search(text):  # nothing but a bracket: better its content than nothing
        found.append(" ".join(text.replace("[", " ").replace("]", " ").split()))
    return tuple(found)


def query_of(quotation: Quotation, article: Document, article_sentences: Sequence[Span]) -> Query:
    """The query for a quotation of an article; fragments that the article parts are parts, too, when they are more than a word or two."""
    text = article.text
    parts: list[str] = []
    for fragment in quotation.fragments:
        for index, part in enumerate(parts_of(fragment.of(text))):
            if parts and index == 0 and min(len(part.split()), len(parts[-1].split())) < 3:
                parts[-1] = f"{parts[-1]} {part}"
            else:
                parts.append(part)
    attribution = quotation.attribution
    speaker, outlet = (attribution.speaker, attribution.outlet) if attribution else (None, None)
    return Query(
        quotation.id,
        tuple(parts),
        around=around(quotation, text, article_sentences),
        speaker=(speaker.resolved or speaker.who) if speaker else None,
        outlet=(outlet.resolved or outlet.who) if outlet else None,
        group=quotation.group,
    )


def around(quotation: Quotation, text: str, article_sentences: Sequence[Span]) -> str:
    """The English sentence or sentences a quotation stands in."""
    holding = [sentence for sentence in article_sentences if sentence.overlap(quotation.span)]
    return QUOTE_MARKS.sub("", Span(holding[0].start, holding[-1].end).of(text)) if holding else ""


def narrowed(context: str, parts: Sequence[str]) -> str:
    """Of a context given as text the sentence or sentences that hold the parts; all of it where they do not stand in it word for word.

    >>> narrowed("Rain fell all day. He called it “a blessing” on air. Then he left.", ["a blessing"])
    'He called it a blessing on air.'
    """
    bare = " ".join(QUOTE_MARKS.sub("", context).split())
    places = [(bare.find(part.strip(" .,;:!?")), len(part)) for part in parts]
    held = [Span(start, start + length) for start, length in places if start >= 0]
    chosen = [sentence for sentence in sentences(bare, "en", ()) if any(sentence.overlap(span) for span in held)]
    return Span(chosen[0].start, chosen[-1].end).of(bare) if chosen else bare


def article_sentences(article: Document) -> tuple[Span, ...]:
    """The sentences of an article."""
    return sentences(article.text, article.language, article.furniture)
