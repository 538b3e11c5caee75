"""Who may do what: ISO 17100 wants a second person on every changed text."""

from workbench.errors import BadInput, Refused
from workbench.model import Verdict, VerdictKind
from workbench.review.state import UnitState


def needs_override(state: UnitState, reviewer: str) -> bool:
    """Whether approving would mean approving one's own words, on either side."""
    return reviewer in (state.text_author, state.source_author)


def admit(state: UnitState, verdict: Verdict, *, reason_on_change: bool = False) -> Verdict:
    """The verdict as it may be stored; with `reason_on_change` who approves changed words says why.

    Approving is called “with changes” exactly when there are changes. Raises Refused where the text's own author approves without saying
    so, or nothing is there to judge against; BadInput for a rejection, or an approval that needs one, without a reason.
    """
    if verdict.verdict.approves:
        if reason_on_change and state.changed and not verdict.reason.strip():
            raise BadInput("changed words are approved without a reason", where=state.key, remedy="say in a few words why they were changed")
        return _approval(state, verdict)
    if verdict.verdict is VerdictKind.REJECTED and not verdict.reason.strip():
        raise BadInput("a rejection has no reason", where=state.key, remedy="say in a few words what is wrong with the rendering")
    if verdict.verdict is VerdictKind.WITHDRAWN and state.verdict is None:
        raise Refused(f"{state.key}: there is no verdict to take back")
    return verdict


def _approval(state: UnitState, verdict: Verdict) -> Verdict:
    if not state.has_source:
        raise Refused(f"{state.key}: no Arabic to approve the rendering against; choose its place in a source first")
    if not state.rendering.strip():
        raise Refused(f"{state.key}: an empty rendering cannot be approved; reject it or write one")
    own = needs_override(state, verdict.author)
    if own and not verdict.override:
        raise Refused(f"{state.key}: {verdict.author} wrote this text; another person approves it, or approve it alone on purpose")
    kind = VerdictKind.APPROVED_WITH_CHANGES if state.changed else VerdictKind.APPROVED
    return Verdict(
        unit_key=verdict.unit_key,
        author=verdict.author,
        at=verdict.at,
        operation=verdict.operation,
        verdict=kind,
        reason=verdict.reason,
        override=own,
    )
