"""The pane's modules by themselves: the diff Python draws too, the filter's language, offsets, and an outbox that loses nothing."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from workbench.review.changes import changes

pytestmark = pytest.mark.browser

CASES = json.loads(Path(__file__).with_name("diff_cases.json").read_text(encoding="utf-8"))
ROWS = [
    {
        "key": "q01",
        "label": "three attackers",
        "speaker": "A3maq",
        "outlet": "A3maq",
        "kind": "partial",
        "state": "approved",
        "certainty": "sure",
        "findings": 0,
    },
    {
        "key": "q02",
        "label": "مؤسسات الدولة",
        "speaker": "Abu Ahmed",
        "outlet": "كُلّنا شركاء",
        "kind": "direct",
        "state": "changed",
        "certainty": "sure",
        "findings": 2,
    },
    {
        "key": "q03",
        "label": "the mountains",
        "speaker": "he",
        "outlet": "Enab",
        "kind": "direct",
        "state": "no-source",
        "certainty": "unsure",
        "findings": 0,
    },
    {
        "key": "q04",
        "label": "mistakes: of Idlib",
        "speaker": "Abu Ahmed",
        "outlet": "Enab",
        "kind": "scare",
        "state": "waiting",
        "certainty": "likely",
        "findings": 1,
    },
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_python_draws_the_shared_cases(case: dict[str, Any]) -> None:
    assert [[change.kind.value, change.text] for change in changes(case["before"], case["after"])] == case["changes"]


def test_the_browser_draws_the_shared_cases_and_agrees_with_python_on_others(module: Callable[..., Any], page: Page) -> None:
    for case in CASES:
        assert module("diff.js", "changes", case["before"], case["after"]) == case["changes"], case["label"]
    dice = random.Random(20161003)  # the same texts every time
    words = [
        "we",
        "had",
        "the",
        "need",
        " ",
        "  ",
        ",",
        ".",
        "’",
        "don’t",
        "15",
        "حماة",
        "حماةٌ",
        "\N{ARABIC FATHATAN}",
        "[x]",
        "…",
        "😀",
        "\N{ZERO WIDTH NON-JOINER}",
        "\n",
    ]
    texts = [["".join(dice.choices(words, k=dice.randrange(20))) for _ in range(2)] for _ in range(500)]
    drawn = page.evaluate(
        "async texts => { const { changes } = await import('/diff.js'); return texts.map(([old, now]) => changes(old, now)); }", texts
    )
    for (old, now), steps in zip(texts, drawn, strict=True):
        assert steps == [[change.kind.value, change.text] for change in changes(old, now)], (old, now)


def test_a_span_follows_its_words_through_a_change(module: Callable[..., Any]) -> None:
    steps = module("diff.js", "changes", "we had talks, God willing", "we held many talks, God willing")
    assert module("diff.js", "mapSpan", steps, [14, 17]) == [20, 23]
    assert module("diff.js", "mapSpan", steps, [3, 6]) is None


def test_code_points_become_utf16_units(module: Callable[..., Any]) -> None:
    assert module("offsets.js", "utf16Spans", "a😀b😀", [[0, 1], [1, 2], [2, 4], [3, 99]]) == [[0, 1], [1, 3], [3, 6], [4, 6]]
    assert module("offsets.js", "utf16Spans", "حماة", [[1, 3]]) == [[1, 3]]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", "1234"),
        ("state:waiting,changed", "24"),
        ("has:finding -kind:scare", "2"),
        ('speaker:"abu ahmed" mistakes', "4"),
        ("outlet:كلنا", "2"),
        ("مؤسسات", "2"),
        ("-state:approved -has:source", "3"),
        ("sure:unsure", "3"),
        ("state:", "1234"),
        ("mistakes:", "4"),
        ("nothing of the kind", ""),
    ],
)
def test_the_filter(module: Callable[..., Any], page: Page, query: str, keys: str) -> None:
    kept = page.evaluate(
        "async ([query, rows]) => { const { matcher } = await import('/query.js'); return rows.filter(matcher(query)).map(row => row.key) }",
        [query, ROWS],
    )
    assert kept == [f"q0{digit}" for digit in keys]


def test_the_filter_completes_what_is_typed(module: Callable[..., Any]) -> None:
    def labels(query: str) -> list[str]:
        return [option["label"] for option in module("query.js", "completions", query, len(query), ROWS)]

    assert labels("st") == ["state:"]
    assert labels("has:finding state:wai") == ["waiting"]
    assert labels("speaker:") == ["A3maq", "Abu Ahmed", "he"]
    assert module("query.js", "completions", "x speaker:ab", 12, ROWS)[0]["text"] == 'x speaker:"Abu Ahmed" '


LOSSY_SERVER = """async ([bursts, seed]) => {
    const { Outbox } = await import("/outbox.js");
    const { Storage } = await import("/storage.js");
    let state = seed;
    const chance = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const storage = () => new Storage("project", "reviewer");
    const log = [];
    const stored = new Map();
    let outbox = null;
    const open = () => {
        outbox?.close();
        outbox = new Outbox(storage(), () => {});
        outbox.send = (message) => {
            if (chance() < 0.3) throw new Error("disconnected");
            if (chance() < 0.3) return;
            const acks = message.outbox.map((operation) => {
                if (!stored.has(operation.operation)) { log.push(operation.text); stored.set(operation.operation, log.length); }
                return { operation: operation.operation, status: "stored", sequence: stored.get(operation.operation) };
            });
            if (chance() < 0.3) return;
            outbox.acknowledge(acks);
        };
    };
    open();
    const done = [];
    for (let burst = 0; burst < bursts; burst += 1) {
        const number = 1 + Math.floor(chance() * 4);
        for (let index = 0; index < number; index += 1) {
            const text = `${burst}.${index}`;
            done.push(text);
            outbox.push({ unit: `q${Math.floor(chance() * 3)}`, based_on: 0, kind: "comment", text });
        }
        outbox.flush();
        if (chance() < 0.2) open();
    }
    for (let round = 0; round < 60 && outbox.operations.length; round += 1) outbox.flush();
    outbox.close();
    return { done, log, waiting: outbox.operations.length, kept: storage().all("operation").length };
}"""


def test_no_operation_is_lost_or_stored_twice_through_cuts_and_reloads(module: Callable[..., Any], page: Page) -> None:
    for seed in (1, 2, 3):
        result = page.evaluate(LOSSY_SERVER, [40, seed])
        assert result["log"] == result["done"]
        assert result["waiting"] == result["kept"] == 0
