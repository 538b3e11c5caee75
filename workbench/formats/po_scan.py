"""A strict look at every line of a PO file before polib reads it.

polib takes an unterminated string for a shorter one, forgets a message whose msgstr is missing, leaves octal escapes alone and stops at comments
that gettext accepts. What is wrong is said here with its line; what is only unusual is put into the spelling polib understands. Lines are neither
added nor removed, so that line numbers stay true.
"""

import re
from collections.abc import Iterator

from workbench.formats.report import Report

STRING = r'"(?:[^"\\]|\\.)*"'
STRINGS = rf"{STRING}(?:[ \t]*{STRING})*"
"""Strings side by side are one, as in C."""
MESSAGE = re.compile(rf"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr\[(?P<index>\d+)\]|msgstr)[ \t]*(?P<string>{STRINGS})[ \t]*")
CONTINUATION = re.compile(rf"{STRINGS}[ \t]*")
SIDE_BY_SIDE = re.compile(r'"[ \t]*"(?=.)')
MARKED_COMMENT = re.compile(r"#(?P<mark>[.:,])[ \t]*(?P<text>.*)")
OBSOLETE = re.compile(r"#~[ \t]*(?P<rest>.*)")
PREVIOUS = re.compile(r"#~?\|[ \t]*(?P<rest>.*)")

ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
RESPELLED = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r"}
KNOWN_ESCAPES = frozenset('ntrvbf"\\')

FOLLOWS = {
    "msgctxt": (None, "msgstr", "msgstr["),
    "msgid": (None, "msgctxt", "msgstr", "msgstr["),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[": ("msgid_plural", "msgstr["),
}
"""What a keyword may stand behind; None is the start of the file."""

COMPLETE = (None, "msgstr", "msgstr[")

REMEDY = "repair the line (msgfmt -c names the same places)"


class Scan:
    """The state between two lines: the keyword we are in, and whether the message is obsolete."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.keyword: str | None = None
        self.in_previous = False
        self.obsolete = False
        self.index = 0
        self.may_be_header = False
        self.has_header = False
        """Whether a message without context has an empty msgid: the header."""

    def lines(self, text: str) -> Iterator[str]:
        """Every line as polib shall see it; raises BadInput at the first that is wrong."""
        number = 0
        for number, line in enumerate(text.split("\n"), start=1):
            yield self.line(line.strip(" \t"), number)
        if self.keyword not in COMPLETE:
            raise self.report.bad(f"the file ends after {self.keyword}", number, "the message has no msgstr; was the file cut off?")

    def line(self, line: str, number: int) -> str:
        """One line, checked and respelled."""
        if not line:
            return ""
        if previous := PREVIOUS.fullmatch(line):
            return self.previous(previous, number)
        obsolete = OBSOLETE.fullmatch(line)
        if obsolete and obsolete["rest"].startswith("#"):  # msgcat reads a comment within an obsolete entry, and so do we
            line = obsolete["rest"]
        elif obsolete:
            return "#~ " + self.message(obsolete["rest"], number, obsolete=True)
        if line.startswith("#"):
            self.between_messages(number)
            self.in_previous = False
            return comment(line)
        return self.message(line, number, obsolete=False)

    def between_messages(self, number: int) -> None:
        """A comment must not stand inside a message, where polib would drop what came before it."""
        if self.keyword not in COMPLETE:
            raise self.report.bad(f"a comment stands between {self.keyword} and its msgstr", number, "put it before the message")

    def previous(self, match: re.Match[str], number: int) -> str:
        """A line of a former text; polib passes over those of obsolete entries unless they are spelled as the others."""
        self.between_messages(number)
        rest = match["rest"]
        if CONTINUATION.fullmatch(rest):
            if not self.in_previous:
                raise self.report.bad("a string belongs to no keyword", number, REMEDY)
        elif (keyword := MESSAGE.fullmatch(rest)) is None or keyword["keyword"].startswith("msgstr"):
            raise self.report.bad("a former text is not written as keyword and string in quotes", number, REMEDY)
        else:
            rest = f"{keyword['keyword']} {keyword['string']}"
        self.in_previous = True
        return f"#| {self.respell(rest, number)}"

    def message(self, line: str, number: int, *, obsolete: bool) -> str:
        """A keyword with its string, or a further string."""
        if CONTINUATION.fullmatch(line):
            if self.keyword is None or self.obsolete is not obsolete:
                raise self.report.bad("a string belongs to no keyword", number, REMEDY)
            self.may_be_header &= len(line) == 2
            return self.respell(line, number)
        match = MESSAGE.fullmatch(line)
        if match is None:
            raise self.report.bad(complaint(line), number, REMEDY)
        self.enter("msgstr[" if match["index"] else match["keyword"], int(match["index"] or 0), number, obsolete=obsolete)
        self.may_be_header &= len(match["string"]) == 2
        return f"{match['keyword']} {self.respell(match['string'], number)}"

    def enter(self, keyword: str, index: int, number: int, *, obsolete: bool) -> None:
        """Move on to a keyword, if it may stand here."""
        if self.keyword not in FOLLOWS[keyword] or (self.keyword not in COMPLETE and self.obsolete is not obsolete):
            behind = f"behind {self.keyword.rstrip('[')}" if self.keyword else "at the start"
            raise self.report.bad(f"{keyword.rstrip('[')} cannot stand {behind}", number, REMEDY)
        expected = self.index + 1 if keyword == self.keyword == "msgstr[" else 0
        if index != expected or index > 9:
            raise self.report.bad(f"msgstr[{index}] stands where msgstr[{expected}] is due", number, "number the plural forms from 0 to 9")
        self.has_header |= keyword == "msgstr" and self.may_be_header
        self.may_be_header = keyword == "msgid" and self.keyword != "msgctxt" and not obsolete
        self.keyword, self.obsolete, self.index, self.in_previous = keyword, obsolete, index, False

    def respell(self, text: str, number: int) -> str:
        """Octal, hexadecimal and bell escapes as the characters themselves, which polib reads; strings side by side as one."""
        if '"' in text.rstrip()[1:-1] and SIDE_BY_SIDE.search(text):
            text = joined(text)
        if "\\" not in text:
            return text

        def plain(match: re.Match[str]) -> str:
            octal, hexadecimal, letter = match.groups()
            if letter in KNOWN_ESCAPES:
                return match[0]
            code = 7 if letter == "a" else int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else 0
            if not 0 < code < 0x80:
                raise self.report.bad(f"{match[0]} is no escape gettext knows, or half a character", number, "write the character itself")
            return RESPELLED.get(chr(code), chr(code))

        return ESCAPE.sub(plain, text)


def joined(text: str) -> str:
    r"""A line with its strings in one.

    >>> print(joined(r'msgid "a\"" "b"'), joined('""'))
    msgid "a\"b" ""
    """
    strings = re.findall(STRING, text)
    return f'{text[: text.index(strings[0])]}"{"".join(string[1:-1] for string in strings)}"'


def comment(line: str) -> str:
    """A comment with the space polib insists on."""
    if marked := MARKED_COMMENT.fullmatch(line):
        return f"#{marked['mark']} {marked['text']}"
    return line if line == "#" or line.startswith("# ") else f"# {line[1:]}"


def complaint(line: str) -> str:
    """What is wrong with a line that is neither comment nor keyword nor string."""
    if line.startswith('"') or re.match(r"msg\w*(\[\d*\])?[ \t]*\"", line):
        return "the string has no closing quote" if not re.search(r'(?<!\\)"$', line[1:]) else 'a quote inside the string is not written \\"'
    return f"“{line[:30]}” is no line of a PO file"
