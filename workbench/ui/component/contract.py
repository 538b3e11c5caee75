"""What the page tells the pane, and what the pane tells the page.

**To the pane** (`data` of `review_pane`, JSON; offsets are code points):

    project     {"id", "title", "alone"?: true where one person may approve without being asked, "reason_on_change"?: true where who approves
                changed words says why}
    reviewer    the name drafts and unsaved operations are kept under in the browser
    baseline    id of the text that renderings are compared with at first
    cursor      sequence of the log this answer is up to
    total?      how many rows the project has; when the pane knows fewer it asks again from cursor 0
    checked?    how many findings became known after their rows were sent without; `checking`: more will, ask again soon
    rows        rows of the queue new or changed since the message's cursor; all of them when there was no message:
                {"key", "sequence", "position", "label", "speaker", "outlet", "kind", "state", "certainty", "findings", "checks", "checksum": of all
                that was found, "changed", "at",
                "article", "by", "people", "marks", "comments", "mentions", "signed"}, without what is empty, 0 or false; of one that is not new
                no "position", "speaker", "outlet", "kind" and "article", and "label" only where it changed
    gone?       keys of rows that are no more
    units       full views: those asked for (`want`), and those of the message's operations, these without `source` when
                it is as it was at the message's cursor
    acks        one for each operation of the message:
                {"operation", "status": "stored" | "conflict" | "refused" | "failed", "sequence", "message",
                "theirs": {"text", "author", "at"} | null}
    checks      the findings on the text of `check`: {"key", "request", "findings"} | null
    go_to       key of a unit to show | null
    query?      the filter to begin with
    here?       everybody else who is there: [{"name", "unit"}]; null where that was told a moment ago
    links?      which words of a unit belong together, for each that was asked about: [{"key", "source", "target": the two texts,
                "links": [[[start, end] in the source, [start, end] in the target], …]}], code points
    queries?    the queries kept under a name: {name: query}
    typology?   the error categories: [{"id", "group", "title", "description", "key", "place": "span" | "omission" | "whole"}]
    sources?    the Arabic documents: [{"id", "outlet", "title", "published", "language", "provenance"}]
    found?      answers to `ask`: [{"field", "value", "keys"}]
    document?   the whole text of the document of `read`: {"id", "text"}
    history?    all lines of the unit of `history`: {"key", "history"}

A full view of a unit:

    key, sequence, state, kind, reasons
    heading     {"speaker", "resolved", "outlet", "outlet_resolved", "cue", "date", "article_title", "position", "of"}
    source      {"text", "uncorrected": the Arabic as its place reads, where a person corrected it, "candidates", "chosen": index | null,
                "confirmed", "corrected_by": who corrected it | null, "certainty", "confidence", "supplied"}; a candidate is
                {"document_id", "outlet", "title", "published", "language",
                "provenance", "before", "pieces": [[text, inside the span?], …], "after", "score", "margin", "reasons",
                "state", "spans"}
    target      {"published", "reviewed", "before", "after", "paragraph", "interpolations", "elisions"}, the spans counting in `published`
    baselines   [{"id", "label", "text"}]
    findings    [{"id", "check", "title", "severity", "message", "source_span", "target_span", "suggestion", "dismissed", "category"}], the
                spans counting in `source.text` and in `reviewed`
    marks       [{"mark", "category", "severity", "points", "note", "origin", "author", "at", "target", "source"}]; a place is {"exact",
                "span": where the words stand now, null where they have changed since} | null
    comments    [{"id", "author", "at", "text", "mentions", "resolved", "side", "place"}]
    history     [{"sequence", "author", "at", "text": a readable line, "restore": the text it left behind | null}], the newest of `events`
    scores      [{"name", "value", "signature"}]
    gloss, explanation, signed_off: {"author", "at"} | null
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

KINDS = (
    "revise",
    "revise-source",
    "verdict",
    "comment",
    "resolve",
    "mark",
    "unmark",
    "link",
    "dismiss",
    "restore",
    "fidelity",
    "remedy",
    "gloss",
    "explain",
    "sign-off",
    "undo",
    "save-query",
    "drop-query",
)
"""What an operation may be. The payload of each:

revise, revise-source {text} · restore {text, of} · verdict {verdict, reason, override} · comment {text, side?, place?, mentions} ·
resolve {comment, resolved} · mark {mark: its name, category, severity, target, source: a place | "kept" | null, note, origin} ·
unmark {mark} · gloss, explain {text, was} · sign-off {} · link {candidate, document_id, spans} (all null or empty: not in the supplied sources) ·
dismiss {finding, check, reason, scope?: "project" | "always"} · fidelity, remedy {value: words or null} · undo {of: sequence} ·
save-query {name, query} · drop-query {name}, both without a unit

A place is {span, exact, before, after}, the span in code points of that side's text, with a few characters of what stands around it.
"""

MOST_QUESTIONS = 20

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
    """A message of the pane: what it knows (`cursor`), which units it wants to see, what is to be stored, what is to be checked.

    `at` is the unit its reviewer looks at; `ask` are words of the filter, (field, value), that only the server can answer; `read` a document
    and `history` a unit to be shown whole; `checked` is how many late findings it knows of.
    """

    number: int
    cursor: int
    want: tuple[str, ...] = ()
    outbox: tuple[Operation, ...] = ()
    check: LiveCheck | None = None
    at: str | None = None
    ask: tuple[tuple[str, str], ...] = ()
    read: str | None = None
    history: str | None = None
    checked: int | None = None

    @classmethod
    def parse(cls, value: Any) -> Self:
        """The message a browser sent; BadInput when it is not well formed.

        >>> Sync.parse({"n": 1, "cursor": 0, "want": ["hama/q01"], "outbox": [], "check": None})
        Sync(number=1, cursor=0, want=('hama/q01',), outbox=(), check=None, at=None, ask=(), read=None, history=None, checked=None)
        """
        fields = _mapping(value, "the message")
        check = fields.get("check")
        return cls(
            number=_number(fields, "n"),
            cursor=_number(fields, "cursor"),
            want=tuple(key for key in _list(fields, "want") if isinstance(key, str)),
            outbox=tuple(Operation.parse(operation) for operation in _list(fields, "outbox")),
            check=None if check is None else _live_check(_mapping(check, "the check")),
            at=_optional(fields, "at"),
            ask=tuple((_text(question, "field"), _text(question, "value")) for question in map(_question, _list(fields, "ask")[:MOST_QUESTIONS])),
            read=_optional(fields, "read"),
            history=_optional(fields, "history"),
            checked=_number(fields, "checked") if fields.get("checked") is not None else None,
        )


def _live_check(fields: Mapping[str, Any]) -> LiveCheck:
    return LiveCheck(_text(fields, "key"), _number(fields, "request"), _text(fields, "text"))


def _question(value: Any) -> Mapping[str, Any]:
    return _mapping(value, "a question")


def _optional(fields: Mapping[str, Any], name: str) -> str | None:
    return None if fields.get(name) is None else _text(fields, name)


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
