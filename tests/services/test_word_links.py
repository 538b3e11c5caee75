"""Word links of a project: names and numbers at once, words once enough of it is approved."""

from workbench.align.dictionary import Dictionary
from workbench.services.word_links import LEAST_PAIRS, ProjectWordLinks

NOUNS = [("الجسر", "bridge"), ("المدرسة", "school"), ("الطريق", "road"), ("السوق", "market"), ("المخبز", "bakery"), ("النهر", "river")]
VERBS = [("رأيت", "saw"), ("تركت", "left"), ("وجدت", "found"), ("عبرت", "passed"), ("ذكرت", "named")]


def pairs(number: int) -> list[tuple[str, str]]:
    made = [(f"{verb} {noun} {when}", f"we {said} the {named} {then}")
            for when, then in (("أمس", "yesterday"), ("اليوم", "today"), ("غدا", "tomorrow"))
            for verb, said in VERBS for noun, named in NOUNS]  # fmt: skip
    return [made[place * 7 % len(made)] for place in range(number)]


def linked(links: ProjectWordLinks, source: str, target: str) -> set[tuple[str, str]]:
    return {(link.source.of(source), link.target.of(target)) for link in links.of(source, target)}


def test_names_and_numbers_are_linked_from_the_start() -> None:
    links = ProjectWordLinks(list, Dictionary)
    assert linked(links, "زار خالد 14 مدرسة", "Khaled visited 14 schools") == {("خالد", "Khaled"), ("14", "14")}


def test_words_are_linked_once_enough_is_approved_and_never_from_less() -> None:
    few, enough = (ProjectWordLinks(lambda number=number: pairs(number), Dictionary) for number in (LEAST_PAIRS - 1, LEAST_PAIRS))
    for links in (few, enough):
        links.of("", "")
        links.wait()
    assert linked(few, "عبرت السوق أمس", "we passed the market yesterday") == set()
    assert {("السوق", "market"), ("عبرت", "passed")} <= linked(enough, "عبرت السوق أمس", "we passed the market yesterday")


def test_a_dictionary_links_words_before_anything_is_approved() -> None:
    links = ProjectWordLinks(list, lambda: Dictionary([("السوق", "market")]))
    links.of("", "")
    links.wait()
    assert linked(links, "عبرت السوق أمس", "we passed the market yesterday") == {("السوق", "market")}
