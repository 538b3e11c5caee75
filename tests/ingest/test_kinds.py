"""The first guess at what sort of text it is."""

import pytest

from workbench.ingest.kinds import guess_kind
from workbench.model import DocumentKind, Role

LONG = "جملة طويلة في تقرير عن المدينة. " * 60


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[00:04] المذيع: أهلاً.\n[00:09] غسان خلف: أهلاً بكم.\n[00:12] المذيع: ماذا جرى؟", DocumentKind.TRANSCRIPT),
        ("الصحفي: متى؟\nالناطق: غداً.\nالصحفي: أين؟\nالناطق: هنا.", DocumentKind.TRANSCRIPT),
        ("14:35 أحمد خالد\nوصل الإسعاف.\n\n14:20\nانفجار ثان.\n\n13:50\nانفجار.", DocumentKind.LIVE_BLOG),
        ("🔴 #عاجل #حماة\nانفجاران وسط المدينة\n142 تعليقاً · 87 مشاركة", DocumentKind.POST),
        ("حماة - سانا\nارتقى شخصان في تفجير إرهابي قرب الساحة.", DocumentKind.WIRE),
        ("بيروت (رويترز) - قال مصدر عسكري إن المعركة طويلة.", DocumentKind.WIRE),
        ("إخلاء البلدة\n\nتل السنابل – (البيادر) – قال مصدر إن المعركة طويلة.", DocumentKind.WIRE),
        ("توضيح من شركة أساس\n" + LONG, DocumentKind.STATEMENT),
        ("بيان صادر عن مجلس المدينة\n" + LONG, DocumentKind.STATEMENT),
        ("قال نعم.", DocumentKind.STATEMENT),
        (LONG, DocumentKind.ARTICLE),
        ("", DocumentKind.STATEMENT),
    ],
)
def test_kinds_of_sources(text: str, kind: DocumentKind) -> None:
    assert guess_kind(text, role=Role.SOURCE) is kind


def test_three_lines_with_colons_are_no_transcript() -> None:
    text = "الضحايا: قتيلان\nالجرحى: اثنا عشر\nالمكان: ساحة العاصي"
    assert guess_kind(text, role=Role.SOURCE) is not DocumentKind.TRANSCRIPT


def test_an_article_of_ours_is_an_article() -> None:
    assert guess_kind("BEIRUT (Reuters) - He said “yes”.", role=Role.ARTICLE) is DocumentKind.ARTICLE
