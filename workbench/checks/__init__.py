"""Checks of a rendering against its Arabic: one function and one row each."""

from collections.abc import Sequence

from workbench import __version__
from workbench.checks.addresses import address
from workbench.checks.attribution import attribution
from workbench.checks.certainty import certainty, comparison, quantity
from workbench.checks.check import NOTHING_KNOWN, Check, CheckContext
from workbench.checks.clock import clock_time
from workbench.checks.dates import date
from workbench.checks.duals import dual
from workbench.checks.length import length
from workbench.checks.modality import modality
from workbench.checks.names import name
from workbench.checks.negations import negation, negation_unsure
from workbench.checks.numbers import number, number_word, percent
from workbench.checks.offers import fuzzy_match, fuzzy_match_meaning
from workbench.checks.pairs import nested_marks, unpaired_marks
from workbench.checks.patterns import pattern
from workbench.checks.plurals import plural
from workbench.checks.quoting import brackets_added, elision, elision_meaning, scare_quote
from workbench.checks.ranks import rank, rank_spelling
from workbench.checks.repeats import repeated_words
from workbench.checks.scripts import arabic_left_over, invisible_characters, mixed_script, mojibake, wrong_language
from workbench.checks.shape import exclamation, question, tripled_letter
from workbench.checks.spacing import double_space, missing_space, space_before_punctuation
from workbench.checks.speech import reported_speech
from workbench.checks.styles import contraction, formula, house_spelling, loaded_word, quote_punctuation
from workbench.checks.terms import term
from workbench.checks.units import unit_of_measure
from workbench.checks.writing import end_mark, number_glued, small_start, spelling
from workbench.model import Finding, Severity, Signature, Unit

CHECKS: tuple[Check, ...] = (
    Check("number", "Number differs", number, Severity.MAJOR),
    Check("number-word", "Number in words without counterpart", number_word, Severity.MINOR),
    Check("percent", "Percentage differs", percent, Severity.MAJOR),
    Check("unit", "Unit or currency differs", unit_of_measure, Severity.MAJOR),
    Check("date", "Month or weekday differs", date, Severity.MAJOR),
    Check("clock-time", "Time of day differs", clock_time, Severity.MAJOR),
    Check("negation", "Negation dropped or added", negation, Severity.MAJOR),
    Check("negation-unsure", "Negation perhaps dropped or put in", negation_unsure, Severity.MINOR),
    Check("certainty", "Less sure in the Arabic", certainty, Severity.MINOR),
    Check("modality", "Must or may", modality, Severity.MINOR),
    Check("quantity", "Most, all or some", quantity, Severity.MAJOR),
    Check("comparison", "More or less", comparison, Severity.MAJOR),
    Check("rank", "Rank or office differs", rank, Severity.MINOR),
    Check("name", "Name not in the Arabic", name, Severity.MINOR),
    Check("length", "Length out of proportion", length, Severity.MINOR),
    Check("dual", "“Two” is lost", dual, Severity.MINOR),
    Check("plural", "One or several", plural, Severity.MINOR),
    Check("question", "Question or statement", question, Severity.MINOR),
    Check("exclamation", "Exclamation or statement", exclamation, Severity.MINOR),
    Check("reported-speech", "Reported speech in quote marks", reported_speech, Severity.MINOR),
    Check("attribution", "Speaker or outlet not named in the Arabic", attribution, Severity.INFO),
    Check("brackets-added", "Words put in by the writer", brackets_added, Severity.INFO),
    Check("scare-quote", "Quote marks around words nobody said", scare_quote, Severity.MINOR),
    Check("elision", "Something left out", elision, Severity.INFO),
    Check("elision-meaning", "What is left out changes the meaning", elision_meaning, Severity.MAJOR),
    Check("wrong-language", "Wrong language or sides swapped", wrong_language, Severity.CRITICAL),
    Check("arabic-left-over", "Arabic left in the rendering", arabic_left_over, Severity.MAJOR),
    Check("mixed-script", "Letters of two alphabets", mixed_script, Severity.MINOR),
    Check("mojibake", "Wrongly decoded characters", mojibake, Severity.MAJOR),
    Check("invisible-characters", "Invisible characters", invisible_characters, Severity.MINOR),
    Check("repeated-words", "Words written twice", repeated_words, Severity.MINOR),
    Check("missing-space", "Missing space", missing_space, Severity.MINOR),
    Check("double-space", "Doubled space", double_space, Severity.MINOR),
    Check("space-before-punctuation", "Space before punctuation", space_before_punctuation, Severity.MINOR),
    Check("unpaired-marks", "Bracket or quote mark without its partner", unpaired_marks, Severity.MINOR),
    Check("nested-marks", "Quote marks inside one another", nested_marks, Severity.MINOR),
    Check("tripled-letter", "Tripled letter", tripled_letter, Severity.MINOR),
    Check("number-glued", "Number glued to a word", number_glued, Severity.MINOR),
    Check("spelling", "Not in the dictionary", spelling, Severity.MINOR),
    Check("small-start", "Sentence begins small", small_start, Severity.MINOR),
    Check("end-mark", "No mark at the end", end_mark, Severity.MINOR),
    Check("fuzzy-match", "Memory match nobody edited", fuzzy_match, Severity.MINOR),
    Check("fuzzy-match-meaning", "Memory match of other meaning", fuzzy_match_meaning, Severity.MAJOR),
    Check("address", "Link, address or initials differ", address, Severity.MINOR),
    Check("term", "Term of the project", term, Severity.MINOR),
    Check("house-spelling", "Spelling of the house", house_spelling, Severity.MINOR),
    Check("rank-spelling", "Rank as the house writes it", rank_spelling, Severity.MINOR),
    Check("formula", "Religious formula", formula, Severity.MINOR),
    Check("quote-punctuation", "Full stop or comma at a quote mark", quote_punctuation, Severity.MINOR),
    Check("contraction", "Word or contraction to avoid", contraction, Severity.MINOR),
    Check("loaded-word", "Loaded word", loaded_word, Severity.MINOR),
    Check("pattern", "Pattern of the project", pattern, Severity.MINOR),
)

__all__ = ["CHECKS", "NOTHING_KNOWN", "Check", "CheckContext", "run", "signature"]


def run(unit: Unit, context: CheckContext = NOTHING_KNOWN, checks: Sequence[Check] = CHECKS) -> list[Finding]:
    """What the checks find in a unit, in the order of the rows; a check that crashes gives one finding that says so.

    >>> [finding.check_id for finding in run(Unit.of("على ضرورة الحفاظ", "agreed on the need the need to preserve"))]
    ['repeated-words']
    """
    found: list[Finding] = []
    for check in checks:
        before = len(found)
        try:
            found.extend(check.find(unit, context))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in one check, the review of the unit goes on
            found[before:] = [Finding(check.id, f"this check failed ({type(error).__name__}: {error}); it says nothing about this unit")]
    return found


def signature(checks: Sequence[Check] = CHECKS) -> Signature:
    """What findings were made with.

    >>> str(signature()).startswith("checks:")
    True
    """
    return Signature((("checks", str(len(checks))), ("langs", "ar-en"), ("v", __version__)))
