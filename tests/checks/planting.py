"""Errors put into right pairs, one at a time, to see which the checks find.

Each planter takes a unit and a random generator and gives the unit with one error, or None where the unit has no place for it. What it damages is
found in the English alone, by means as simple as possible, so that a check is not measured by its own eyes.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from workbench.model import Unit

Planter = Callable[[Unit, random.Random], Unit | None]

NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?![\w.,:-]*\d)(?![\w-])")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AUXILIARIES = "did|does|do|is|was|are|were|has|have|had|would|could|should"
NOT = re.compile(rf"\b({_AUXILIARIES}|will|can) not\b|\b({_AUXILIARIES})n['’]t\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?= [a-z]|,|\.)")
# None of them occurs in the pairs we measure on.
STRANGERS = ("Barakat", "Qassioun", "Mahfouz", "Zaalouk", "Shihabi", "Nakhleh", "Dandashi", "Haffar")
LEFT_OVER = ("المدينة", "الحكومة", "قوات", "يوم أمس", "٢٥")
CLAUSE = re.compile(r"(?<=,)\s|\s(?=(?:and|but|which|who|because|after|when|while)\s)")


def changed(unit: Unit, target: str) -> Unit:
    return replace(unit, target=target)


def at(unit: Unit, match: re.Match[str], text: str) -> Unit:
    return changed(unit, unit.target[: match.start()] + text + unit.target[match.end() :])


def any_match(pattern: re.Pattern[str], unit: Unit, chance: random.Random) -> re.Match[str] | None:
    matches = list(pattern.finditer(unit.target))
    return chance.choice(matches) if matches else None


def number(unit: Unit, chance: random.Random) -> Unit | None:
    if not (match := any_match(NUMBER, unit, chance)):
        return None
    digits = match.group()
    place = chance.choice([at for at, character in enumerate(digits) if character.isdigit()])
    return at(unit, match, digits[:place] + str((int(digits[place]) + chance.randint(1, 8)) % 9 + 1) + digits[place + 1 :])


def month(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(re.compile(rf"\b(?:{'|'.join(MONTHS)})\b"), unit, chance)
    return at(unit, match, chance.choice([name for name in MONTHS if name != match.group()])) if match else None


def weekday(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b"), unit, chance)
    return at(unit, match, chance.choice([name for name in WEEKDAYS if name != match.group()])) if match else None


def clock(unit: Unit, chance: random.Random) -> Unit | None:
    """Another hour of a clock time."""
    match = any_match(re.compile(r"(?<![\d:.])(?:1[0-2]|[1-9])(?=:\d\d\b|\s?[ap]\.?m\b)"), unit, chance)
    return at(unit, match, chance.choice([str(hour) for hour in range(1, 13) if str(hour) != match.group()])) if match else None


def negation(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(NOT, unit, chance)
    return at(unit, match, match.group(1) or match.group(2)) if match else None


def name(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(NAME, unit, chance)
    return at(unit, match, chance.choice(STRANGERS)) if match else None


def phrase(unit: Unit, chance: random.Random) -> Unit | None:
    words = unit.target.split(" ")
    length = chance.randint(1, 4)
    starts = [
        at for at in range(len(words) - length) if all(word.isalpha() for word in words[at : at + length]) and (length > 1 or not words[at].istitle())
    ]
    if not starts:
        return None
    start = chance.choice(starts)
    return changed(unit, " ".join(words[: start + length] + words[start:]))


def left_over(unit: Unit, chance: random.Random) -> Unit | None:
    words = unit.target.split(" ")
    words.insert(chance.randint(1, len(words)), chance.choice(LEFT_OVER))
    return changed(unit, " ".join(words))


def mark(unit: Unit, chance: random.Random) -> Unit | None:
    """One mark of a pair goes; where the marks of the sentence are not all in pairs, taking one away might even mend it."""
    marks = re.compile(r"[()\[\]“”\"]")
    pairs = [unit.target.count(opening) == unit.target.count(closing) for opening, closing in ("()", "[]", "“”")]
    if not all(pairs) or unit.target.count('"') % 2 or not (match := any_match(marks, unit, chance)):
        return None
    return at(unit, match, "")


def bracket(unit: Unit, chance: random.Random) -> Unit | None:
    words = unit.target.split(" ")
    place = chance.randrange(len(words))
    words[place] = chance.choice("([") + words[place]
    return changed(unit, " ".join(words))


def space(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(re.compile(r"(?<=[A-Za-z]{2}[,;:]) (?=[A-Za-z]{2})|(?<=[a-z]{2}\.) (?=[A-Z][a-z])"), unit, chance)
    return at(unit, match, "") if match else None


def clause(unit: Unit, chance: random.Random) -> Unit | None:
    """A clause of at least four words and a fifth of the sentence goes."""
    parts = CLAUSE.split(unit.target)
    total = len(unit.target.split())
    long = [at for at, part in enumerate(parts) if len(part.split()) >= max(4, total / 5)]
    if len(parts) < 2 or not long:
        return None
    gone = chance.choice(long)
    return changed(unit, " ".join(part for at, part in enumerate(parts) if at != gone))


def negation_added(unit: Unit, chance: random.Random) -> Unit | None:
    """A “not” after an auxiliary of a sentence that has none."""
    if re.search(r"\b(?:not|no|never|nothing|without)\b|n['’]t\b", unit.target):
        return None
    match = any_match(re.compile(r"\b(?:is|was|are|were|has|have|had|would|could|should|will|can)\b(?= [a-z])"), unit, chance)
    return at(unit, match, f"{match.group()} not") if match else None


def glued_number(unit: Unit, chance: random.Random) -> Unit | None:
    match = any_match(re.compile(r"(?<=\s\d\d) (?=[a-z]{4,})|(?<=\b[io]n) (?=\d{4}\b)"), unit, chance)
    return at(unit, match, "") if match else None


def slip(unit: Unit, chance: random.Random) -> Unit | None:
    """Two letters inside a longer word change places."""
    match = any_match(re.compile(r"(?<=[ ])[a-z]{7,}(?=[ ,.])"), unit, chance)
    if not match:
        return None
    word, place = match.group(), chance.randint(1, len(match.group()) - 3)
    return at(unit, match, word[:place] + word[place + 1] + word[place] + word[place + 2 :])


PLANTERS: dict[str, tuple[Planter, tuple[str, ...]]] = {
    "a digit of a number": (number, ("number", "clock-time")),
    "the month": (month, ("date",)),
    "the weekday": (weekday, ("date",)),
    "the hour of a time": (clock, ("clock-time",)),
    "a dropped negation": (negation, ("negation", "negation-unsure")),
    "a negation put in": (negation_added, ("negation", "negation-unsure")),
    "another name": (name, ("name",)),
    "a doubled phrase": (phrase, ("repeated-words",)),
    "Arabic left over": (left_over, ("arabic-left-over",)),
    "a mark taken away": (mark, ("unpaired-marks",)),
    "a bracket put in": (bracket, ("unpaired-marks",)),
    "a missing space": (space, ("missing-space",)),
    "a number glued": (glued_number, ("number-glued",)),
    "letters exchanged": (slip, ("spelling",)),
    "a deleted clause": (clause, ("length",)),
}
"""What is planted, how, and the checks of which one should find it."""
