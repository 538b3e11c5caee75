"""OmegaT, on the command line, translates with our memory: its exit status says nothing, so the translated file is looked at."""

import shutil
import subprocess
from pathlib import Path

import pytest

from workbench.formats import by_id
from workbench.formats.record import Note, Record, State
from workbench.formats.writing import write_file

JAR = Path("/usr/share/omegat/OmegaT.jar")

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>AR</source_lang><target_lang>EN</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
"""

UNITS = (
    Record(
        key="a/q1",
        source="سيطرنا على «القرية» & <قرب> حماة",
        target='We took the "village" & <near> Hama',
        state=State.APPROVED,
        speaker="Abu Ahmed",
        notes=(Note("Heard on air.", "Ann"),),
    ),
    Record(key="a/q2", source="تعاملت مع الانتحاري الآخر وقتلته", target="dealt with the other bomber, killing him.", state=State.APPROVED),
)


@pytest.mark.system
@pytest.mark.skipif(shutil.which("java") is None or not JAR.exists(), reason="OmegaT is not installed")
def test_omegat_translates_with_our_memory(tmp_path):
    project = tmp_path / "project"
    for folder in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    for number, record in enumerate(UNITS):  # OmegaT joins the lines of one file
        (project / f"source/{number}.txt").write_text(record.source, encoding="utf-8")
    write_file(project / "tm/auto/out.tmx", by_id("tmx"), UNITS)
    options = ("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", JAR)
    subprocess.run(
        ["java", *options, project, "--mode=console-translate", f"--config-dir={tmp_path / 'settings'}"], check=True, capture_output=True, timeout=120
    )
    assert [(project / f"target/{number}.txt").read_text("utf-8") for number in range(len(UNITS))] == [record.target for record in UNITS]
