"""An article read once: its paragraphs, quoted regions and sentences, and which sentence each region stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.extract.english.cues import Found, cues
from workbench.extract.paragraphs import Paragraph, Part, paragraphs
from workbench.extract.regions import Region, regions
from workbench.extract.tokens import Token, sentences, tokens


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence, the paragraph it stands in, and its cues, found when first asked for."""

    tokens: list[Token]
    paragraph: int
    part: Part
    _cues: list[Found] | None = field(default=None, repr=False)
    _bare: bool | None = field(default=None, repr=False)

    @property
    def cues(self) -> list[Found]:
        """The reporting words of the sentence."""
        if self._cues is None:
            self._cues = cues(self.tokens)
        return self._cues

    @property
    def is_bare(self) -> bool:
        """Whether it is nothing but what is quoted."""
        if self._bare is None:
            self._bare = not any(token.is_word for token in self.tokens)
        return self._bare


@dataclass(frozen=True, slots=True)
class Article:
    """`places` gives for each index of a top-level region its sentence's index and its token's index in that sentence."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    regions: tuple[Region, ...]
    sentences: tuple[Sentence, ...]
    places: dict[int, tuple[int, int]]


def read(text: str, *, unmarked: bool = True) -> Article:
    """Everything of an article that attribution asks for; without `unmarked` no sentence of an article that has neither marks nor colons."""
    parts = paragraphs(text)
    found = regions(text, parts)
    if not found and not unmarked and not any(text[part.span.end - 1] == ":" for part in parts):
        return Article(text, parts, (), (), {})
    top = [(index, region) for index, region in enumerate(found) if region.depth == 0]
    all_sentences: list[Sentence] = []
    cursor, at = 0, 0
    while at < len(parts):
        start, end, first = parts[at].span.start, parts[at].span.end, at
        quoted = []
        while cursor < len(top) and top[cursor][1].outer.start < end:
            quoted.append(top[cursor])
            end = max(end, top[cursor][1].outer.end)
            while at + 1 < len(parts) and parts[at + 1].span.start < end:  # the region runs on over the paragraph's end
                at += 1
                end = max(end, parts[at].span.end)
            cursor += 1
        found_tokens = tokens(text, start, end, quoted)
        all_sentences.extend(Sentence(group, first, parts[first].part) for group in sentences(text, found_tokens, found))
        at += 1
    return Article(text, parts, found, tuple(all_sentences), _places(all_sentences))


def _places(found: Sequence[Sentence]) -> dict[int, tuple[int, int]]:
    return {token.region: (index, at) for index, sentence in enumerate(found) for at, token in enumerate(sentence.tokens) if token.region is not None}
