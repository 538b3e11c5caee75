"""How much is read right: `python -m tests.extract.measuring` prints a table over the annotated passages.

The passages are ours and were written to show constructions, many of them before the rules that read them; the rules were then corrected by
them. Known failures count as what they are: wrong.

`python -m tests.extract.measuring --news FOLDER` measures speakers in news that belongs to others, in those of its files that FOLDER has:
eight texts of tests/data/txt in the source distribution of newspaper4k 0.9.6 (`pip download --no-deps --no-binary newspaper4k
newspaper4k==0.9.6`), and twenty reports of gensim/test/test_data/lee_background.cor in the wheel of gensim 4.4, a report a line.
`news_gold.jsonl` has the quoted regions and who speaks them, without the text.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.extract.passages import Passage, document, passages, seen
from workbench.extract import quotations
from workbench.metrics.quotations import Rates
from workbench.model import Span

NEWS = Path(__file__).with_name("news_gold.jsonl")


def tally(side: list[Passage]) -> dict[str, tuple[int, int]]:
    """For each question how many answers are right and how many there are; a quotation that was not found answers nothing right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for passage in side:
        found = [seen(quotation, passage.text) for quotation in passage.read()]
        for expected in passage.expected:
            facts = next((one for one in found if one["text"] == expected["text"]), None)
            if facts is not None:
                found.remove(facts)
            for question, is_right in answers(expected, facts):
                total[question] += 1
                right[question] += is_right
        total["found that should not be"] += 1
        right["found that should not be"] += not found
    return {question: (right[question], total[question]) for question in total}


def answers(expected: dict[str, object], facts: dict[str, object] | None) -> Iterator[tuple[str, bool]]:
    yield "bounds", facts is not None
    groups = {"speaker": ("speaker", "resolved", "quoted"), "outlet or agency": ("outlet", "agency"), "kind": ("kind",), "when": ("when", "day")}
    for question, names in groups.items():
        asked = [name for name in names if name in expected]
        if asked:
            yield question, facts is not None and all(facts[name] == expected[name] for name in asked)


def in_news(folder: Path) -> Iterator[tuple[str, Rates]]:
    """For each file of the gold that is there, how many of its quotations have the right speaker; one where the gold has none counts against."""
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    for file in dict.fromkeys(row["file"] for row in rows):
        if not (folder / file).exists():
            continue
        whole = (folder / file).read_text(encoding="utf-8")
        total = Rates(0, 0, 0)
        for line in dict.fromkeys(row.get("line") for row in rows if row["file"] == file):
            text = whole if line is None else whole.split("\n")[line]
            total += _speakers(text, [row for row in rows if row["file"] == file and row.get("line") == line])
        yield file, total


def _speakers(text: str, rows: list[dict[str, Any]]) -> Rates:
    found = {fragment: seen(quotation, text) for quotation in quotations(document(text, "en")) for fragment in quotation.fragments}
    right = attributed = 0
    for row in rows:
        facts = found.get(Span(*row["region"]), {})
        named = f"{facts.get('resolved') or ''} {facts.get('speaker') or ''}".lower()
        attributed += facts.get("speaker") is not None
        right += any(name.lower() in named for name in row["speakers"])
    return Rates(right, sum(bool(row["speakers"]) for row in rows), attributed)


def print_news(folder: Path) -> None:
    total = Rates(0, 0, 0)
    for file, rates in in_news(folder):
        print(f"  {file:26} {rates.f1:.3f}  ({rates.right} of {rates.gold}, {rates.found} attributed)")
        total += rates
    print(f"  {'all':26} {total.f1:.3f}  ({total.right} of {total.gold}, {total.found} attributed)")


def main() -> None:
    parser = argparse.ArgumentParser(description="How much of quotations and their attribution is read right.")
    parser.add_argument("--news", type=Path, metavar="FOLDER", help="measure speakers in the news texts of this folder instead")
    folder = parser.parse_args().news
    if folder is not None:
        print_news(folder)
        return
    everything = list(passages())
    for language, title in (("en", "English"), ("ar", "Arabic")):
        side = [passage for passage in everything if passage.language == language]
        print(f"{title}: {len(side)} passages, {sum(passage.known_failure for passage in side)} known failures")
        for question, (right, total) in sorted(tally(side).items()):
            print(f"  {question:26} {right / total:.3f}  ({right} of {total})")


if __name__ == "__main__":
    main()
