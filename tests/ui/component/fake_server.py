"""A server in memory that answers the pane as the real one does: an append-only log, idempotent operations, refused overwrites."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from workbench.services.desk import REMARKS
from workbench.ui.component import LiveCheck, Operation, Sync

STATES = {"approved": "approved", "approved-with-changes": "approved", "rejected": "rejected", "second-look": "second-look"}


@dataclass
class FakeServer:
    """Units as full views; `mode` is "" for a server that works, "failing" for one whose database is away."""

    units: dict[str, dict[str, Any]]
    mode: str = ""
    sequence: int = 1
    stored: dict[str, dict[str, Any]] = field(default_factory=dict)
    log: list[tuple[int, str, Operation]] = field(default_factory=list)
    reruns: int = 0

    def handle(self, sync: Sync, reviewer: str) -> list[dict[str, Any]]:
        """Store the outbox; the acknowledgements."""
        return [self.acknowledge(operation, reviewer) for operation in sync.outbox]

    def acknowledge(self, operation: Operation, reviewer: str) -> dict[str, Any]:
        """Store one operation, once."""
        if known := self.stored.get(operation.operation):
            return known
        if self.mode == "failing":
            return self.ack(operation, "failed", 0, "The database does not answer")
        unit = self.units[operation.unit]
        before = self.stored.get(operation.after or "")
        base = before["sequence"] if before and before["status"] == "stored" else operation.based_on
        if operation.kind not in REMARKS and base < unit.get("contended", 0):
            theirs = {"text": unit["target"]["reviewed"], "author": unit["author_of_text"] or "Rima", "at": now()}
            answer = self.ack(operation, "conflict", unit["sequence"], "changed meanwhile", theirs)
        elif operation.kind not in REMARKS and before and before["status"] != "stored":
            answer = {**before, "operation": operation.operation}
        else:
            self.sequence += 1
            self.apply(unit, operation, reviewer)
            unit["sequence"] = self.sequence
            if operation.kind not in REMARKS:
                unit["contended"] = self.sequence
            self.log.append((self.sequence, reviewer, operation))
            answer = self.ack(operation, "stored", self.sequence)
        self.stored[operation.operation] = answer
        return answer

    @staticmethod
    def ack(operation: Operation, status: str, sequence: int, message: str = "", theirs: dict[str, Any] | None = None) -> dict[str, Any]:
        return {"operation": operation.operation, "status": status, "sequence": sequence, "message": message, "theirs": theirs}

    def apply(self, unit: dict[str, Any], operation: Operation, reviewer: str) -> None:
        """What a stored operation does to the view."""
        payload = operation.payload
        entry = {"sequence": self.sequence, "author": reviewer, "at": now(), "kind": operation.kind, "text": operation.kind, "restore": None}
        match operation.kind:
            case "revise" | "restore":
                unit["history"].append({**entry, "text": "revised the text", "restore": payload["text"]})
                unit["target"]["reviewed"] = payload["text"]
                unit["author_of_text"], unit["state"], unit["may_approve"] = reviewer, "changed", False
                unit["findings"] = findings(payload["text"])
            case "verdict":
                unit["history"].append({**entry, "text": payload["verdict"]})
                unit["state"] = STATES[payload["verdict"]]
            case "comment":
                comment = {"id": operation.operation, "author": reviewer, "at": now(), "text": payload["text"], "resolved": False}
                unit["comments"].append({**comment, "mentions": [], "side": None, "place": None})
            case "link":
                unit["source"]["chosen"] = payload["candidate"]
                unit["source"]["confirmed"] = True
                unit["state"] = "no-source" if payload["candidate"] is None else "waiting"
                unit["source"]["text"] = "" if payload["candidate"] is None else "as chosen"
            case "dismiss":
                for finding in unit["findings"]:
                    finding["dismissed"] = finding["dismissed"] or finding["id"] == payload["finding"]
            case "fidelity" | "remedy":
                unit[operation.kind] = payload["value"]
            case "undo":
                unit["history"].append({**entry, "text": f"took back event {payload['of']}"})
                unit["state"] = "waiting"

    def other_saves(self, key: str, text: str, author: str = "Rima") -> None:
        """Somebody else saves a text."""
        self.sequence += 1
        unit = self.units[key]
        unit["target"]["reviewed"], unit["author_of_text"], unit["sequence"], unit["state"] = text, author, self.sequence, "changed"
        unit["contended"] = self.sequence
        unit["history"].append({"sequence": self.sequence, "author": author, "at": now(), "kind": "revise", "text": "revised", "restore": text})

    def answer(self, sync: Sync | None, acks: list[dict[str, Any]], check: LiveCheck | None) -> dict[str, Any]:
        """The pane's data for this run."""
        self.reruns += 1
        cursor = sync.cursor if sync else 0
        changed = [unit for unit in self.units.values() if unit["sequence"] > cursor]
        wanted = [self.units[key] for key in (sync.want if sync else list(self.units)[:24]) if key in self.units]
        views = {unit["key"]: unit for unit in (*wanted, *(changed if sync and cursor else ()))}
        return {
            "cursor": self.sequence,
            "total": len(self.units),
            "rows": [row(unit) for unit in changed],
            "units": list(views.values()),
            "acks": acks,
            "checks": {"key": check.key, "request": check.request, "findings": findings(check.text)} if check else None,
        }


def row(unit: dict[str, Any]) -> dict[str, Any]:
    """A unit's line in the queue."""
    heading = unit["heading"]
    return {
        "key": unit["key"],
        "position": heading["position"],
        "label": unit["target"]["published"],
        "speaker": heading["resolved"] or heading["speaker"],
        "outlet": heading["outlet_resolved"] or heading["outlet"],
        "kind": unit["kind"],
        "state": unit["state"],
        "certainty": unit["source"]["certainty"],
        "findings": sum(not finding["dismissed"] for finding in unit["findings"]),
        "changed": unit["target"]["reviewed"] != unit["target"]["published"],
        "article": heading["article_title"],
    }


def findings(text: str) -> list[dict[str, Any]]:
    """Two checks, enough to see findings come and go while typing."""
    found = []
    if (at := text.find(",God")) >= 0:
        found.append(finding("missing-space", "Missing space after a comma", "major", "“liberation,God” → “liberation, God”", [at, at + 4], ", God"))
    if (at := text.find("the need the need")) >= 0:
        found.append(finding("repeated-words", "Repeated words", "minor", "“the need” stands twice", [at, at + 17], "the need"))
    if (at := text.find("[")) >= 0:
        end = text.find("]", at) + 1
        found.append(finding("interpolation", "Words put in", "info", f"“{text[at:end]}” is not in the Arabic", [at, end], None))
    return found


def finding(check: str, title: str, severity: str, message: str, span: list[int], suggestion: str | None) -> dict[str, Any]:
    return {
        "id": f"{check}:{span[0]}",
        "check": check,
        "title": title,
        "severity": severity,
        "message": message,
        "source_span": None,
        "target_span": span,
        "suggestion": suggestion,
        "category": "accuracy/mistranslation",
        "dismissed": False,
    }


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
