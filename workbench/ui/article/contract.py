"""What the page tells the article component, and what comes back.

**To the component** (`data`, JSON; offsets are code points of the article's text):

    project                id of the project
    reviewer_in_address    the reviewer to name in links | null where it is the system's user
    article                {"id", "title", "text", "language"}
    cursor                 sequence of the log this is up to; a correction names the one its author had seen
    quotations             [{"key", "number", "fragments": [[start, end], …], "kind", "reasons", "state" in words, "findings", "changed",
                           "speaker", "outlet": {"who", "stands_for" | null, "stated"} | null}], in the order of the text
    speakers, outlets      the names of the article, to choose from
    answer                 {"request", "status": "stored" | "conflict" | "refused" | "failed", "message", "key"} | null

**Back**, as trigger `correction`: {"request": a unique name, "kind", "seen", "fields"}. The same one may come twice and is done once. The
fields of each kind:

    correct   {unit} and what is to change of {speaker, speaker_stands_for, outlet, outlet_stands_for, kind_wanted, fragments}
    add       {span} · split {unit, at} · join {unit, other} · retire {unit, reason}

As trigger `open`: {"key"} of a unit to review.
"""

from collections.abc import Mapping
from typing import Any

from workbench.errors import BadInput
from workbench.services.reading import Request

WHERE = "the article's page"


def parse(value: Any) -> Request:
    """The correction a browser sent; BadInput when it is none.

    >>> parse({"request": "a1", "kind": "add", "seen": 7, "fields": {"span": [3, 9]}})
    Request(id='a1', kind='add', seen=7, fields={'span': [3, 9]})
    """
    if isinstance(value, Mapping):
        name, kind, seen, fields = value.get("request"), value.get("kind"), _count(value.get("seen")), value.get("fields")
        if isinstance(name, str) and name and isinstance(kind, str) and isinstance(fields, Mapping) and seen is not None:
            return Request(id=name, kind=kind, seen=seen, fields=dict(fields))
    raise BadInput("the message is not well formed", where=WHERE, remedy="reload the page")


def _count(value: Any) -> int | None:
    # JSON numbers may come back as floats; True is an int to Python and no sequence to us.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 2**53 or value != int(value):
        return None
    return int(value)
