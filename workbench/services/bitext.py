"""A whole document and its translation: aligned by the machine, put right by a person, turned into units."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from workbench.align.beads import align
from workbench.align.crossings import crossings
from workbench.errors import BadInput, NotFound
from workbench.model import AlignedPair, Bead, BitextAligned, Document, Role, Span, UnitAdded
from workbench.ports import SpanEncoder
from workbench.services.alignment import line_spans
from workbench.services.jobs import ALIGN, Progress
from workbench.services.names import bitext_key
from workbench.services.projects import documents_of, states_of
from workbench.services.stamps import stamp
from workbench.store import Job, Store
from workbench.text.sentences import sentences

DOUBTFUL_SHARE = 0.7
"""A bead is doubtful below this share of the median likeness, or where it is not one segment to one. Of the 141 beads found in the story of
`corpora/river-library` 47 are, 9 of the 14 wrong ones among them."""

LINES_SHARE = 0.8
"""Lines for each sentence from which a text counts as written one sentence to a line."""

SEGMENT_JOINER = " "


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and how they are aligned; `sequence` is that of the entry in the log, 0 before the first.

    `crossings` are the blocks that translate each other out of order, as they were when the machine aligned last.
    """

    key: str
    source: Document
    target: Document
    pairs: tuple[AlignedPair, ...]
    sequence: int
    crossings: tuple[AlignedPair, ...] = ()

    @property
    def doubtful_below(self) -> float:
        """The score under which a bead is shown as doubtful."""
        scores = [pair.score for pair in self.pairs if pair.source and pair.target and not pair.confirmed]
        return DOUBTFUL_SHARE * median(scores) if scores else 0.0


def pairs_of_documents(documents: Iterable[Document]) -> list[tuple[Document, Document]]:
    """The Arabic and English documents that may be aligned: translations with every source, then articles with every source."""
    known = list(documents)
    sources = [document for document in known if document.role is Role.SOURCE]
    targets = [*(one for one in known if one.role is Role.TRANSLATION), *(one for one in known if one.role is Role.ARTICLE)]
    return [(source, target) for target in targets for source in sources]


def bitext(store: Store, project_id: str, source_id: str, target_id: str) -> Bitext:
    """Two documents of a project as they are aligned now; NotFound where the project has no such documents."""
    documents = documents_of(store, project_id)
    if source_id not in documents or target_id not in documents:
        raise NotFound(f"the project has no documents {source_id} and {target_id}")
    key = bitext_key(source_id, target_id)
    saved = [event for event in store.events(project_id, unit_key=key) if isinstance(event, BitextAligned)]
    source, target = documents[source_id], documents[target_id]
    return Bitext(key, source, target, saved[-1].pairs, saved[-1].sequence, saved[-1].crossings) if saved else Bitext(key, source, target, (), 0)


def queue_alignment(store: Store, project_id: str, source_id: str, target_id: str, *, background: bool = False) -> Job:
    """Let the worker align two documents, or align again what nobody has confirmed."""
    return store.add_job(project_id, ALIGN, bitext_key(source_id, target_id), background=background)


def align_documents(store: Store, project_id: str, key: str, load_encoder: Callable[[], SpanEncoder], progress: Progress) -> int:
    """Align the two documents of `key` and save the beads; gives how many. What a person has confirmed stays as it is.

    Raises Conflict where somebody saved other beads meanwhile: they stay.
    """
    _, source_id, target_id = key.split("/")
    progress(0, 3, "Loading the encoder")
    before = bitext(store, project_id, source_id, target_id)
    encoder = load_encoder()
    progress(1, 3, f"Aligning {before.target.title or target_id}")
    after = aligned_again(before, encoder)
    found = f"{len(after.pairs)} beads" + (f", {len(after.crossings)} blocks out of order" if after.crossings else "")
    progress(2, 3, found)
    _save(store, project_id, after, after.pairs, author=None, operation=None)
    progress(3, 3, found)
    return len(after.pairs)


def aligned_again(before: Bitext, encoder: SpanEncoder) -> Bitext:
    """The confirmed beads as they are, everything between them aligned anew, and what is left over on both sides held against each other."""
    source = [span for pair in before.pairs for span in pair.source] or list(segments(before.source))
    target = [span for pair in before.pairs for span in pair.target] or list(segments(before.target))
    rows, columns = ({span: index for index, span in enumerate(spans)} for spans in (source, target))
    confirmed = [pair for pair in before.pairs if pair.confirmed]
    fixed = [Bead(tuple(rows[span] for span in pair.source), tuple(columns[span] for span in pair.target), pair.score) for pair in confirmed]
    texts = [span.of(before.source.text) for span in source], [span.of(before.target.text) for span in target]
    taken = {(0, row) for bead in fixed for row in bead.source} | {(1, column) for bead in fixed for column in bead.target}
    beads = align(*texts, encoder, fixed=fixed)

    def pair(bead: Bead, *, confirmed: bool) -> AlignedPair:
        return AlignedPair(tuple(source[row] for row in bead.source), tuple(target[column] for column in bead.target), bead.score, confirmed)

    pairs = (
        pair(bead, confirmed=all((0, row) in taken for row in bead.source) and all((1, column) in taken for column in bead.target)) for bead in beads
    )
    blocks = crossings(*texts, beads, encoder)
    return replace(before, pairs=tuple(pairs), crossings=tuple(pair(block, confirmed=False) for block in blocks))


def segments(document: Document) -> tuple[Span, ...]:
    """A document's segments: its sentences; its lines where it is written one sentence to a line."""
    lines = tuple(span for span in line_spans(document.text) if span.of(document.text).strip())
    found = sentences(document.text, document.language, document.furniture)
    return lines if len(lines) > LINES_SHARE * len(found) else found


def save(
    store: Store, project_id: str, before: Bitext, pairs: Sequence[AlignedPair], *, reviewer: str, operation: str, based_on: int | None = None
) -> int:
    """Save beads that a person put right; gives the new sequence. `based_on` is the sequence of the beads the person had seen.

    Raises BadInput where they are not the documents' segments in order, Conflict where somebody saved others first.
    """
    for side, text in (("source", before.source.text), ("target", before.target.text)):
        spans = [span for pair in pairs for span in getattr(pair, side)]
        known = [span for pair in before.pairs for span in getattr(pair, side)]
        if spans != sorted(spans) or sorted(spans) != sorted(known) or any(span.end > len(text) for span in spans):
            raise BadInput(f"the {side} segments are not all there, once each and in order", where=before.key, remedy="reload the page")
    seen = before if based_on is None else replace(before, sequence=based_on)
    return _save(store, project_id, seen, pairs, author=reviewer, operation=operation)


def _save(store: Store, project_id: str, before: Bitext, pairs: Sequence[AlignedPair], *, author: str | None, operation: str | None) -> int:
    made = stamp(author, operation) if author else stamp(operation=operation)
    event = BitextAligned(
        **made, unit_key=before.key, source_id=before.source.id, target_id=before.target.id, pairs=tuple(pairs), crossings=before.crossings
    )
    return store.append(project_id, [event], expected_sequence=before.sequence).sequences[-1]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of making units: how many came, how many were there already, how many beads have one side only or nobody confirmed."""

    added: int
    known: int
    one_sided: int
    unconfirmed: int


def make_units(store: Store, project_id: str, aligned: Bitext, reviewer: str) -> Made:
    """Make a unit of every confirmed bead with both sides that is none yet; its English is the rendering to review."""
    states = states_of(store, project_id, retired=True)
    known = {dict(state.properties).get("bead") for state in states.values()}
    confirmed = [pair for pair in aligned.pairs if pair.confirmed]
    whole = [pair for pair in confirmed if pair.source and pair.target]
    fresh = [pair for pair in whole if _name(pair) not in known]
    number = 1 + sum(key.rpartition("/")[2].startswith("b") for key in states)
    made = stamp(reviewer)
    events = [
        UnitAdded(
            **made,
            unit_key=f"{project_id}/b{number + index:04}",
            position=pair.target[0].start,
            target=joined(aligned.target.text, pair.target),
            article_id=aligned.target.id,
            source=joined(aligned.source.text, pair.source),
            properties=(("bead", _name(pair)), ("source", aligned.source.id)),
        )
        for index, pair in enumerate(fresh)
    ]
    store.append(project_id, events)
    return Made(len(fresh), len(whole) - len(fresh), len(confirmed) - len(whole), len(aligned.pairs) - len(confirmed))


def joined(text: str, spans: Iterable[Span]) -> str:
    """The segments as one text."""
    return SEGMENT_JOINER.join(" ".join(span.of(text).split()) for span in spans)


def _name(pair: AlignedPair) -> str:
    return f"{pair.source[0].start}-{pair.source[-1].end}:{pair.target[0].start}-{pair.target[-1].end}"
