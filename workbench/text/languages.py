"""Which language a text is in: its script first, then langdetect, "undetermined" when there is too little to tell.

The one door to langdetect, which unseeded changes its mind between calls and which knows nothing of doubt: it is sure that "ISIS claims" is French.
"""

import re
from functools import cache
from typing import Any, Final

SCRIPTS: Final = {
    "Arab": re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"),
    "Latn": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]"),
    "Hebr": re.compile("[\u05d0-\u05ea]"),
    "Cyrl": re.compile("[\u0400-\u0481\u048a-\u052f]"),
    "Grek": re.compile("[\u0370-\u0373\u0376-\u03ff\u1f00-\u1fff]"),
    "Hani": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
}
"""Letters of the scripts told apart, by their ISO 15924 codes; marks, digits and tatweel-only differences do not count."""

MIN_LETTERS: Final = {"Arab": 12, "Latn": 36}
"""Fewer letters than this are undetermined (36 for the scripts not named).

Chosen on NTREX-128 (development part), its sentences cut off after n letters, with `MIN_PROBABILITY`: of English cut at 36 letters .948 is named
right and .002 wrong (at 24: .856 and .020). Arabic script is told by its own letters before that, so that a headline is enough.
"""

MIN_PROBABILITY: Final = 0.9

SAMPLE: Final = 4000
"""Code points looked at: more changes no answer and costs time."""

LANGUAGES_IN_ARABIC_SCRIPT: Final = ("ar", "fa", "ur")

# Farsi and Urdu letters; keheh and Farsi yeh are not among them, because phones write them into Arabic posts too.
_NEVER_ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06ba\u06be\u06c1\u06c3\u06d2]")
# Letters, and the article, that Persian and Urdu hardly write.
_ARABIC_ONLY = re.compile("[\u0629\u064a\u0643\u0623\u0625\u0649]|\\b[\u0648\u0641\u0628]?\u0627\u0644")
# Spoken Arabic borrows these for p, ch, zh, g (گ in Iraq, چ in the Gulf), a letter at a time.
_BORROWED_SHARE: Final = 0.03
_PHONE_KEYBOARD: Final = str.maketrans({"\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}", "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}"})
_NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|[@#]\S+|\S+@\S+")

_LANGDETECT_TO_BCP47: Final = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}


def script_shares(text: str) -> dict[str, float]:
    """The share of each script among the letters, largest first; empty where there are none. Other scripts count as "Zyyy".

    >>> script_shares("حماة Hama 2016")
    {'Arab': 0.5, 'Latn': 0.5}
    """
    counts = {code: len(letters.findall(text)) for code, letters in SCRIPTS.items()}
    counts["Zyyy"] = sum(map(str.isalpha, text)) - sum(counts.values())
    total = sum(count for count in counts.values() if count > 0)
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return {code: count / total for code, count in ranked if count > 0}


def main_script(text: str) -> str | None:
    """The script of more than half the letters; None where no script has that.

    >>> main_script("قال في مقابلة مع CNN إن")
    'Arab'
    """
    shares = script_shares(text)
    return next((code for code, share in shares.items() if share > 0.5 and code != "Zyyy"), None)


def identify(text: str) -> str | None:
    """The language as a BCP 47 tag, always the same for the same text; None where it is undetermined.

    >>> identify("قال المحافظ إن قوات الأمن تعاملت مع الانتحاري الآخر")
    'ar'
    >>> identify("ISIS claims") is None
    True
    """
    sample = _NOT_PROSE.sub(" ", text[:SAMPLE])
    script = main_script(sample)
    if script is None or len(SCRIPTS[script].findall(sample)) < MIN_LETTERS.get(script, MIN_LETTERS["Latn"]):
        return None
    return _arabic_script(sample) if script == "Arab" else _detected(sample)


def _arabic_script(sample: str) -> str | None:
    """A short text by the letters only Arabic writes; a longer one by langdetect, after the letters of phone keyboards are made Arabic again."""
    foreign = len(_NEVER_ARABIC.findall(sample))
    letters = len(SCRIPTS["Arab"].findall(sample))
    if letters < MIN_LETTERS["Latn"]:
        return "ar" if not foreign and _ARABIC_ONLY.search(sample) else None
    if foreign <= _BORROWED_SHARE * letters:
        sample = sample.translate(_PHONE_KEYBOARD)
    return _detected(sample, LANGUAGES_IN_ARABIC_SCRIPT)


def _detected(sample: str, among: tuple[str, ...] | None = None) -> str | None:
    """What langdetect says, where it is sure enough and the answer is `among` those the script allows."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = load_profiles().create()
    detector.append(sample)
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:  # no letters that any profile knows
        return None
    if not best or best[0].prob < MIN_PROBABILITY or (among and best[0].lang not in among):
        return None
    language: str = best[0].lang
    return _LANGDETECT_TO_BCP47.get(language, language)


@cache
def load_profiles() -> Any:
    """The factory of detectors, its profiles read from disk once: half a second. `identify` does it by itself, a server at its start."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory: Any = DetectorFactory()  # type: ignore[no-untyped-call]
    factory.seed = 0  # of this factory only: the library's own default is shared by the whole process
    factory.load_profile(PROFILES_DIRECTORY)
    return factory
