"""The programs a full run of the tests needs from the system, and what to do where one is missing. Standard library only."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workbench import bootstrap


class Need(NamedTuple):
    """Something from outside Python: the names it goes by (a program, or a file's path), the Debian package that has it, what it serves."""

    name: str
    found_as: tuple[str, ...]
    package: str
    used_by: str

    def find(self) -> str | None:
        """Where it is, or None."""
        places = (shutil.which(name) or (name if Path(name).is_file() else None) for name in self.found_as)
        return next(filter(None, places), None)


ARABIC_FONT_FILES = (
    "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
    "/usr/share/fonts/google-noto/NotoNaskhArabic-Regular.ttf",
    "/System/Library/Fonts/GeezaPro.ttc",
)
ATOMIC_LIBRARY_FILES = (
    "/usr/lib/x86_64-linux-gnu/libatomic.so.1",
    "/usr/lib/aarch64-linux-gnu/libatomic.so.1",
    "/usr/lib64/libatomic.so.1",
    "/usr/lib/libatomic.so.1",
)

XLIFF_SCHEMAS = ("/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-2.0.xsd",)

LIBREOFFICE_WRITER = ("/usr/lib/libreoffice/program/libswlo.so", "/usr/lib64/libreoffice/program/libswlo.so", "/Applications/LibreOffice.app")
LIBREOFFICE_CALC = ("/usr/lib/libreoffice/program/libsclo.so", "/usr/lib64/libreoffice/program/libsclo.so")

NEEDS = (
    Need("chromium", ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "chromium", "the browser tests"),
    *([Need("libatomic", ATOMIC_LIBRARY_FILES, "libatomic1", "the browser tests")] if sys.platform == "linux" else []),  # Playwright's Node wants it
    Need("an Arabic font", ARABIC_FONT_FILES, "fonts-noto-core", "the screenshots"),
    Need("msgfmt", ("msgfmt",), "gettext", "the tests of PO files"),
    Need("xmllint", ("xmllint",), "libxml2-utils", "the tests of TMX and XLIFF files"),
    Need("the XLIFF schemas", XLIFF_SCHEMAS, "php-symfony-translation", "the tests of XLIFF files"),
    Need("soffice", LIBREOFFICE_WRITER, "libreoffice-writer-nogui", "the tests of Word documents in LibreOffice"),
    Need("LibreOffice Calc", LIBREOFFICE_CALC, "libreoffice-calc-nogui", "the test of a workbook in LibreOffice"),
    *(
        Need(f"freedict-{way}", (f"/usr/share/dictd/freedict-{way}.index",), f"dict-freedict-{way}", "the tests of word links")
        for way in ("ara-eng", "eng-ara")
    ),
    Need("OmegaT", ("/usr/share/omegat/OmegaT.jar",), "omegat", "the test of a memory in a real client"),
)


def find(name: str) -> str | None:
    """Where the program of the need called `name` is, or None."""
    return next(need for need in NEEDS if need.name == name).find()


def advice(name: str) -> str:
    """What a skipped test says: which program is missing and how to get it.

    >>> advice("msgfmt")
    'msgfmt is missing (on Debian: apt-get install gettext)'
    """
    package = next((need.package for need in NEEDS if need.name == name), name)
    return f"{name} is missing (on Debian: apt-get install {package})"


def provide(needs: Sequence[Need] = NEEDS) -> list[Need]:
    """Install what is missing where this is root on Debian or Ubuntu; what is missing after that."""
    missing = [need for need in needs if not need.find()]
    if missing and bootstrap.apt_install([need.package for need in missing]):
        missing = [need for need in missing if not need.find()]
    return missing
