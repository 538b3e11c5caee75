"""What the page tells the pane, and what the pane tells the page.

**To the pane** (`data` of `review_pane`, JSON; offsets are code points):

    project     {"id", "title", "alone"?: true where one person may approve without being asked}
    reviewer    the name drafts and unsaved operations are kept under in the browser
    baseline    id of the text that renderings are compared with at first
    cursor      sequence of the log this answer is up to
    total?      how many rows the project has; when the pane knows fewer it asks again from cursor 0
    rows        rows of the queue new or changed since the message's cursor; all of them when there was no message:
                {"key", "sequence", "position", "label", "speaker", "outlet", "kind", "state", "certainty", "findings", "checks", "changed",
                "article"}; of one that is not new only the fields that may have changed
    gone?       keys of rows that are no more
    units       full views: those asked for (`want`), and those of the message's operations, these without `source` when
                it is as it was at the message's cursor
    acks        one for each operation of the message:
                {"operation", "status": "stored" | "conflict" | "refused" | "failed", "sequence", "message",
                "theirs": {"text", "author", "at"} | null}
    checks      the findings on the text of `check`: {"key", "request", "findings"} | null
    go_to       key of a unit to show | null
    query?      the filter to begin with

A full view of a unit:

    key, sequence, state, kind, reasons
    heading     {"speaker", "resolved", "outlet", "outlet_resolved", "cue", "date", "article_title", "position", "of"}
    source      {"text", "candidates", "chosen": index | null, "confirmed", "certainty", "confidence"}; a candidate is {"document_id", "outlet",
                "title", "published", "language", "provenance", "before", "pieces": [[text, inside the span?], …], "after", "score", "margin",
                "reasons", "state", "spans"}
    target      {"published", "reviewed", "before", "after", "paragraph", "interpolations", "elisions"}, the spans counting in `published`
    baselines   [{"id", "label", "text"}]
    findings    [{"id", "check", "title", "severity", "message", "target_span", "suggestion", "dismissed"}], the spans counting in `reviewed`
    comments    [{"author", "at", "text"}]
    history     [{"sequence", "author", "at", "text": a readable line, "restore": the text it left behind | null}]
    scores      [{"name", "value", "signature"}]
    fidelity, remedy, author_of_text, may_approve, approve_note

A state is one of `waiting`, `changed`, `second-look`, `approved`, `rejected`, `no-source`, or its words. `failed` is tried again, `refused` is
not; `conflict` carries the text that was saved first and the sequence a new save must name.

**From the pane**: a `Sync`. The whole outbox travels each time until every operation has its acknowledgement, so an operation may come twice:
the second time its acknowledgement is sent again, nothing is stored. Operations on one unit may build on one another before the first is
acknowledged; each then names the one before it in `after`, and counts as based on that one's sequence once it is stored. When the one before
it was not stored, it is answered as that one was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from workbench.errors import BadInput

KINDS = ("revise", "verdict", "comment", "link", "dismiss", "restore", "fidelity", "remedy", "undo")
"""What an operation may be. The payload of each:

revise {text} · restore {text, of} · verdict {verdict, reason, override} · comment {text} · link {candidate, document_id, spans} (all null or
empty: not in the supplied sources) · dismiss {finding, check, reason} · fidelity, remedy {value: words or null} · undo {of: sequence}
"""

HEADER = frozenset({"operation", "unit", "based_on", "after", "kind"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing a reviewer did; `operation` is its uuid, `based_on` the sequence of the unit it was done to."""

    operation: str
    unit: str
    based_on: int
    kind: str
    after: str | None
    payload: Mapping[str, Any]

    @classmethod
    def parse(cls, value: Any) -> Self:
        """The operation a browser sent; BadInput when it is none."""
        fields = _mapping(value, "an operation")
        kind = _text(fields, "kind")
        if kind not in KINDS:
            raise BadInput(f"{kind!r} is no kind of operation", where="the review pane's message", remedy="reload the page")
        after = fields.get("after")
        return cls(
            operation=_text(fields, "operation"),
            unit=_text(fields, "unit"),
            based_on=_number(fields, "based_on"),
            kind=kind,
            after=after if isinstance(after, str) else None,
            payload={name: field for name, field in fields.items() if name not in HEADER},
        )


@dataclass(frozen=True, slots=True)
class LiveCheck:
    """A text being typed, to be checked without being stored; `request` goes back with the findings."""

    key: str
    request: int
    text: str


@dataclass(frozen=True, slots=True)
class Sync:
    """A message of the pane: what it knows (`cursor`), which units it wants to see, what is to be stored, what is to be checked."""

    number: int
    cursor: int
    want: tuple[str, ...] = ()
    outbox: tuple[Operation, ...] = ()
    check: LiveCheck | None = None

    @classmethod
    def parse(cls, value: Any) -> Self:
        """The message a browser sent; BadInput when it is not well formed.

        >>> Sync.parse({"n": 1, "cursor": 0, "want": ["hama/q01"], "outbox": [], "check": None})
        Sync(number=1, cursor=0, want=('hama/q01',), outbox=(), check=None)
        """
        fields = _mapping(value, "the message")
        check = fields.get("check")
        return cls(
            number=_number(fields, "n"),
            cursor=_number(fields, "cursor"),
            want=tuple(key for key in _list(fields, "want") if isinstance(key, str)),
            outbox=tuple(Operation.parse(operation) for operation in _list(fields, "outbox")),
            check=None if check is None else _live_check(_mapping(check, "the check")),
        )


def _live_check(fields: Mapping[str, Any]) -> LiveCheck:
    return LiveCheck(_text(fields, "key"), _number(fields, "request"), _text(fields, "text"))


def _mapping(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _malformed(f"{what} is not an object")
    return value


def _list(fields: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = fields.get(name, [])
    if not isinstance(value, list | tuple):
        raise _malformed(f"{name} is not a list")
    return value


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise _malformed(f"{name} is not a text")
    return value


def _number(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name)
    # JSON numbers may come back as floats; True is an int to Python and no number to us.
    if isinstance(value, bool) or not isinstance(value, int | float) or (isinstance(value, float) and not value.is_integer()) or value < 0:
        raise _malformed(f"{name} is not a count")
    return int(value)


def _malformed(what: str) -> BadInput:
    return BadInput(what, where="the review pane's message", remedy="reload the page")
