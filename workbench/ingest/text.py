"""Plain text: decoded and otherwise left exactly as it is, since offsets into it are counted elsewhere too."""

from workbench.ingest.decoding import decode
from workbench.ingest.extracted import Extracted

MAX_TITLE = 150
"""A first line longer than this is a paragraph, not a headline."""

_FULL_STOPS = (".", "\N{ARABIC FULL STOP}", "\N{COLON}", "\N{ARABIC COMMA}", ",")


def extract(content: bytes, name: str) -> Extracted:
    """The text of a .txt file; a first line that looks like a headline is its title too."""
    decoded = decode(content, where=name)
    return Extracted(text=decoded.text, title=headline(decoded.text), encoding=decoded.encoding, warnings=decoded.warnings)


def headline(text: str) -> str:
    r"""The first line where it stands by itself without a full stop; empty where there is none.

    >>> headline("Attack in Hama\n\nTwo people were killed.")
    'Attack in Hama'
    >>> headline("Two people were killed.\n")
    ''
    """
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    return first if rest.strip() and len(first) <= MAX_TITLE and not first.endswith(_FULL_STOPS) else ""
