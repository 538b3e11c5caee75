"""What the names in a quotation say about a place."""

import pytest

from workbench.align.evidence import MOST_NAMES, NAME_FOUND, NAME_MISSING, name_evidence


@pytest.mark.parametrize(
    ("quote", "arabic", "weight"),
    [
        ("We will meet Rami Darwish there", "سنلتقي رامي درويش هناك", 2 * NAME_FOUND),
        ("We will meet Rami Darwish there", "سنلتقي رامي هناك", NAME_FOUND + NAME_MISSING),
        ("We will meet Darwish there", "سنلتقي به هناك", NAME_MISSING),
        ("They left for Aleppo, then Homs", "غادروا إلى حلب ثم حمص", 2 * NAME_FOUND),  # an exonym, and letters
        ("We asked the Ministry in November", "سألنا الوزارة في تشرين الثاني", 0),  # Arabic translates these
        ("Nobody knows", "لا أحد يعرف", 0),  # a capital at the start of a sentence says nothing
        ("", "نص", 0),
        ("We saw Rami Darwish and Wael Zidan and Salma Khalaf", "لم نر أحداً", MOST_NAMES * NAME_MISSING),
    ],
)
def test_names_speak_for_a_place_that_has_them_and_against_one_that_has_not(quote: str, arabic: str, weight: float) -> None:
    assert name_evidence([quote], arabic) == weight
