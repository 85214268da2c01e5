"""Lines that were only wrapped, and lines that end."""

from __future__ import annotations

import pytest
from hypothesis import given
from support import texts

import arnlp
from arnlp.text.structure import paragraphs, parts
from arnlp.text.wrapping import lines, wrapped_lines


@pytest.mark.parametrize(
    "text",
    [
        "The contract was signed by the Minister of Transport, Roads\nand Ports on Sunday.",
        "She noted that freight is expected\nto account for 41% of traffic.",
        "She noted that freight is expected\r\nto account for 41% of traffic.",
        "The share of rail will grow compared to 37% for\npassengers.",
        "The bridge was opened by the\nMinistry of Works in May.",
        "It was attended by officials of\n14 countries.",
        "“The clinics will open early in spring, said the\nMinister, “and more will follow.”",
        "- an item of a list that is long enough to be wrapped at\nthe end of its line",
        "وأعلنت الوزارة خطة لتطوير الطرق في\nالإمارات الشمالية.",
        "وقال إن المشروع يهدف إلى رفع نسبة الطاقة من\n12% إلى 20%.",
        "حضر الحفل عدد من المسؤولين والسفراء الذين\nأشادوا بالمشروع.",
        "وأوضح الوزير أن الخطة التي أقرها المجلس تشمل بناء عشرين\nمدرسة جديدة في الإمارات الشمالية وتجهيزها بالمعدات الحديثة\nوتدريب معلميها على المناهج المطورة خلال عامين دراسيين\nمتتاليين.",
        "The ministry will build twenty schools in the north, Sharjah\nand Ajman among others, and will train the teachers of the\nUniversity of Dubai over two years, Minister Salem Al Amri\nsaid.",
    ],
)
def test_wrapped_lines_are_one_paragraph(text):
    assert [text[start:end] for start, end in paragraphs(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Imports fell in May.\nexports rose.",
        "Sunday: holiday for all schools in the north\n- another item",
        "The items of this list are these three here\n1. ports\n2. roads",
        "The items of this list are these three here\n• ports and airports",
        "Salem Al Amri\nmedia office\nMinistry of Works",
        "سالم العامري\nالمكتب الإعلامي\nوزارة الأشغال",
        "Exports of goods to the region 2021\t410\t620\nof which fish\t12\t13",
        "Exports of goods and services | 410 | 620\nimports of goods and services | 12 | 13",
        "The text of the whole release can be read here\nwww.moi.gov.qa",
        "Media office of the Ministry of Public Works\npress@works.gov.ae",
        "ports of the north\nroads of the south\nwater of the west",
        "the minister opened a port in dubai today\nthe port has fourteen berths",
        "وزارة الأشغال تفتتح 14 محطة جديدة\nافتتحت وزارة الأشغال في دبي 14 محطة جديدة، وأعلنت خطة لتطوير شبكة الطرق السريعة في الإمارات الشمالية خلال عامين متتاليين.",
        "Ministry opens 14 stations\nThe Ministry of Works opened 14 stations in the north of the country on Sunday, and announced a plan for the roads of the next two years.",
        "الصادرات غير النفطية 2021 410\nالواردات من السلع كلها 2022 620\nالميزان التجاري للدولة 2023 12",
        "About the Ministry of Works\nit is a ministry.",
        "For more information about the release contact\nthe media office.",
        "First paragraph without its stop that is long\n\nand another one in lower case",
    ],
)
def test_lines_that_end(text):
    shown = [text[start:end] for start, end in paragraphs(text)]
    assert shown == [line for line in text.split("\n") if line]


@given(texts)
def test_every_line_is_judged(text):
    found = lines(text)
    assert len(wrapped_lines(text, found)) == len(found)


def test_sentence_quotation_and_figure_go_over_the_break():
    text = (
        "The ministry aims to raise the share of buses to 31% in its plan.\n"
        "H.E. Dr. Mona S. Al-Rashidi, Minister of Works, Water\nand Ports, noted that road freight is expected\n"
        "to carry 52\nmillion tonnes of goods this year, compared to 47 million for\nthe railway."
    )
    release = arnlp.extract(text, published="2025-05-12")
    (quote,) = release.quotes
    assert quote.text.startswith("road freight")
    assert quote.text.endswith("the railway")
    roles = [role.title for entity in release.entities for role in entity.roles]
    assert roles == ["Minister of Works, Water and Ports"]
    for mention in (*release.quantities, *release.quotes, *release.dates):
        assert text[mention.start : mention.end] == mention.text


def test_parts_of_a_wrapped_release():
    text = "Port opens\n\nThe port that the ministry opened on Sunday is the\nlargest in the north.\n- berths of the\nnorth"
    assert [part.kind for part in parts(text)] == ["headline", "body", "list_item", "body"]
