"""Damaged files of every type: each is read or refused in one line, whatever was done to it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.docxs import docx
from tests.ingest.pdfs import Line, pdf
from tests.ingest.test_html import PAGE
from workbench.errors import BadInput
from workbench.ingest import Ingested, read_upload
from workbench.model import Role

FILES = {
    "a.txt": "قال نعم\n[00:01] المذيع: لا".encode("utf-16"),
    "a.html": PAGE.format(charset="windows-1256").encode("windows-1256"),
    "a.docx": docx("one «two»", "three", table=[["a", "b"]]),
    "a.pdf": pdf([Line("ظفاحملا لاق"), Line("some words here", y=600)], [Line("page two")]),
}

CUTS = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8))
"""Where (as a share of the file), how many bytes go, and what comes in their place."""


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cuts=st.lists(CUTS, min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused_in_one_line(name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    content = FILES[name]
    for share, length, put in cuts:
        start = int(share * len(content))
        content = content[:start] + put + content[start + length :]
    ingested = _read(name, content)
    if isinstance(ingested, BadInput):
        assert ingested.where == name
        assert "\n" not in str(ingested)
        return
    ingested.document("a", role=Role.SOURCE, language="ar")
    ingested.text.encode("utf-8")


def _read(name: str, content: bytes) -> Ingested | BadInput:
    try:
        return read_upload(name, content, role=Role.SOURCE, language="ar")
    except BadInput as error:
        return error
