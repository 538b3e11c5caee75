"""Tokens with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.tokens import TokenKind, tokens


@given(st.text(max_size=60))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    covered = {offset for token in tokens(text) for offset in range(token.span.start, token.span.end)}
    assert all(offset in covered or character.isspace() for offset, character in enumerate(text))
    assert all(token.span.of(text) == token.text for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in case of its liberation,God willing", ["in", "case", "of", "its", "liberation", ",", "God", "willing"]),
        ("U.S.-led e.g. this", ["U.S.", "-", "led", "e.g.", "this"]),
        ("state’s pro-regime", ["state’s", "pro-regime"]),
        ("٢٠١٦/١٠/٣", ["٢٠١٦", "/", "١٠", "/", "٣"]),
        ("a@b.org.", ["a@b.org", "."]),
        ("Syria.The", ["Syria", ".", "The"]),
        ("", []),
    ],
)
def test_what_a_token_is(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_kinds() -> None:
    assert [token.kind for token in tokens("#حماة at 10:30!")] == [TokenKind.ADDRESS, TokenKind.WORD, TokenKind.NUMBER, TokenKind.MARK]
