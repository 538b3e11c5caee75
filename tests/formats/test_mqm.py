"""The files of MQM tools: as their tools write them, as they are met in the wild, and as they come back from a tool that changed something."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.formats.test_round_trips import FULL, prepared, written
from workbench.errors import BadInput
from workbench.formats import by_id, by_path
from workbench.formats.categories import FROM_ITS, ITS_TYPES, TO_ITS, its, mqm, ours
from workbench.formats.marot import HEADINGS
from workbench.formats.ratings import RATED_BY, utf16, versions
from workbench.formats.record import Mark, Property, Record, State
from workbench.formats.report import Report
from workbench.model import ErrorSeverity
from workbench.review.typology import typology

MAJOR, MINOR = ErrorSeverity.MAJOR, ErrorSeverity.MINOR
AT = datetime(2016, 10, 4, 9, 30, tzinfo=UTC)
UNIT = Record(
    key="hama-2016/q01",
    source="عقدنا عدة اجتماعات",
    target="we had several meetings",
    state=State.APPROVED,
    reviewer="Omar",
    marks=(
        Mark("accuracy/mistranslation", MAJOR, (3, 6), (0, 5), "flat", "Lina", AT, "m1"),
        Mark("linguistic-conventions/punctuation", MINOR, (6, 7), None, "", "Omar", AT),
        Mark("accuracy/omission", MAJOR, (7, 7), (10, 18), author="Omar", at=AT),
    ),
)
CLEAN = Record(key="hama-2016/q02", source="نص", target="text", state=State.APPROVED, reviewer="Omar")
UNSEEN = Record(key="hama-2016/q03", source="نص", target="texts", published="text")


def read(format_id: str, content: bytes | str, report: Report | None = None) -> list[Record]:
    return list(by_id(format_id).read(io.BytesIO(content if isinstance(content, bytes) else content.encode()), report or Report("x")))


def test_the_27_types_of_its():
    assert len(ITS_TYPES) == 27
    assert set(TO_ITS.values()) <= ITS_TYPES
    assert set(FROM_ITS) <= ITS_TYPES
    assert {its(category.id) for category in typology("honorific: Honorific: left out")} <= ITS_TYPES
    known = {category.id for category in typology()} | {"unspecified"}
    assert set(FROM_ITS.values()) <= known


def test_every_category_comes_back_from_the_words_of_the_mqm_data():
    assert [category.id for category in typology("honorific: Honorific: x") if ours(mqm(category.id)) != category.id] == []


# Marot


def test_a_row_for_each_error_with_its_words_between_tags():
    lines = written(by_id("marot"), prepared(by_id("marot"), [UNIT, CLEAN, UNSEEN])).decode().splitlines()
    assert lines[0].split("\t") == list(HEADINGS)
    rows = [line.split("\t") for line in lines[1:]]
    assert [row[:5] for row in rows] == [
        ["published", "hama-2016", "q01", "1", "Lina"],
        ["published", "hama-2016", "q01", "1", "Omar"],
        ["published", "hama-2016", "q01", "1", "Omar"],
        ["published", "hama-2016", "q02", "2", "Omar"],
        ["reviewed", "hama-2016", "q03", "3", ""],
    ]
    assert rows[0][5:9] == ["<v>عقدنا</v> عدة اجتماعات", "we <v>had</v> several meetings", "Accuracy/Mistranslation", "Major"]
    assert rows[1][7:9] == ["Fluency/Punctuation", "Minor"]
    assert rows[2][6] == "we had <v></v>several meetings"
    assert rows[3][7:9] == ["No-error", "No-error"]
    assert json.loads(rows[0][9])["timestamp"] == 1475573400000
    assert json.loads(rows[0][9])["note"] == "flat"


def test_what_somebody_changed_in_a_row_counts_and_the_rest_stays_whole():
    lines = written(by_id("marot"), prepared(by_id("marot"), [UNIT])).decode().splitlines()
    lines[2] = lines[2].replace("Minor", "Critical").replace("had<v> </v>several", "had <v>several</v>")
    del lines[3]
    (record,) = read("marot", "\n".join(lines))
    assert record.marks[0] == UNIT.marks[0]
    assert record.marks[1] == replace_mark(UNIT.marks[1], severity=ErrorSeverity.CRITICAL, target=(7, 14))
    assert len(record.marks) == 2
    assert replace(record, marks=UNIT.marks) == UNIT


def replace_mark(mark: Mark, **changes: object) -> Mark:
    return mark._replace(**changes)


WILD = "\n".join(
    "\t".join(row)
    for row in [
        ["system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "metadata", "# Documentation: see the site"],
        ["A", "d", "1", "1", "r1", "مصدر", "we <v>had</v> talks", "accuracy/MISTRANSLATION", "major", '{"timestamp": 1475573400000, "note": "n"}'],
        ["A", "d", "1", "1", "r1", "<v>مصدر</v>", "we had talks", "Accuracy/Omission", "Minor", ""],
        ["A", "d", "1", "1", "r2", "مصدر", "we had <v>talks", "Fluency / Character_Encoding", "Minor", "a bare note"],
        ["A", "d", "1", "1", "r2", "مصدر", "<v>we</v> <v>had</v> talks", "Odd/Thing", "neutral"],
        ["B", "d", "1", "1", "r1", "مصدر", "nonsense", "Non-translation!", "Major", "{}"],
        ["B", "d", "2", "2", "r1", "مصدر", "fine", "No-error", "no-error", '{"x": 1}'],
        ["B", "d", "2", "2", "r1", "مصدر", "fine", "HOTW-test", "HOTW-test", "{}"],
        ["B", "d", "2", "2", "r1", "مصدر", "fine", "Accuracy/Addition", "terrible", "{}"],
        ["B", "d", "2", "2", "", "مصدر", "fine", "", "", '{"segment": {}}'],
        ["B", "too short"],
        ["B", "d", "2", "2", "r1", "مصدر", "a tab\there", "Accuracy/Addition", "Minor", "{}"],
    ]
)


def test_marot_in_the_wild():
    report = Report("x.tsv")
    first, second, third = read("marot", WILD, report)
    assert (first.key, first.source, first.target) == ("d/1/A", "مصدر", "we had talks")
    assert first.marks == (
        Mark("accuracy/mistranslation", MAJOR, (3, 6), None, "n", "r1", AT),
        Mark("accuracy/omission", MINOR, None, (0, 4), author="r1"),
        Mark("linguistic-conventions/character-encoding", MINOR, (7, 12), None, "a bare note", "r2"),
        Mark("odd/thing", ErrorSeverity.NEUTRAL, (0, 2), None, author="r2"),
    )
    assert second.marks == (Mark("accuracy/non-translation", MAJOR, (0, 8), author="r1"),)
    assert (third.marks, third.properties) == ((), (Property(RATED_BY, "r1"),))
    assert report.not_kept == {
        "spans without an end (taken to the end of the text)": 1,
        "further spans of one row": 1,
        "rows that test the rater’s attention": 1,
        "entries of metadata": 1,
    }
    assert [(skipped.where, skipped.reason) for skipped in report.skipped] == [
        ("line 11 of x.tsv", "it has 2 cells, and not 9 or 10"),
        ("line 12 of x.tsv", "it has 11 cells, and not 9 or 10"),
        ("line 9 of x.tsv", "its severity is “terrible”, which is none of trivial, neutral, minor, major, critical"),
    ]


def test_an_error_counts_in_the_words_it_was_seen_in():
    record = replace(FULL, marks=(*FULL.marks, FULL.marks[0]._replace(on_target="never printed", target=(0, 5), on_source=None)))
    assert [(version.system, version.target) for version in versions(record)] == [
        ("reviewed", FULL.target),
        ("earlier-1", "we had meetings"),  # on another Arabic than the printed rendering had
        ("earlier-2", "never printed"),
    ]
    same_arabic = replace(FULL, marks=(FULL.marks[1]._replace(on_source=None, source=None),))
    assert [version.system for version in versions(same_arabic)] == ["reviewed", "published"]


# mt-metrics-eval


def test_a_line_for_every_segment_of_every_system():
    edited = replace(UNIT, published="we had meetings", marks=(*UNIT.marks, UNIT.marks[0]._replace(on_target="we had meetings", target=(3, 6))))
    row = by_id("mt-metrics-eval")
    lines = [line.split("\t") for line in written(row, prepared(row, [edited, CLEAN])).decode().splitlines()]
    assert [line[0] for line in lines] == ["reviewed", "published", "reviewed", "published"]
    assert lines[2][1] == "None"
    assert [line[2] for line in lines if len(line) == 3] == ["Lina+Omar", "Lina", "Omar"]
    errors = json.loads(lines[0][1])["errors"]
    assert errors[0] == {
        "start": 3, "end": 6, "category": "accuracy/mistranslation", "severity": "major", "score": 5.0, "is_source_error": False,
    }  # fmt: skip
    assert [(error["start"], error["is_source_error"], error["score"]) for error in errors[1:]] == [
        (0, True, 5.0), (6, False, 0.1), (7, False, 5.0), (10, True, 5.0),
    ]  # fmt: skip


def test_ratings_of_other_hands_have_no_texts():
    report = Report("x")
    content = (
        'sys1\t{"errors": [{"start": 7, "end": 14, "category": "fluency/spelling", "severity": "minor", "is_source_error": false}]}\tr1\n'
        'sys1\tNone\nsys2\t{"errors": []}\tr2\nsys2\t{"errors": [{"start": 9, "end": 2, "severity": "minor"}]}\nnonsense\n'
    )
    first, second, third = read("mt-metrics-eval", content, report)
    assert (first.key, first.target) == ("sys1/1", "")
    assert first.marks == (Mark("linguistic-conventions/spelling", MINOR, (7, 14), author="r1"),)
    assert second.properties == (Property(RATED_BY, "r2"),)
    assert (third.key, third.marks) == ("sys2/2", ())
    assert [skipped.where for skipped in report.skipped] == ["line 5 of x", "line 4 of x"]
    assert "no texts" in report.remarks[0]
    with pytest.raises(BadInput, match="no line of it is a rating"):
        read("mt-metrics-eval", "hello\n")


def test_marks_without_a_text_go_from_tool_to_tool():
    given = read("mt-metrics-eval", 'sys1\t{"errors": [{"start": 7, "end": 14, "category": "style/awkward", "severity": "minor"}]}\tr1\n')
    for format_id in ("marot", "label-studio", "mt-metrics-eval"):
        row = by_id(format_id)
        assert read(format_id, written(row, prepared(row, given))) == given


# Label Studio


def test_a_region_for_each_error_that_label_studio_shows():
    tasks = json.loads(written(by_id("label-studio"), prepared(by_id("label-studio"), [UNIT])))
    assert len(tasks) == 1
    assert (tasks[0]["data"]["source"], tasks[0]["data"]["target"]) == (UNIT.source, UNIT.target)
    lina, omar = tasks[0]["annotations"]
    assert (lina["completed_by"], lina["created_at"], omar["completed_by"]) == ("Lina", "2016-10-04T09:30:00Z", "Omar")
    assert [(region.get("from_name"), region["type"]) for region in lina["result"]] == [
        ("target-category", "labels"), ("target-severity", "choices"), ("target-note", "textarea"), ("source-category", "labels"), (None, "relation"),
    ]  # fmt: skip
    assert lina["result"][0]["value"] == {"start": 3, "end": 6, "text": "had", "labels": ["accuracy/mistranslation"]}
    assert written(by_id("label-studio"), []) == b"[]\n"


def test_an_export_of_label_studio():
    task = {
        "id": 7,
        "data": {"Source": "مصدر", "translation": "🙂 we had talks", "client": "NOW"},
        "annotations": [
            {
                "completed_by": {"id": 3, "email": "lina@example.org"},
                "created_at": "2016-10-04T09:30:00.513742Z",
                "lead_time": 4.2,
                "result": [
                    {"id": "a", "from_name": "x", "to_name": "mt", "type": "taxonomy",
                     "value": {"start": 6, "end": 9, "text": "had", "taxonomy": [["Accuracy", "Mistranslation"]]}},
                    {"id": "a", "from_name": "y", "to_name": "mt", "type": "choices", "value": {"choices": ["Minor"]}},
                    {"id": "a", "from_name": "z", "to_name": "mt", "type": "textarea", "value": {"text": ["one", "two"]}},
                    {"id": "b", "from_name": "x", "to_name": "source_text", "type": "labels", "value": {"start": 0, "end": 4, "labels": ["Cut"]}},
                    {"id": "c", "from_name": "y", "to_name": "mt", "type": "choices", "value": {"choices": ["maybe"]}},
                    "damaged",
                ],
            },
            {"completed_by": 4, "result": []},
            {"completed_by": 5, "result": [], "was_cancelled": True},
        ],
        "predictions": [{"result": []}],
    }  # fmt: skip
    report = Report("x.json")
    (record,) = read("label-studio", json.dumps([task]), report)
    assert (record.key, record.source, record.target) == ("7", "مصدر", "🙂 we had talks")
    assert record.marks == (
        Mark("accuracy/mistranslation", MINOR, (5, 8), None, "one\ntwo", "lina@example.org", AT),  # UTF-16 units counted one more
        Mark("cut", MAJOR, None, (0, 4), author="lina@example.org", at=AT),
    )
    assert record.properties == (Property("x-client", "NOW"), Property(RATED_BY, "4"))
    assert report.not_kept == {"annotations that were cancelled or are damaged": 1, "predictions": 1}
    assert [skipped.unit for skipped in report.skipped] == ["region c"]


@pytest.mark.parametrize("content", ["", "{", "{}", "[1]", '[{"data": 3}]', "[" * 100_000])
def test_what_is_no_list_of_tasks_is_refused_in_one_line(content):
    with pytest.raises(BadInput) as caught:
        read("label-studio", content)
    assert "\n" not in str(caught.value)


def test_a_region_somebody_moved_there_counts():
    tasks = json.loads(written(by_id("label-studio"), prepared(by_id("label-studio"), [UNIT])))
    for region in tasks[0]["annotations"][0]["result"][:3]:
        region["value"] |= {"start": 7, "end": 14} | ({"text": "several"} if region["type"] != "textarea" else {})
    (record,) = read("label-studio", json.dumps(tasks))
    assert record.marks[0].target == (7, 14)
    assert record.marks[0].note == "flat"
    assert record.marks[1:] == UNIT.marks[1:]


# Appraise


def esa_row(*, kind: str = "TGT", whole: str = "False", spans: str = "[]", score: str = "81", item: str = "1") -> str:
    quoted = '"' + spans.replace('"', '""') + '"'
    cells = ["engara01", "sysA", item, kind, "ara", "eng", score, "doc#1", whole, quoted, "1475573300.5", "1475573400.9"]
    return ",".join(cells) + "\n"


def test_esa_rows():
    spans = (
        '[{"start_i": 54, "end_i": 57, "severity": "minor", "error_type": null}, {"start_i": "missing", "end_i": "missing", "severity": "major"}, {}]'
    )
    report = Report("x.csv")
    content = esa_row(spans=spans) + esa_row(kind="BAD") + esa_row(whole="True") + esa_row(item="2", spans="{") + esa_row(item="3", spans="")
    first, third = read("esa", content, report)
    assert first.key == "doc#1/1/sysA"
    assert (first.source_language, first.target_language) == ("ar", "en")
    assert first.marks == (
        Mark("unspecified", MINOR, (54, 58), author="engara01", at=AT),
        Mark("accuracy/omission", MAJOR, author="engara01", at=AT),
    )
    assert Property("x-esa-score", "engara01: 81") in first.properties
    assert third.marks == ()
    assert report.not_kept == {"control items, damaged on purpose": 1, "scores of whole documents": 1}
    assert [skipped.reason for skipped in report.skipped] == ["its spans are no list in JSON", "it has no severity that is known"]
    assert "UTF-16" in report.remarks[0]
    with pytest.raises(BadInput, match="Appraise"):
        read("esa", "key,source,target\n")


def test_a_place_inside_a_pair_of_surrogates_is_before_it():
    assert [utf16("🙂🙂", offset) for offset in range(6)] == [0, 0, 1, 1, 2, 2]


def test_the_longest_extension_decides(tmp_path):
    names = {
        "a.mqm.tsv": "marot",
        "a.tsv": "tsv",
        "a.esa.csv": "esa",
        "a.csv": "csv",
        "a.labels.json": "label-studio",
        "A.SEG.RATING": "mt-metrics-eval",
    }
    assert {name: by_path(tmp_path / name).id for name in names} == names
