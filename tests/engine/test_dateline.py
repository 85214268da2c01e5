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
        ("ABU DHABI, 16th December, 2020 (WAM) -- The Ministry said", "ABU DHABI", "2020-12-16", "WAM"),
        ("DUBAI, (UrduPoint / Pakistan Point News / WAM - 3rd Mar, 2022) Ajman Customs said", "DUBAI", "2022-03-03", "WAM"),
        ("ABU DHABI, (UrduPoint / WAM - 16th Dec, 2020) :The Authority said", "ABU DHABI", "2020-12-16", "WAM"),
        ("Doha, Qatar: The Ministry said", "Doha", None, None),
        ("Doha, 5 May (QNA) - The Ministry said", "Doha", None, "QNA"),
        ("KUWAIT, May 5 (KUNA) -- The Ministry said", "KUWAIT", None, "KUNA"),
        ("Rabat - The Ministry said", "Rabat", None, None),
        ("ALGIERS- The Ministry said", "ALGIERS", None, None),
        ("الجزائر - كشفت الوزارة", "الجزائر", None, None),
        ("دبي: كشفت الوزارة", "دبي", None, None),
        ("القاهرة – رويترز: كشفت الوزارة", "القاهرة", None, "رويترز"),
        ("بيروت - أ ف ب - كشفت الوزارة", "بيروت", None, "أ ف ب"),
        ("الدوحة - قنا: كشفت الوزارة", "الدوحة", None, "قنا"),
        ("واس - الرياض: كشفت الوزارة", "الرياض", None, "واس"),
        ("وطنية - كشفت الوزارة", None, None, "وطنية"),
        ("NNA - The Minister said", None, None, "NNA"),
        ("Riyadh, 05 Rajab 1444H, 27 January 2023: The Ministry said", "Riyadh", "2023-01-27", None),
        ("Dubai, United Arab Emirates; 5 May 2022: The Ministry said", "Dubai", "2022-05-05", None),
        ("Abu Dhabi, UAE - May 5th, 2022 - The Ministry said", "Abu Dhabi", "2022-05-05", None),
        ("May 5, 2022 - Dubai, UAE: The Ministry said", "Dubai", "2022-05-05", None),
        ("5 مايو 2022 - دبي: كشفت الوزارة", "دبي", "2022-05-05", None),
        ("DUBAI, United Arab Emirates--(BUSINESS WIRE)--The Authority said", "DUBAI", None, None),
        ("DUBAI, UAE, May 5, 2022 /PRNewswire/ -- The Authority said", "DUBAI", "2022-05-05", None),
        ("الخرطوم 5-5-2022 (سونا)- كشفت الوزارة", "الخرطوم", "2022-05-05", "سونا"),
        ("رام الله 5-5-2022 وفا- كشفت الوزارة", "رام الله", "2022-05-05", "وفا"),
        ("الرباط 5 ماي 2022/ومع/ كشفت الوزارة", "الرباط", "2022-05-05", "ومع"),
        ("مسقط في 5 مايو 2022 /العمانية/ كشفت الوزارة", "مسقط", "2022-05-05", "العمانية"),
        ("العمانية: كشفت الوزارة", None, None, "العمانية"),
        ("مأرب/ 5 مايو 2022/ سبأنت:\nكشفت الوزارة", "مأرب", "2022-05-05", "سبأنت"),
        ("عدن - سبأنت\nكشفت الوزارة", "عدن", None, "سبأنت"),
        ("طنجة – (و.م.ع) : كشفت الوزارة", "طنجة", None, "و.م.ع"),
        ("القاهرة (أ.ش.أ) - كشفت الوزارة", "القاهرة", None, "أ.ش.أ"),
        ("بيروت - 5 أيار 2022 (الوطنية) - كشفت الوزارة", "بيروت", "2022-05-05", "الوطنية"),
        ("بغداد/ نينا/ كشفت الوزارة", "بغداد", None, "نينا"),
        ("جدة في 5 مايو 2022 /يونا/ كشفت المنظمة", "جدة", "2022-05-05", "يونا"),
        ("نواكشوط , 05/05/2022 (وما) - كشفت الوزارة", "نواكشوط", "2022-05-05", "وما"),
        ("القدس المحتلة 5 أيار 2022 (وفا)- كشفت الوزارة", "القدس المحتلة", "2022-05-05", "وفا"),
        ("Kuwait City, Kuwait, 5 May 2022 -- The Ministry said", "Kuwait City", "2022-05-05", None),
        ("(WAM) -- Abu Dhabi, 5 May 2022: The Ministry said", "Abu Dhabi", "2022-05-05", "WAM"),
        ("Tuesday, May 5, 2022 - Riyadh (SPA): The Ministry said", "Riyadh", "2022-05-05", "SPA"),
        ("Hodeidah, May 5, 2022 (Saba) The Ministry said", "Hodeidah", "2022-05-05", "Saba"),
        ("ANKARA (AA) - The Ministry said", "ANKARA", None, "AA"),
        ("MOGADISHU, May 5, 2022 (SONNA) - The Ministry said", "MOGADISHU", "2022-05-05", "SONNA"),
    ],
)  # fmt: skip
def test_datelines(line, place, day, agency):
    dateline = arnlp.extract(
        "عنوان الخبر\n\n"
        + line
        + " اليوم عن خطة جديدة للسنوات المقبلة، تقوم على ثلاثة محاور وتشمل المدن كلها."
    ).document.dateline
    assert (dateline.place, dateline.date, dateline.agency) == (place, day, agency)


@pytest.mark.parametrize(
    "line",
    [
        "دبي 5 فروع جديدة", "Dubai - 5 branches opened", "Dubai and Doha - two cities - grew", "مصر: السكان يزيدون",
        "Cairo: a city that grows", "Doha, Dubai: the two cities", "في دبي - كما في غيرها - يزيد العدد", "May 5, 2022 was a day of rain in Dubai",
        "وطنية الموظفين - كما قال - كبيرة", "The SPA - a spa - is open", "الرياض - الدمام - جدة: طرق جديدة", "5 مايو 2022 في دبي موعد الافتتاح",
        "In Dubai, on 5 May 2022, the council met", "Ajman on May 5 opened 4 parks", "تستضيف الدوحة خلال مايو 2022 القمة",
    ],
)  # fmt: skip
def test_no_datelines(line):
    body = " اليوم عن خطة جديدة للسنوات المقبلة، تقوم على ثلاثة محاور وتشمل المدن كلها في البلاد."
    assert arnlp.extract(f"عنوان الخبر\n\n{line}{body}").document.dateline is None


@pytest.mark.parametrize(
    "text",
    [
        "ABU DHABI, 3rd March 2022 (WAM) - The Ministry of Finance issued 4 guides.",
        "DUBAI, (UrduPoint / Pakistan Point News / WAM - 3rd Mar, 2022) Dubai Customs cleared 41,000 parcels.",
        "دبي في 3 مارس 2022 / وام / أصدرت الوزارة 4 أدلة.",
    ],
)  # fmt: skip
def test_the_day_of_a_dateline_is_no_period_of_a_fact(text):
    release = arnlp.extract(text)
    assert [fact.period for fact in release.facts] == [None]
    assert release.document.published == "2022-03-03"


def test_a_republisher_is_no_entity():
    text = "DUBAI, (UrduPoint / Pakistan Point News / WAM - 3rd Mar, 2022) Dubai Customs cleared 41,000 parcels."
    release = arnlp.extract(text)
    assert [e.name for e in release.entities] == ["DUBAI", "Dubai Customs"]
    other = arnlp.extract("DUBAI, 3 March 2022: Pakistan exported 400 cars.")
    assert "Pakistan" in [e.name for e in other.entities]


@pytest.mark.parametrize(
    "signs",
    ["// انتهى //\n13:26 ت م", "13:26 ت م", "//انتهى//", "--SPA\n16:28 LOCAL TIME 13:28 GMT", "كونا 051234 جمت مايو 22", "(النهاية)"],
)  # fmt: skip
def test_what_signs_a_text_is_boilerplate(signs):
    text = f"عنوان الخبر\n\nأبها 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس\nاختتمت الغرفة دورتها بمشاركة 20 متدربا في المدينة.\n{signs}"
    release = arnlp.extract(text)
    end = text.index(signs.split("\n")[0])
    assert {s.kind for s in release.document.sections if s.start >= end} == {"boilerplate"}
    found = [*release.numbers, *release.quantities, *release.dates]
    assert [one.text for one in found if one.start >= end] == []
    assert [q.text for q in release.quantities] == ["20 متدربا"]


@pytest.mark.parametrize(
    "line", ["يبدأ اللقاء 13:26 ت م من يوم الأحد", "انتهى الاجتماع أمس", "10:30 GMT – Opening"]
)
def test_what_only_looks_like_a_signature_is_read(line):
    text = f"عنوان الخبر\n\nاختتمت الغرفة دورتها بمشاركة 20 متدربا في المدينة الكبيرة.\n\n{line}."
    assert {s.kind for s in arnlp.extract(text).document.sections} == {"headline", "body"}
