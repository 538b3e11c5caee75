"""A small project whose quotations and places are known, without any encoder."""

from datetime import UTC, date, datetime

import pytest

from workbench.model import (
    MACHINE,
    Attribution,
    AttributionRole,
    Certainty,
    Cue,
    Document,
    DocumentKind,
    Link,
    LinkProposed,
    LinkState,
    Party,
    Placement,
    Quotation,
    QuotationKind,
    Role,
    Span,
    UnitAdded,
)
from workbench.services.desk import Desk
from workbench.store import Project, Store, open_store

ARTICLE = (
    "Officials met in Hama on Monday.\n\n"
    "“We held several meetings on the status of the city, in case of its liberation,God willing,” Abu Ahmed said.\n\n"
    "“Plans have been prepared for [governing Hama],” he added."
)
SOURCE = "وقال القيادي أبو أحمد: «أجرينا لقاءات عدة لبحث وضع المدينة إذا ما تم تحريرها بإذن الله».\nوغادر الوفد المكان مساء.\n"
FIRST = "hama/q01"
SECOND = "hama/q02"


def place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


FIRST_QUOTE = place(ARTICLE, "We held several meetings on the status of the city, in case of its liberation,God willing,")
SECOND_QUOTE = place(ARTICLE, "Plans have been prepared for [governing Hama],")
FIRST_PLACE = place(SOURCE, "أجرينا لقاءات عدة لبحث وضع المدينة إذا ما تم تحريرها بإذن الله")


@pytest.fixture
def store() -> Store:
    store = open_store(":memory:")
    now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    store.add_project(Project(id="hama", title="Hama", created_at=now))
    article = Document(
        id="article", language="en", role=Role.ARTICLE, kind=DocumentKind.ARTICLE, text=ARTICLE, title="Officials meet", published=date(2016, 10, 3)
    )
    source = Document(id="wire", language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=SOURCE, outlet="كلنا شركاء")
    store.add_document("hama", article)
    store.add_document("hama", source)
    common = {"author": MACHINE, "at": now, "operation": "prepare"}
    speaker = Party("Abu Ahmed", place(ARTICLE, "Abu Ahmed"), AttributionRole.SPEAKER)
    attribution = Attribution((speaker,), Cue("said", place(ARTICLE, "said")))
    first = Quotation(id="q01", document_id="article", fragments=(FIRST_QUOTE,), kind=QuotationKind.DIRECT, attribution=attribution)
    brackets = place(ARTICLE, "[governing Hama]")
    second = Quotation(id="q02", document_id="article", fragments=(SECOND_QUOTE,), kind=QuotationKind.DIRECT, interpolations=(brackets,))
    link = Link(quotation_id="q01", document_id="wire", spans=(FIRST_PLACE,), score=0.71, margin=0.3, reasons=("inside quote marks",))
    found = Placement(quotation_id="q01", state=LinkState.PROPOSED, confidence=0.93, candidates=(link,), certainty=Certainty.SURE)
    nowhere = Placement(quotation_id="q02", state=LinkState.NO_SOURCE, confidence=0.1)
    store.append(
        "hama",
        [
            UnitAdded(**common, unit_key=FIRST, position=first.span.start, target=first.text(ARTICLE), article_id="article", quotation=first),
            UnitAdded(**common, unit_key=SECOND, position=second.span.start, target=second.text(ARTICLE), article_id="article", quotation=second),
            LinkProposed(**common, unit_key=FIRST, placement=found),
            LinkProposed(**common, unit_key=SECOND, placement=nowhere),
        ],
    )
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    desk = Desk(store, "hama")
    desk.catch_up()
    return desk
