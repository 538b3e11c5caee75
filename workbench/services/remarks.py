"""What a reviewer says about a unit without changing it: comments, error spans, and the lines of the editor's sheet."""

from collections.abc import Callable, Mapping

from workbench.errors import BadInput, Conflict, Refused
from workbench.model import (
    Anchor,
    Comment,
    CommentResolved,
    ErrorSeverity,
    ErrorSpan,
    ErrorSpanRemoved,
    Event,
    Explained,
    Glossed,
    Side,
    SignedOff,
    Span,
)
from workbench.model.marks import CONTEXT
from workbench.review.marks import searched
from workbench.review.state import UNSIGNING
from workbench.services.operation import Operation, Scene
from workbench.services.preferences import categories
from workbench.services.units import arabic_of

LONGEST_NAME = 100
MOST_MENTIONS = 20


def _comment(operation: Operation, scene: Scene) -> list[Event]:
    """A comment; one on words names their side and place."""
    text = operation.text("text")
    if not text.strip():
        raise BadInput("the comment is empty", where=operation.unit_key)
    side = operation.member(Side, "side") if operation.fields.get("side") else None
    anchor = _anchor(operation, "place", side, scene) if side else None
    return [Comment(**scene.common(operation), text=text, side=side, anchor=anchor, mentions=_mentions(operation))]


def _mentions(operation: Operation) -> tuple[str, ...]:
    names = operation.fields.get("mentions") or ()
    if (
        not isinstance(names, list | tuple)
        or len(names) > MOST_MENTIONS
        or not all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in names)
    ):
        raise BadInput("the people mentioned are no list of names", where=operation.unit_key, remedy="reload the page")
    return tuple(dict.fromkeys(names))


def _resolve(operation: Operation, scene: Scene) -> list[Event]:
    """A comment is settled, or open again."""
    comment = operation.text("comment", LONGEST_NAME)
    if all(comment != known.operation for known in scene.state.comments):
        raise Refused(f"{operation.unit_key}: this comment is not there; reload the page")
    return [CommentResolved(**scene.common(operation), comment=comment, resolved=operation.fields.get("resolved") is not False)]


def _mark(operation: Operation, scene: Scene) -> list[Event]:
    """An error span, new or in place of the one of the same name."""
    category = operation.text("category", LONGEST_NAME)
    if all(category != known.id for known in categories(scene.settings)):
        raise BadInput(f"the project has no error category “{category}”", where=operation.unit_key, remedy="reload the page")
    mark = ErrorSpan(
        **scene.common(operation),
        mark=operation.text("mark", LONGEST_NAME),
        category=category,
        severity=operation.member(ErrorSeverity, "severity"),
        target=_place(operation, "target", Side.TARGET, scene),
        source=_place(operation, "source", Side.SOURCE, scene),
        note=operation.optional("note"),
        origin=operation.optional("origin"),
    )
    for other in scene.state.marks:
        if other.mark != mark.mark and (other.category, other.target, other.source) == (mark.category, mark.target, mark.source):
            raise Refused(f"{operation.unit_key}: {other.author} has marked these words as this already; change that mark instead")
    return [mark]


def _place(operation: Operation, name: str, side: Side, scene: Scene) -> Anchor | None:
    if operation.fields.get(name) is None:
        if name == "target" and operation.fields.get("source") is None:
            raise BadInput("a mark needs a place", where=operation.unit_key, remedy="select the words again")
        return None
    if kept := _kept(operation, name, scene):
        return kept
    return _anchor(operation, name, side, scene)


def _kept(operation: Operation, name: str, scene: Scene) -> Anchor | None:
    """The place a mark has or had, when only what it says of it changes or it is put back: its words may have gone from the text since."""
    made = (event for event in reversed(scene.history) if isinstance(event, ErrorSpan))
    former = next((mark for mark in made if mark.mark == operation.fields.get("mark")), None)
    anchor = getattr(former, name, None)
    return anchor if anchor and operation.fields[name] == "kept" else None


def _anchor(operation: Operation, name: str, side: Side, scene: Scene) -> Anchor:
    """The words a browser points at, in the side's text as it stands now: where it says, else where they have moved to."""
    text = scene.state.rendering if side is Side.TARGET else arabic_of(scene.state, scene.documents)
    given = _given(operation, name)
    if given.span.end <= len(text) and given.span.of(text) == given.exact:
        return Anchor.of(text, given.span)
    found = searched(given, text)
    if found is None:
        words = f"“{given.exact}” is" if given.exact else "the place is"
        raise Refused(f"{operation.unit_key}: {words} no longer in the text, somebody changed it; mark it again")
    return Anchor.of(text, found)


def _given(operation: Operation, name: str) -> Anchor:
    place = operation.fields.get(name)
    try:
        if not isinstance(place, Mapping) or not all(isinstance(place.get(part, ""), str) for part in ("exact", "before", "after")):
            raise TypeError(place)
        start, end = place["span"]
        return Anchor(Span(start, end), place["exact"], place.get("before", "")[-CONTEXT:], place.get("after", "")[:CONTEXT])
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"“{name}” is no place in a text", where=operation.unit_key, remedy="select the words again") from error


def _unmark(operation: Operation, scene: Scene) -> list[Event]:
    mark = operation.text("mark", LONGEST_NAME)
    if all(mark != known.mark for known in scene.state.marks):
        raise Refused(f"{operation.unit_key}: this mark is not there any more")
    return [ErrorSpanRemoved(**scene.common(operation), mark=mark)]


def _gloss(operation: Operation, scene: Scene) -> list[Event]:
    standing = scene.state.gloss
    _unless_newer(operation, scene, "gloss", standing.gloss if standing else "", standing.author if standing else None)
    return [Glossed(**scene.common(operation), gloss=operation.text("text").strip())]


def _explain(operation: Operation, scene: Scene) -> list[Event]:
    standing = scene.state.explanation
    _unless_newer(operation, scene, "explanation", standing.text if standing else "", standing.author if standing else None)
    return [Explained(**scene.common(operation), text=operation.text("text").strip())]


def _unless_newer(operation: Operation, scene: Scene, what: str, text: str, author: str | None) -> None:
    """Refuse to write over what somebody else wrote after the reviewer began."""
    if text and text != operation.optional("was") and author != scene.reviewer:
        raise Refused(f"{operation.unit_key}: {author} wrote another {what} first: “{text}”. Yours is kept as a draft; save again to use it.")


def _sign_off(operation: Operation, scene: Scene) -> list[Event]:
    """A signature under what was seen: nothing that the sheet shows may be newer, unless the editor put it there."""
    unseen = (event for event in scene.history if event.sequence > operation.based_on and isinstance(event, UNSIGNING))
    if newer := next((event for event in unseen if event.author != scene.reviewer), None):
        raise Conflict(operation.unit_key, operation.based_on, newer.sequence)
    return [SignedOff(**scene.common(operation))]


MAKERS: dict[str, Callable[[Operation, Scene], list[Event]]] = {
    "comment": _comment,
    "resolve": _resolve,
    "mark": _mark,
    "unmark": _unmark,
    "gloss": _gloss,
    "explain": _explain,
    "sign-off": _sign_off,
}
