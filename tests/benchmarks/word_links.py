"""How far word links can be trusted where nobody has marked the right ones.

    .venv/bin/python -m tests.benchmarks.word_links [--data ../shared/data]

A lexicon is fitted on one half of the documents, and the installed dictionaries are read where there are any. In the other half each Arabic
sentence is linked with its translation, and with the English of a sentence half the corpus away, where every link is chance. What the two have in
links a word says how many links in true pairs are chance: precision is about 1 - wrong / true, a little more where
a word like “in” would have been right by chance.
"""

import argparse
from pathlib import Path

from workbench.align.lexicon import Lexicon, source_words
from workbench.align.words import LearntLinks
from workbench.services.dictionary import installed_dictionary
from workbench.services.evaluation.tasks import Pair, read


def share(links: LearntLinks, pairs: list[Pair]) -> float:
    """Links for each Arabic word."""
    return sum(len(links.links(*pair)) for pair in pairs) / sum(len(source_words(arabic)) for arabic, _ in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description="How far word links can be trusted.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = read(parser.parse_args().data / "ntrex-dev")
    fitted = [pair for pairs in data.half("tuning").documents.values() for pair in pairs]
    held = [pair for pairs in data.half("reporting").documents.values() for pair in pairs]
    wrong = [(arabic, held[(number + len(held) // 2) % len(held)][1]) for number, (arabic, _) in enumerate(held)]
    none, learnt, printed = Lexicon({}, {}), Lexicon.fit(fitted), installed_dictionary()
    made = {"names and numbers only": LearntLinks(none), f"learnt from {len(fitted)} pairs": LearntLinks(learnt)}
    if len(printed):
        made |= {f"a dictionary of {len(printed)} words": LearntLinks(none, printed), "both": LearntLinks(learnt, printed)}
    for name, links in made.items():
        true, false = share(links, held), share(links, wrong)
        print(
            f"{name}: {true:.3f} links a word in {len(held)} true pairs, {false:.3f} in wrong ones: precision about {1 - false / true:.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
