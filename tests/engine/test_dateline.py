"""The dateline of a release: its place, day and agency."""

from __future__ import annotations

import pytest

import arnlp


def test_the_dateline_anchors_where_nothing_else_does():
    release = arnlp.extract("عنوان\n\nدبي في 14 أكتوبر 2024 / وام / افتتح المركز أمس 14 محطة.")
    dateline = release.document.dateline
    assert (dateline.place, dateline.date, dateline.agency) == ("دبي", "2024-10-14", "وام")
    assert release.document.published == "2024-10-14"
    assert [d.from_date for d in release.dates] == ["2024-10-14", "2024-10-13"]


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("الدوحة في 10 ديسمبر 2023 /قنا/ أعلنت المؤسسة", "الدوحة", "2023-12-10", "قنا"),
        ("عمان 5 شباط 2024 (بترا)- وقعت الوزارة", "عمان", "2024-02-05", "بترا"),
        ("الرياض 12 ربيع الآخر 1446 هـ الموافق 15 أكتوبر 2024 م واس\nكشفت الوزارة", "الرياض", "2024-10-15", "واس"),
        ("الكويت - 21 - 1 (كونا) -- أعلنت الوزارة", "الكويت", None, "كونا"),
        ("Dubai, UAE, 24 October 2022: The Authority said", "Dubai", "2022-10-24", None),
        ("Riyadh, July 20, 2024, SPA -- The Ministry said", "Riyadh", "2024-07-20", "SPA"),
        ("بيروت - 28 أيار 2024\nأعلنت الوزارة", "بيروت", "2024-05-28", None),
    ],
)  # fmt: skip
def test_datelines(line, place, day, agency):
    dateline = arnlp.extract(
        "عنوان الخبر\n\n"
        + line
        + " اليوم عن خطة جديدة للسنوات المقبلة، تقوم على ثلاثة محاور وتشمل المدن كلها."
    ).document.dateline
    assert (dateline.place, dateline.date, dateline.agency) == (place, day, agency)
