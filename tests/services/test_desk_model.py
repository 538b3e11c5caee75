"""Three reviewers at two desks on one store, in any order, with answers that get lost: no update is lost, and what is shown is what the log says."""

import uuid
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from tests.benchmarks.making import make_project
from workbench.model import Event, Revision
from workbench.review.state import fold
from workbench.services.desk import Desk
from workbench.services.operations import Operation
from workbench.store import open_store

UNITS = 3
PROJECT = f"made-{UNITS}"
KEYS = [f"{PROJECT}/q{number:04}" for number in range(1, UNITS + 1)]
REVIEWERS = ("Lina", "Omar", "Rima")

reviewers = st.sampled_from(REVIEWERS)
keys = st.sampled_from(KEYS)
texts = st.sampled_from(["We met.", "We met often.", "We  met, [they] said …", "", "التقينا"])


class Reviewing(RuleBasedStateMachine):
    """Each reviewer has what they last saw of a unit, and an outbox whose operations travel until they are answered."""

    @initialize()
    def begin(self) -> None:
        self.store = open_store(":memory:")
        make_project(self.store, UNITS)
        here, there = Desk(self.store, PROJECT), Desk(self.store, PROJECT)
        here.catch_up()
        there.catch_up()
        self.desks = {"Lina": here, "Omar": here, "Rima": there}
        self.outboxes: dict[str, list[Operation]] = {name: [] for name in REVIEWERS}
        self.seen = {(name, key): here.view(key, name) for name in REVIEWERS for key in KEYS}
        self.stored: dict[str, int] = {}
        self.turned_down: list[tuple[str, Operation, dict[str, Any]]] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.verify().problems == ()
            self.store.close()

    # What reviewers do

    @rule(name=reviewers, key=keys)
    def look(self, name: str, key: str) -> None:
        self.desks[name].catch_up()
        self.seen[name, key] = self.desks[name].view(key, name)

    @rule(name=reviewers, key=keys, text=texts)
    def revise(self, name: str, key: str, text: str) -> None:
        self._file(name, key, "revise", text=text)

    @rule(name=reviewers, key=keys, verdict=st.sampled_from(["approved", "rejected", "second-look"]), alone=st.booleans())
    def judge(self, name: str, key: str, verdict: str, alone: bool) -> None:
        self._file(name, key, "verdict", verdict=verdict, reason="says something else", override=alone)

    @rule(name=reviewers, key=keys)
    def comment(self, name: str, key: str) -> None:
        self._file(name, key, "comment", text=f"{name} asks")

    @rule(name=reviewers, key=keys)
    def undo(self, name: str, key: str) -> None:
        self._file(name, key, "undo", of=0)

    @rule(name=reviewers, key=keys, candidate=st.sampled_from([None, 0, 1]))
    def link(self, name: str, key: str, candidate: int | None) -> None:
        found = [] if candidate is None else self.seen[name, key]["source"]["candidates"][candidate : candidate + 1]
        document, spans = (found[0]["document_id"], found[0]["spans"]) if found else (None, [])
        self._file(name, key, "link", candidate=candidate, document_id=document, spans=spans)

    @rule(name=reviewers, key=keys, value=st.sampled_from(["condensed", None]))
    def judge_fidelity(self, name: str, key: str, value: str | None) -> None:
        self._file(name, key, "fidelity", value=value)

    @rule(name=reviewers, key=keys)
    def dismiss(self, name: str, key: str) -> None:
        for finding in self.seen[name, key]["findings"][:1]:
            self._file(name, key, "dismiss", finding=finding["id"], reason="")

    @precondition(lambda self: any(self.outboxes.values()))
    @rule(name=reviewers, heard=st.booleans())
    def send(self, name: str, heard: bool) -> None:
        """The whole outbox travels; the answer may get lost, and then it travels again."""
        outbox = self.outboxes[name]
        before = {operation.id: self._logged()[operation.id] for operation in outbox}
        answers = self.desks[name].apply(outbox, name)
        assert [answer["operation"] for answer in answers] == [operation.id for operation in outbox]
        for operation, answer in zip(outbox, answers, strict=True):
            self._check(name, operation, answer, before[operation.id])
        if heard:
            self._settle(name, dict(zip((operation.id for operation in outbox), answers, strict=True)))

    @precondition(lambda self: any(answer["status"] == "conflict" for _, _, answer in self.turned_down))
    @rule()
    def save_over(self) -> None:
        """Of two texts a reviewer keeps their own: based on what the conflict named, it is stored, unless somebody was faster again."""
        name, operation, answer = next(entry for entry in self.turned_down if entry[2]["status"] == "conflict")
        self.turned_down.remove((name, operation, answer))
        again = replace(operation, id=uuid.uuid4().hex, based_on=answer["sequence"], after=None)
        (second,) = self.desks[name].apply([again], name)
        newest = self._contended(operation.unit_key)[-1]
        faster = newest.sequence > answer["sequence"] and newest.operation != again.id
        assert second["status"] in ({"conflict", "refused"} if faster else {"stored", "refused"}), (answer, second)
        if second["status"] == "stored":
            self.stored[again.id] = second["sequence"]

    def _file(self, name: str, key: str, kind: str, **fields: Any) -> None:
        filed = [operation for operation in self.outboxes[name] if operation.unit_key == key]
        before = filed[-1] if filed else None
        base = before.based_on if before else self.seen[name, key]["sequence"]
        self.outboxes[name].append(Operation(uuid.uuid4().hex, key, base, kind, fields, before.id if before else None))

    def _settle(self, name: str, answers: dict[str, dict[str, Any]]) -> None:
        """What the pane does with an answer: what is settled leaves the outbox."""
        for operation in self.outboxes[name]:
            answer = answers[operation.id]
            if answer["status"] != "stored":
                self.turned_down.append((name, operation, answer))
        self.outboxes[name] = []
        for key in KEYS:
            self.look(name, key)

    # What must hold

    def _check(self, name: str, operation: Operation, answer: dict[str, Any], times_before: int) -> None:
        status = answer["status"]
        assert status in {"stored", "conflict", "refused"}, answer
        logged = [event for event in self.store.events(PROJECT, unit_key=operation.unit_key) if event.operation == operation.id]
        assert bool(logged) == (status == "stored"), (status, operation)
        if status == "stored":
            assert answer["sequence"] == logged[-1].sequence == self.stored.setdefault(operation.id, answer["sequence"])
            assert all(event.author == name for event in logged)
            assert not times_before or len(logged) == times_before, "stored again"
            self._check_nothing_overwritten(name, operation, logged)
        if status == "conflict":
            assert answer["theirs"]["text"] == self._text(operation.unit_key)
            assert answer["sequence"] >= self._contended(operation.unit_key)[-1].sequence

    def _check_nothing_overwritten(self, name: str, operation: Operation, logged: list[Event]) -> None:
        """Between what the operation was based on and itself nobody changed anything it would have overwritten."""
        if not any(event.contended for event in logged):
            return
        own = {other.id for other in self.outboxes[name]}
        before = [event for event in self._contended(operation.unit_key) if event.sequence < logged[0].sequence]
        base = max(operation.based_on, *(event.sequence for event in before if event.operation in own), 0)
        between = [event for event in before if event.sequence > base]
        assert between == [], (operation, between)

    @invariant()
    def the_log_is_what_is_shown(self) -> None:
        if not hasattr(self, "store"):
            return
        events = self.store.events(PROJECT)
        states = fold(events)
        for desk in {id(desk): desk for desk in self.desks.values()}.values():
            desk.catch_up()
            assert {state.key: state for state in desk.states("article-001")} == states
            for key in KEYS:
                view = desk.view(key, "Lina")
                assert view["target"]["reviewed"] == self._text(key)
                assert len(view["comments"]) == sum(event.kind == "comment" and event.unit_key == key for event in events)
        assert [event.sequence for event in events] == list(range(1, len(events) + 1))
        assert set(self.stored) <= {event.operation for event in events}

    def _text(self, key: str) -> str:
        """The rendering, by the log alone: the newest revision's, else as published."""
        revised = [event.text for event in self.store.events(PROJECT, unit_key=key) if isinstance(event, Revision)]
        return revised[-1] if revised else str(self.seen["Lina", key]["target"]["published"])

    def _contended(self, key: str) -> list[Event]:
        return [event for event in self.store.events(PROJECT, unit_key=key) if event.contended]

    def _logged(self) -> Counter[str]:
        return Counter(event.operation for event in self.store.events(PROJECT))


def test_three_reviewers_lose_nothing() -> None:
    run_state_machine_as_test(Reviewing, settings=settings(max_examples=30, stateful_step_count=25, deadline=None))


@pytest.mark.campaign
def test_three_reviewers_lose_nothing_in_many_more_ways() -> None:
    run_state_machine_as_test(Reviewing, settings=settings(max_examples=600, stateful_step_count=60, deadline=None))
