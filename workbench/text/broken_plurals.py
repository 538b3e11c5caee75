"""Arabic plurals that are words of their own: what the plural of a noun may look like, by the pattern of its singular.

Every plural that grammars list for a pattern is given, also those that this noun has not: for telling whether a word may be a form of a term that a
project lists, where a form that is no word does no harm.
"""

from functools import lru_cache

_LONG = frozenset("اوي")


@lru_cache(maxsize=4_096)
def broken_plurals(noun: str) -> frozenset[str]:
    """The broken plurals that a folded singular without its article may have; none for words of other shapes.

    >>> "حواجز" in broken_plurals("حاجز"), "براميل" in broken_plurals("برميل"), "قذاءف" in broken_plurals("قذيفه"), "احزاب" in broken_plurals("حزب")
    (True, True, True, True)
    """
    bare = noun.removesuffix("ه")
    shapes = {3: _of_three, 4: _of_four, 5: _of_five}.get(len(bare))
    return frozenset(shapes(bare, noun != bare)) if shapes and noun.isalpha() else frozenset()


def _of_three(noun: str, feminine: bool) -> set[str]:
    one, two, three = list(noun)
    if feminine:  # غرفه, قلعه
        return {noun, f"{one}{two}ا{three}"}
    return {f"{one}{two}و{three}", f"ا{one}{two}ا{three}", f"{one}{two}ا{three}", f"ا{one}{two}{three}"}


def _of_four(noun: str, feminine: bool) -> set[str]:
    one, two, three, four = list(noun)
    regular = {f"{one}{two}ا{three}{four}"}  # مدفع, قنبله
    if two == "ا":  # حاجز, طالب, قافله
        return {f"{one}وا{three}{four}"} | (set() if feminine else {f"{one}{three}ا{four}", f"{one}{three}{four}ه", f"{one}{three}{four}اء"})
    if three in _LONG:  # قتيل, عمود, قذيفه
        return regular | {
            f"{one}{two}اء{four}",
            f"{one}{two}{four}اء",
            f"{one}{two}{four}ي",
            f"ا{one}{two}{four}اء",
            f"{one}{two}ا{four}",
            f"{one}{two}{four}",
        }
    return regular


def _of_five(noun: str, _feminine: bool) -> set[str]:
    one, two, three, four, five = list(noun)
    if two == "ا" and four in _LONG:  # صاروخ
        return {f"{one}وا{three}ي{five}"}
    return {f"{one}{two}ا{three}ي{five}"} if four in _LONG else {f"{one}{two}ا{three}{four}{five}"}  # برميل, مشروع
