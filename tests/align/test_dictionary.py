"""A dictionary as evidence: endings do not matter, little words and long explanations do not count."""

from workbench.align.dictionary import Dictionary
from workbench.align.lexicon import Lexicon
from workbench.align.words import DICTIONARY_SHARE, LearntLinks

ENTRIES = [
    ("المهاجم", "Attacker"),
    ("الهجوم", "Attack"),
    ("المدينة", "City"),
    ("مدينة", "town"),
    ("عملية جراحية في القلب", "Operation"),
    ("أطباء بلا", "Doctors"),
    ("من", "from"),
    ("منذ ذلك الحين", "since then"),
]
DICTIONARY = Dictionary(ENTRIES)


def linked(source: str, target: str, dictionary: Dictionary = DICTIONARY) -> set[tuple[str, str]]:
    return {(link.source.of(source), link.target.of(target)) for link in LearntLinks(Lexicon({}, {}), dictionary).links(source, target)}


def test_endings_and_glued_words_do_not_matter() -> None:
    assert DICTIONARY.gives("بالمدينه", "cities")
    assert DICTIONARY.gives("هجومهم", "attacks")
    assert DICTIONARY.gives("اطباء", "doctor")


def test_explanations_little_words_and_expressions_are_no_translations() -> None:
    assert not DICTIONARY.gives("عمليه", "operation")
    assert not DICTIONARY.gives("من", "from")
    assert not DICTIONARY.gives("منذ", "since")
    assert len(DICTIONARY) == len({english.casefold() for _, english in ENTRIES}) - 1


def test_a_longer_headword_with_the_same_beginning_is_another_word() -> None:
    assert not Dictionary([("السيّارة", "Cargo")]).gives("سياره", "car")


def test_words_of_a_dictionary_are_linked_where_each_has_one_counterpart() -> None:
    assert linked("الهجوم على المدينة", "the attack on the city") == {("الهجوم", "attack"), ("المدينة", "city")}
    assert linked("الهجوم على المدينة", "the attack on the city, a city of stone") == {("الهجوم", "attack")}
    assert linked("هجوم بعد هجوم", "an attack") == set()


def test_what_was_learnt_comes_before_the_dictionary() -> None:
    learnt, printed = Lexicon({("هجوم", "assault"): 1.0}, {("هجوم", "assault"): 1.0}), Dictionary([("الهجوم", "assault")])
    (without,), (with_both,) = (LearntLinks(lexicon, printed).links("الهجوم", "assault") for lexicon in (Lexicon({}, {}), learnt))
    assert without.confidence == DICTIONARY_SHARE < with_both.confidence
