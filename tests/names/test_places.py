"""Towns that a text names without a head or a list, and words that only look like towns."""

from __future__ import annotations

import pytest

import arnlp


def _places(text):
    return [e.name for e in arnlp.entities(text) if e.type == "place"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سافر الوفد إلى القطيف ثم عاد", ["القطيف"]),
        ("افتتحت مدرسة بجندوبة", ["جندوبة"]),
        ("أمطار على جيجل وسيدي بلعباس", ["جيجل", "سيدي بلعباس"]),
        ("نازحون من جباليا والبريج", ["جباليا", "البريج"]),
        ("the counties of Harlow, Giles and Patrick were hit", ["Harlow", "Giles", "Patrick"]),
        (
            "families of Henry County and Bani Salwa District",
            ["Henry County", "Bani Salwa District"],
        ),
        ("ships in the Gulf of Mexico", ["Gulf of Mexico"]),
        ("the cities of the region", []),
        ("نظافة حي البحر وشارع الستين", ["حي البحر", "شارع الستين"]),
        ("زار الوفد قصر الحكم ومخيم جباليا", ["قصر الحكم", "مخيم جباليا"]),
        ("عادت الكهرباء إلى مدينة شقرة الساحلية", ["شقرة"]),
        ("وصل الوفد إلى سيول أمس", ["سيول"]),
        ("قرب مياه البحر بسيدي فرج", ["سيدي فرج"]),
        ("عاد الوالي من سيدي علي بن عون", ["سيدي علي بن عون"]),
        ("افتتح برج خليفة الأطول في العالم", ["برج خليفة"]),
        ("في حديقة الأمير سلطان بن سعود", ["حديقة الأمير سلطان بن سعود"]),
        ("اشتباكات في الفلوجة والرمادي", ["الفلوجة", "الرمادي"]),
    ],
)
def test_town(text, names):
    assert _places(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "بمبادرة كريمة من المدير",
        "القنابل المسيلة للدموع",
        "ما زال صبيا صغيرا",
        "تدمر الحرائق الغابات",
        "أدى مناسك للحج",
        "انتهى حواره مع المدير",
        "تلاحق الشرطة جناته",
        "متوسط نسبة سيول الشراء",
        "قدم 12 لاجئًا سوريًا طلبا",
        "وأعلن محمد بن مرادي أن",
        "بعد قضاء وقت طويل",
        "سد الشواغر في الوظائف",
        "وهو حي يرزق",
    ],
)
def test_no_town(text):
    assert _places(text) == []
