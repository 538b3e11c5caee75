"""The page about formats keeps up with the registry."""

from pathlib import Path

import pytest

from workbench.formats import FORMATS, PAPERS, TERM_FORMATS
from workbench.formats.profile import Profile
from workbench.formats.tmx_writing import PROPS
from workbench.services.quality import REPORTS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("row", [*FORMATS, *TERM_FORMATS], ids=lambda row: row.id)
def test_every_extension_is_named(row):
    assert [extension for extension in row.extensions if f"`{extension}`" not in PAGE] == []


def test_every_paper_is_explained():
    assert [kind.id for kind in PAPERS if f"`{kind.id}`" not in PAGE] == []


def test_every_report_is_explained():
    assert [kind.id for kind in REPORTS if f"--format {kind.id}`" not in PAGE] == []


def test_every_profile_is_explained():
    assert [profile for profile in Profile if f"**{profile}**" not in PAGE] == []


def test_the_properties_named_for_tmx_are_those_we_write():
    named = {f"x-{field.name}" for field in PROPS}
    assert {"x-speaker", "x-outlet", "x-published", "x-verdict", "x-reviewer", "x-fidelity"} <= named
