"""How much of the annotated passages is read right: `python -m tests.extract.measuring` prints a table.

The passages are ours and were written to show constructions, many of them before the rules that read them; the rules were then corrected by
them. Known failures count as what they are: wrong.
"""

from collections import Counter
from collections.abc import Iterator

from tests.extract.passages import Passage, passages, seen


def tally(side: list[Passage]) -> dict[str, tuple[int, int]]:
    """For each question how many answers are right and how many there are; a quotation that was not found answers nothing right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for passage in side:
        found = {quotation.text(passage.text): seen(quotation, passage.text) for quotation in passage.read()}
        for expected in passage.expected:
            facts = found.pop(expected["text"], None)
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


def main() -> None:
    everything = list(passages())
    for language, title in (("en", "English"), ("ar", "Arabic")):
        side = [passage for passage in everything if passage.language == language]
        print(f"{title}: {len(side)} passages, {sum(passage.known_failure for passage in side)} known failures")
        for question, (right, total) in sorted(tally(side).items()):
            print(f"  {question:26} {right / total:.3f}  ({right} of {total})")


if __name__ == "__main__":
    main()
