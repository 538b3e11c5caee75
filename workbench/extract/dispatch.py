"""The reader for a document's language."""

from workbench.extract.arabic.assembly import arabic_quotations
from workbench.extract.english.assembly import english_quotations
from workbench.model import Document, Quotation


def quotations(document: Document, *, indirect: bool = False) -> tuple[Quotation, ...]:
    """Every quoted region of a document, in order of its text, with who said it to whom as far as the text tells.

    With `indirect`, also what an English article tells without quote marks (“He said that …”); Arabic speech without marks is always read.
    Arabic documents (language `ar` or `ar-…`) are read for speech without marks too; any other language is read by the rules of English.
    Spans count code points of `document.text`; no input raises.
    """
    if document.language.partition("-")[0].lower() == "ar":
        return arabic_quotations(document)
    return english_quotations(document, indirect=indirect)
