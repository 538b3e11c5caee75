"""What PO files say, the strict scan, and what the gettext tools think of ours."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.errors import BadInput
from workbench.formats import by_id
from workbench.formats.fields import DEFAULTS
from workbench.formats.lines import note_of, note_text
from workbench.formats.po import read
from workbench.formats.po_comments import EXTRACTED
from workbench.formats.record import Note, Plural, Property, Record, State
from workbench.formats.report import Report
from workbench.formats.writing import write_file

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = by_id("po")


def records(text: str | bytes, report: Report | None = None) -> list[Record]:
    content = text if isinstance(text, bytes) else text.encode()
    return list(read(io.BytesIO(content), report or Report("a.po")))


def saved(tmp_path: Path, *given: Record) -> str:
    write_file(tmp_path / "out.po", PO, given)
    return (tmp_path / "out.po").read_text("utf-8")


def test_the_entry_of_an_approved_unit(tmp_path):
    record = Record(
        key="hama-2016/q05",
        source="تعاملت مع الانتحاري الآخر وقتلته",
        target="dealt with the other bomber, killing him.",
        state=State.APPROVED,
        published="dealt with the other bomber.",
        speaker="Ghassan Khalaf",
        outlet="Sham FM",
        date="2016-10-03",
        source_place="sources/sham-fm.ar.txt:40-72",
        article_place="hama 2016/article.en.txt:1502-1543",
        notes=(Note("Heard on air.", "Ann", datetime(2016, 10, 4, tzinfo=UTC)),),
    )
    assert """
# As published: dealt with the other bomber.
# Note: [Ann, 2016-10-04T00:00:00Z] Heard on air.
#. Speaker: Ghassan Khalaf
#. Outlet: Sham FM
#. Date: 2016-10-03
#. Source place: sources/sham-fm.ar.txt:40-72
#: hama%202016/article.en.txt:1502-1543
msgctxt "hama-2016/q05"
msgid "تعاملت مع الانتحاري الآخر وقتلته"
msgstr "dealt with the other bomber, killing him."
""" in saved(tmp_path, record)


def test_everything_not_approved_is_fuzzy_and_a_changed_source_shows_its_former_text(tmp_path):
    text = saved(tmp_path, Record(key="q1", source="جديد", former_source="قديم", target="new", state=State.WAITING))
    assert '\n#, fuzzy\n#| msgid "قديم"\nmsgctxt "q1"\nmsgid "جديد"\nmsgstr "new"\n' in text


def test_a_rejected_rendering_is_an_empty_msgstr_and_comes_back(tmp_path):
    record = Record(key="q1", source="نص", target="wrong", state=State.REJECTED)
    text = saved(tmp_path, record)
    assert '\n#. State: rejected\nmsgctxt "q1"\nmsgid "نص"\nmsgstr ""\n' in text
    assert records(text) == [record]


def test_units_without_arabic_are_named(tmp_path):
    report = write_file(tmp_path / "out.po", PO, [Record(key="q7", source="", target="it spread", state=State.NO_SOURCE)])
    assert [skipped.unit for skipped in report.skipped] == ["q7"]
    assert report.written == 0


def test_the_header_has_languages_and_no_clock(tmp_path):
    text = saved(tmp_path, Record(key="q", source="نص", target="text", changed_at=datetime(2016, 10, 4, 8, 5, tzinfo=UTC), changed_by="Ann"))
    for line in ("Language: en", "X-Source-Language: ar", "PO-Revision-Date: 2016-10-04 08:05+0000", "Last-Translator: Ann"):
        assert f'"{line}\\n"' in text


@pytest.mark.parametrize(
    ("fuzzy", "label", "state"),
    [
        (False, "", State.APPROVED),
        (True, "", State.SECOND_LOOK),
        (True, "#. State: changed\n", State.CHANGED),
        (False, "#. State: changed\n", State.APPROVED),
        (True, "#. State: approved\n", State.SECOND_LOOK),
    ],
)
def test_the_flag_an_editor_set_counts_more_than_our_label(fuzzy, label, state):
    flag = "#, fuzzy\n" if fuzzy else ""
    assert records(f'{HEADER}{label}{flag}msgid "نص"\nmsgstr "text"\n')[0].state is state


FOREIGN = """\
# Translators: hello
# Note: see above
#
# more
#. Speaker is a person
#. [not a property
#: src/a.c:12 b%2fc.py:3
#, fuzzy, c-format
#| msgctxt "old context"
#| msgid "old"
#| msgid_plural "olds"
msgctxt "menu"
msgid "file"
msgid_plural "files"
msgstr[0] "ملف"
msgstr[1] "ملفات"

#. gone
#, fuzzy
#~| msgctxt "old menu"
#~| msgid "obsolescent"
#~| msgid_plural "obsolescents"
#~ msgctxt "menu"
#~ msgid "obsolete"
#~ msgid_plural "obsoletes"
#~ msgstr[0] "قديم"
#~ msgstr[1] "قديمة"
"""


def test_a_foreign_file_comes_back_as_it_was(tmp_path):
    text = FOREIGN
    header = (
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    again = saved(tmp_path, *records(header + text))
    assert again.partition("\n\n")[2] == text
    first = records(header + text)[0]
    assert (first.source_language, first.target_language) == ("en", "ar")
    assert first.plural == Plural("files", ("ملف", "ملفات"), "nplurals=2; plural=(n != 1);")
    assert [note.text for note in first.notes] == ["Translators: hello", "see above", "\nmore"]


@pytest.mark.parametrize("mark", ["#~|", "#|"])
def test_a_former_text_of_an_obsolete_entry_is_kept_however_it_is_marked(mark):
    report = Report("a.po")
    former = f'{mark} msgid ""\n{mark} "one\\n"\n{mark} "two"\n'
    (record,) = records(f'{HEADER}{former}#~ msgid "a"\n#~ msgstr "b"\n', report)
    assert (record.obsolete, record.former_source, record.source) == (True, "one\ntwo", "a")
    assert report.not_kept == {}


@pytest.mark.parametrize("field", EXTRACTED, ids=lambda field: field.name)
def test_a_field_that_says_nothing_is_false(field):
    assert not DEFAULTS[field.attribute]


MALFORMED = {
    "unterminated string": ('msgid "hello\nmsgstr "x"\n', "line 4", "no closing quote"),
    "bare quote": ('msgid "say "hi""\nmsgstr "x"\n', "line 4", "quote inside"),
    "missing msgstr": ('msgid "a"\n', "line 5", "ends after msgid"),
    "msgid twice": ('msgid "a"\nmsgid "b"\nmsgstr "x"\n', "line 5", "msgid cannot stand behind msgid"),
    "comment inside": ('msgid "a"\n# why\nmsgstr "x"\n', "line 5", "a comment stands between"),
    "stray string": ('\n"a"\n"b', "line 6", "no closing quote"),
    "stray text": ("hello\n", "line 4", "is no line of a PO file"),
    "plural gap": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[2] "y"\n', "line 7", "msgstr[1] is due"),
    "plural without plural": ('msgid "a"\nmsgstr[0] "x"\n', "line 5", "msgstr cannot stand behind msgid"),
    "unknown escape": ('msgid "a\\q"\nmsgstr "x"\n', "line 4", "\\q"),
    "octal half": ('msgid "a\\331"\nmsgstr "x"\n', "line 4", "\\331"),
    "half obsolete": ('#~ msgid "a"\nmsgstr "x"\n', "line 5", "cannot stand behind"),
    "nul": ('msgid "a\0"\nmsgstr "x"\n', "line 4", "NUL"),
    "former text without keyword": ('#| "a"\nmsgid "b"\nmsgstr "x"\n', "line 4", "no keyword"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_broken_file_gives_its_line_and_reason(name):
    text, line, reason = MALFORMED[name]
    with pytest.raises(BadInput) as caught:
        records(HEADER + text)
    assert f"{line} of a.po" in str(caught.value)
    assert reason in str(caught.value)


def test_what_polib_misreads_is_respelled():
    text = '#comment\n#.extracted\n#:place.c:1\nmsgid "bell\\a \\101\\x42\\n"\nmsgstr "line\N{LINE SEPARATOR}separator\\n"\n'
    (record,) = records(text)
    assert (record.source, record.target) == ("bell\a AB\n", "line\N{LINE SEPARATOR}separator\n")
    assert record.notes == (Note("comment"),)
    assert record.article_place == "place.c:1"


def test_strings_side_by_side_are_one_and_a_comment_may_stand_in_an_obsolete_entry():
    text = 'msgid "a\\"" "b" ""\n"c""d"\nmsgstr "x""y"\n\n#~ # why\n#~ #, c-format\n#~ msgid "old"\n#~ msgstr "o" "ld"\n'
    first, second = records(HEADER + text)
    assert (first.source, first.target) == ('a"bcd', "xy")
    assert (second.source, second.target, second.obsolete, second.flags) == ("old", "old", True, ("c-format",))
    assert second.notes == (Note("why"),)


def test_fuzzy_on_an_empty_msgstr_is_kept_until_there_is_a_text(tmp_path):
    text = '#, fuzzy, c-format\nmsgid "a"\nmsgstr ""\n'
    (record,) = records(HEADER + text)
    assert saved(tmp_path, record).partition("\n\n")[2] == text
    assert "fuzzy" not in saved(tmp_path, replace(record, target="x", state=State.APPROVED))


def test_a_context_with_an_empty_msgid_is_not_taken_for_the_header():
    report = Report("a.po")
    assert [record.key for record in records('msgctxt "k"\nmsgid ""\nmsgstr "x"\n\nmsgctxt "l"\nmsgid "a"\nmsgstr "b"\n', report)] == ["l"]
    assert report.skipped[0].unit == "k"


@pytest.mark.parametrize("text", ["\n]", "\nmore", "Note: \\n]", "Note: Note: x", "[sic] he said"])
@pytest.mark.parametrize("published", [None, "as printed"])
def test_a_note_that_could_be_taken_for_another_comes_back(text, published):
    for notes in ((Note(text),), (Note("First."), Note(text)), (Note("First.", "Ann"), Note(text))):
        record = Record(key="q1", source="نص", target="text", published=published, notes=notes)
        stream = io.BytesIO()
        PO.write(PO.prepare([record], Report()), stream)
        assert records(stream.getvalue()) == [record]


def test_a_repeated_entry_is_named():
    report = Report("a.po")
    found = records(f'{HEADER}msgid "a"\nmsgstr "1"\n\nmsgid "a"\nmsgstr "2"\n', report)
    assert [record.target for record in found] == ["1"]
    assert report.skipped[0].where == "line 7 of a.po"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings(encoding):
    charset = "windows-1256" if encoding == "cp1256" else "UTF-8"
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "سيطرنا"\nmsgstr "we took"\n'
    assert records(text.encode(encoding))[0].source == "سيطرنا"


def test_a_wrong_charset_gives_its_line():
    with pytest.raises(BadInput, match=r"line 4 of a.po: byte 0xd3 is not UTF-8"):
        records(f'{HEADER}msgid "سيطرنا"\nmsgstr "x"\n'.encode("cp1256"))


def test_no_file_is_opened_for_a_text_that_names_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("x.po").write_text("never read")
    with pytest.raises(BadInput):
        records("x.po")
    assert records("") == []


needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")

AWKWARD = [
    Record(key="a/q1", source='عقدنا "اجتماعات"\nعدة\n', target='we held\n"meetings"\n', state=State.APPROVED, former_source="عقدنا"),
    Record(key="a/q2", source="نص \\ و\tجدول", target="back\\slash\tand tab", notes=(Note("one\n\ntwo"), Note("x", "Ann"))),
    Record(key="a/q3", source="سطر\N{LINE SEPARATOR}آخر", target="line\N{LINE SEPARATOR}other", state=State.REJECTED, article_place="a b.txt:1"),
    Record(key="a/q4", source="كتاب", target="book", plural=Plural("كتب", ("book", "books")), state=State.APPROVED, flags=("no-wrap",)),
    Record(key="a/q6", source="قديم جدا", target="very old", obsolete=True, former_source="جدا\n", properties=(Property("x-former-key", "a/q5"),)),
    Record(key="a/q5", source="قديم", target="old", obsolete=True, speaker="A", state=State.APPROVED, changed_at=datetime(2020, 1, 1, tzinfo=UTC)),
]


@needs_gettext
@pytest.mark.system
def test_gettext_takes_our_file_and_would_write_the_same(tmp_path):
    path = tmp_path / "out.po"
    saved(tmp_path, *AWKWARD)
    checked = subprocess.run(["msgfmt", "-c", "-v", "-o", tmp_path / "out.mo", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "2 translated messages, 1 fuzzy translation, 1 untranslated message.\n")
    written_again = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True).stdout
    assert written_again == path.read_bytes()
    subprocess.run(["msgmerge", "-q", "--no-fuzzy-matching", path, path, "-o", tmp_path / "merged.po"], check=True)
    merged = records((tmp_path / "merged.po").read_bytes())
    assert [record.target for record in merged] == [record.target for record in records(path.read_bytes())]


@pytest.mark.parametrize("author", ["Bo, 2016-10-04T00:00:00Z", "Bo, 2016-10-04T00:00:00Z\n", "2016-10-04T00:00:00Z", "a]\\", "]"])
@pytest.mark.parametrize("at", [None, datetime(2016, 10, 4, tzinfo=UTC)])
def test_a_note_whose_author_looks_like_a_time_comes_back(author, at):
    note = Note("The commander.", author, at)
    assert note_of(note_text(note)) == note
