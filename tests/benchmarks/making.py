"""Projects of any size for measuring, made through the store as an import makes them: articles, Arabic sources, quotations, places.

All texts are put together from the clauses below, which are ours; speakers and outlets are invented. The same size gives the same project.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.model import (
    MACHINE,
    Attribution,
    AttributionRole,
    Certainty,
    Cue,
    Document,
    DocumentKind,
    Event,
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
from workbench.store import Project, Store, open_store

CLAUSES = (
    ("the engineers reached the pumping station before dawn", "وصل المهندسون إلى محطة الضخ قبل الفجر"),
    ("we counted 14 trucks on the road to the depot", "أحصينا ١٤ شاحنة على الطريق إلى المستودع"),
    ("nobody in the district had been told about the decision", "لم يُبلَّغ أحد في الحي بالقرار"),
    ("the water will return to most houses within three days", "ستعود المياه إلى معظم المنازل خلال ثلاثة أيام"),
    ("our families stayed in the school until the evening", "بقيت عائلاتنا في المدرسة حتى المساء"),
    ("the council has not received any letter from the ministry", "لم يتلقَّ المجلس أي كتاب من الوزارة"),
    ("forty percent of the grain was lost in the fire", "فُقد ٤٠٪ من الحبوب في الحريق"),
    ("we ask everyone to keep away from the old bridge", "نطلب من الجميع الابتعاد عن الجسر القديم"),
    ("the hospital needs two generators and clean bandages", "يحتاج المستشفى إلى مولدتين وضمادات نظيفة"),
    ("the agreement was signed in the presence of the elders", "وُقِّع الاتفاق بحضور الوجهاء"),
    ("they promised to reopen the crossing on Sunday", "وعدوا بإعادة فتح المعبر يوم الأحد"),
    ("the prices of bread rose twice in one month", "ارتفعت أسعار الخبز مرتين في شهر واحد"),
)
SPEAKERS = ("Nadim Qattan", "Salma Haddar", "Abu Rabie", "Yusra Tamimi", "Khalil Darwaz", "Mona Sabbagh", "Fares Issawi")
OUTLETS = (("Al-Manhal", "المنهل"), ("Delta Voice", "صوت الدلتا"), ("Radio Barada", "راديو بردى"))
QUOTES_PER_ARTICLE = 50
LONG_EVERY, SLIP_EVERY = 10, 7
BATCH = 20  # articles in one append
WORDS_OF_LONG = 60
MADE_AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """One quotation before it has a place: what is printed, and what was said."""

    number: int
    english: str
    arabic: str

    @property
    def speaker(self) -> str:
        return SPEAKERS[self.number % len(SPEAKERS)]


def make_database(path: Path, *sizes: int) -> None:
    """A new database with a project `made-SIZE` of each size and nothing else."""
    store = open_store(str(path))
    for size in sizes:
        make_project(store, size)
    store.close()


def make_project(store: Store, size: int) -> str:
    """Add a project of `size` units; its id. Every tenth rendering has 60 words, every seventh a slip that the checks find."""
    project = f"made-{size}"
    store.add_project(Project(id=project, title=f"{size:,} quotations", created_at=MADE_AT))
    quotes = [made_quote(number) for number in range(1, size + 1)]
    articles = [quotes[place : place + QUOTES_PER_ARTICLE] for place in range(0, size, QUOTES_PER_ARTICLE)]
    for place in range(0, len(articles), BATCH):
        batch = enumerate(articles[place : place + BATCH], place + 1)
        store.append(project, [event for article, printed in batch for event in _article(store, project, article, printed)])
    return project


def made_quote(number: int) -> Made:
    """The texts of quotation `number`, counted from 1."""
    length = 7 if number % LONG_EVERY == 0 else 1 + number % 4
    clauses = [CLAUSES[(number * 5 + step * 7) % len(CLAUSES)] for step in range(length)]
    words = ", and ".join(english for english, _ in clauses).split(" ")
    if number % LONG_EVERY == 0:
        words = (words * 2)[:WORDS_OF_LONG]
    english = " ".join(words) + ","
    if number % SLIP_EVERY == 0:
        english = english.replace(" the ", " the the ", 1)
    return Made(number, english[0].upper() + english[1:], "، و".join(arabic for _, arabic in clauses))


def _article(store: Store, project: str, article: int, quotes: list[Made]) -> Iterator[Event]:
    """Keep an article and the source its quotations are from; what its preparation adds to the log."""
    outlet, arabic_outlet = OUTLETS[article % len(OUTLETS)]
    printed = _Written(f"Report {article:03} from the valley.\n\n")
    heard = _Written(f"{arabic_outlet}: تصريحات اليوم\n\n")
    shown = [(quote, *printed.paragraph("“", quote.english, f"” {quote.speaker} told {outlet}. The day was quiet otherwise.")) for quote in quotes]
    places = [heard.paragraph(f"وقال المتحدث رقم {quote.number}: «", quote.arabic, "». وكان اليوم هادئاً.")[0] for quote in quotes]
    english, arabic = f"article-{article:03}", f"source-{article:03}"
    day = date(2026, 3, 1) + timedelta(days=article)
    store.add_document(
        project,
        Document(
            id=english, language="en", role=Role.ARTICLE, kind=DocumentKind.ARTICLE, text=printed.text, title=f"Report {article:03}", published=day
        ),
    )
    store.add_document(
        project, Document(id=arabic, language="ar", role=Role.SOURCE, kind=DocumentKind.WIRE, text=heard.text, outlet=arabic_outlet, published=day)
    )
    for (quote, span, after), place in zip(shown, places, strict=True):
        yield from _events(project, quote, _quotation(quote, span, after, english, outlet), arabic, (place, *_others(places, place)))


def _quotation(quote: Made, span: Span, after: int, document: str, outlet: str) -> Quotation:
    speaker_at = after + 2
    cue_at = speaker_at + len(quote.speaker) + 1
    outlet_at = cue_at + len("told ")
    chain = (
        Party(quote.speaker, Span(speaker_at, speaker_at + len(quote.speaker)), AttributionRole.SPEAKER),
        Party(outlet, Span(outlet_at, outlet_at + len(outlet)), AttributionRole.OUTLET),
    )
    attribution = Attribution(chain, Cue("told", Span(cue_at, cue_at + 4)))
    return Quotation(id=f"q{quote.number:04}", document_id=document, fragments=(span,), kind=QuotationKind.DIRECT, attribution=attribution)


def _events(project: str, quote: Made, quotation: Quotation, source: str, places: tuple[Span, ...]) -> Iterator[Event]:
    key = f"{project}/q{quote.number:04}"
    common = {"unit_key": key, "author": MACHINE, "at": MADE_AT, "operation": f"prepare:{quotation.document_id}"}
    yield UnitAdded(**common, position=quotation.span.start, target=quote.english, article_id=quotation.document_id, quotation=quotation)
    links = tuple(
        Link(quotation_id=quotation.id, document_id=source, spans=(span,), score=0.8 - 0.2 * rank, margin=0.2, reasons=("inside quote marks",))
        for rank, span in enumerate(places)
    )
    placement = Placement(quotation_id=quotation.id, state=LinkState.PROPOSED, confidence=0.93, candidates=links, certainty=Certainty.SURE)
    yield LinkProposed(**common, placement=placement)


def _others(places: list[Span], place: Span) -> list[Span]:
    """Two more places, as a search gives alternatives."""
    at = places.index(place)
    return [places[(at + step) % len(places)] for step in (1, 2) if len(places) > step]


class _Written:
    """A text in the making that remembers where its quotations stand."""

    def __init__(self, start: str) -> None:
        self.text = start

    def paragraph(self, before: str, quote: str, after: str) -> tuple[Span, int]:
        """Add a paragraph; where the quotation stands in the text, and where it ends."""
        start = len(self.text) + len(before)
        self.text += f"{before}{quote}{after}\n\n"
        return Span(start, start + len(quote)), start + len(quote)
