"""Views of units for the pane's tests: seven quotations with Arabic of our own making, and as many plain ones as wanted."""

from typing import Any

from tests.ui.component.fake_server import findings

ENAB = "عنب بلدي"
ALL4SYRIA = "كلنا شركاء"


def units(number: int) -> dict[str, dict[str, Any]]:
    """The sample's seven units, then invented ones up to `number`."""
    views = [view(index, len(QUOTES), **quote) for index, quote in enumerate(QUOTES, start=1)]
    views += [view(index, number, **plain(index)) for index in range(len(QUOTES) + 1, number + 1)]
    return {unit["key"]: unit for unit in views[:number]}


def plain(index: int) -> dict[str, Any]:
    text = f"Convoy number {index} reached the village before noon with flour and blankets"
    arabic = f"وصلت القافلة رقم {index} إلى القرية قبل الظهر وفيها طحين وبطانيات"
    return {"text": text, "speaker": "a driver", "resolved": f"Driver {index % 40}", "candidates": [("بلدي FM", "قال السائق: «", arabic, "».")]}


IMPORTED = {"sequence": 1, "author": "import", "at": "2026-11-20T09:12:00+00:00", "kind": "add", "text": "imported as published", "restore": None}
CHRF = {"name": "chrF", "value": 91.3, "signature": "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0"}


def candidate(outlet: str, before: str, span: str, after: str, rank: int) -> dict[str, Any]:
    return {
        "document_id": f"source-{rank}",
        "outlet": outlet,
        "title": f"تصريح إلى {outlet}",
        "language": "ar",
        "published": "2016-10-03",
        "provenance": "reconstruction",
        "before": before,
        "pieces": [[span, True]],
        "after": after,
        "score": 0.81 - 0.17 * rank,
        "margin": 0.17,
        "reasons": ["inside quote marks", "next candidate far below"] if rank == 0 else ["same speaker"],
        "state": "proposed",
        "spans": [[len(before), len(before) + len(span)]],
    }


def view(position: int, of: int, *, text: str, speaker: str | None, candidates: list[tuple[str, str, str, str]], **more: Any) -> dict[str, Any]:
    places = [candidate(*place, rank) for rank, place in enumerate(candidates)]
    return {
        "key": f"hama/q{position:02}",
        "sequence": 1,
        "state": more.get("state", "waiting" if places else "no-source"),
        "kind": more.get("kind", "direct"),
        "reasons": more.get("reasons", []),
        "heading": {
            "speaker": speaker,
            "resolved": more.get("resolved"),
            "outlet": more.get("outlet"),
            "outlet_resolved": more.get("outlet_resolved"),
            "cue": more.get("cue", "said"),
            "date": "2016-10-03",
            "article_title": "Attack in Hama, retold",
            "position": position,
            "of": of,
        },
        "source": {
            "text": places[0]["pieces"][0][0] if places else "",
            "candidates": places,
            "chosen": 0 if places else None,
            "confirmed": False,
            "certainty": more.get("certainty", "sure"),
            "confidence": 0.94,
        },
        "target": {
            "published": text,
            "reviewed": text,
            "before": more.get("before", "A spokesman explained on Monday that “"),
            "after": more.get("after", "”"),
            "paragraph": position + 9,
            "interpolations": [[text.find("["), text.find("]") + 1]] if "[" in text else [],
            "elisions": [[text.find("…"), text.find("…") + 1]] if "…" in text else [],
        },
        "baselines": [
            {"id": "published", "label": "as published", "text": text},
            {"id": "wire", "label": "the agency's version", "text": text.replace("had ", "held ")},
        ],
        "findings": findings(text),
        "comments": more.get("comments", []),
        "history": [
            {"sequence": 1, "author": "import", "at": "2026-11-20T09:12:00+00:00", "kind": "add", "text": "imported as published", "restore": None}
        ],
        "scores": [CHRF],
        "fidelity": None,
        "remedy": None,
        "marks": [],
        "gloss": "",
        "explanation": "",
        "signed_off": None,
        "author_of_text": "",
        "may_approve": True,
        "approve_note": "",
    }


QUOTES: list[dict[str, Any]] = [
    {
        "text": "three martyrdom attackers… targeted the headquarters of the [Baath] Party",
        "speaker": "A3maq",
        "kind": "partial",
        "outlet": "A3maq",
        "state": "approved",
        "candidates": [("أعماق", "قالت الوكالة: ", "استهدف ثلاثة مهاجمين مقر الحزب قرب الساحة", "، ولم تذكر المزيد.")],
    },
    {
        "text": "dealt with the other bomber, killing him",
        "speaker": "the governor",
        "resolved": "Ghassan Khalaf",
        "outlet": "Sham FM",
        "kind": "partial",
        "state": "approved",
        "candidates": [("شام FM", "وأوضح المحافظ لإذاعة شام FM: «", "تعامل عناصر الأمن مع الانتحاري الآخر وقتلوه", "» ظهر أمس.")],
    },
    {
        "text": "The entry into Hama will not be achieved without first liberating the mountains",
        "speaker": "he",
        "resolved": "a military source",
        "outlet": "Enab Baladi",
        "candidates": [],
    },
    {
        "text": "we had several meetings to discuss the status of Hama, in case of its liberation,God willing.",
        "speaker": "a military commander",
        "resolved": "Abu Ahmed, commander, Jaysh al-Nasr",
        "outlet": "a pro-opposition outlet",
        "outlet_resolved": ALL4SYRIA,
        "cue": "told",
        "before": "A military commander in the Free Syrian Army-affiliated Jaysh al-Nasr told a pro-opposition outlet that “",
        "comments": [
            {
                "id": "first",
                "mentions": [],
                "resolved": False,
                "side": None,
                "place": None,
                "author": "Rima",
                "at": "2026-11-22T10:40:00+00:00",
                "text": "Is “status” fair for وضع?",
            }
        ],
        "candidates": [
            (
                ALL4SYRIA,
                "وقال القيادي في «جيش النصر» (Jaysh al-Nasr) لموقعنا: «",
                "أجرينا لقاءات عدة عبر Skype و WhatsApp لبحث وضع مدينة حماة إذا ما تم تحريرها بإذن الله",
                "، وأجمع معظم الفصائل على بقاء مؤسسات الدولة الخدمية، ووُضعت الخطط لإدارتها».",
            ),
            (ENAB, "وذكر مصدر أن ", "الفصائل بحثت وضع المدينة", " في اجتماعات سابقة."),
            ("شام FM", "", "عقدت اجتماعات كثيرة", " بحسب المراسل."),
        ],
    },
    {
        "text": "Most of the factions unanimously agreed on the need the need to preserve the state’s service institutions",
        "speaker": "Abu Ahmed",
        "outlet": "All4Syria",
        "certainty": "likely",
        "candidates": [(ALL4SYRIA, "وأضاف: «", "أجمعت معظم الفصائل على ضرورة الحفاظ على مؤسسات الدولة الخدمية", "».")],
    },
    {
        "text": "mistakes of Idlib.",
        "speaker": "Abu Ahmed",
        "outlet": "All4Syria",
        "kind": "scare",
        "certainty": "unsure",
        "candidates": [(ALL4SYRIA, "وتعهد بألا تتكرر ", "أخطاء إدلب", " في حماة.")],
    },
    {
        "text": "Plans have been prepared for [governing Hama],",
        "speaker": "he",
        "resolved": "Abu Ahmed",
        "outlet": "All4Syria",
        "candidates": [(ALL4SYRIA, "وتابع: «", "وُضعت الخطط لإدارة المدينة", "».")],
    },
]
