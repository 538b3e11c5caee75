"""Invisible characters: found where they are, shown, never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.bidi import INVISIBLE, controls, direction, unclosed, visible


def test_every_control_is_found_under_its_name() -> None:
    for character, name in INVISIBLE.items():
        assert [(control.span.start, control.name) for control in controls(f"a{character}b")] == [(1, name)]


@pytest.mark.parametrize(
    "picture", ["👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧", "🏳\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}🌈", "❤\N{VARIATION SELECTOR-16}"]
)
def test_joiners_inside_pictures_are_meant(picture: str) -> None:
    assert controls(picture) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("\N{LEFT-TO-RIGHT ISOLATE}a\N{POP DIRECTIONAL ISOLATE}", []),
        ("\N{RIGHT-TO-LEFT EMBEDDING}a\N{LEFT-TO-RIGHT OVERRIDE}b\N{POP DIRECTIONAL FORMATTING}\N{POP DIRECTIONAL FORMATTING}", []),
        ("\N{FIRST STRONG ISOLATE}a\nb\N{POP DIRECTIONAL ISOLATE}", ["FSI", "PDI"]),
        ("\N{LEFT-TO-RIGHT ISOLATE}a\N{POP DIRECTIONAL FORMATTING}", ["LRI", "PDF"]),
        ("\N{RIGHT-TO-LEFT MARK}a", []),
    ],
)
def test_unclosed(text: str, names: list[str]) -> None:
    assert [control.name for control in unclosed(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("12 …", None),
        ("حماة Hama", "rtl"),
        ("Hama حماة", "ltr"),
        ("«(حماة)", "rtl"),
        ("שלום", "rtl"),
        ("Губернатор", "ltr"),
        ("١٢ a", "ltr"),
    ],
)
def test_direction(text: str, expected: str | None) -> None:
    assert direction(text) == expected


@given(st.text(st.sampled_from([*INVISIBLE, "a", "ح", "\n", "😀"]), max_size=40))
def test_what_is_shown_has_no_control_left_but_joiners_of_pictures(text: str) -> None:
    assert controls(visible(text)) == ()
    assert all(control.span.of(text) in INVISIBLE for control in controls(text))
