"""Encodings: damaged, misnamed and misread files, and what must be left as it is."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnlp
from arnlp.readers.decode import decode
from arnlp.readers.html import read_html
from arnlp.readers.mojibake import repaired
from arnlp.readers.plain import read_plain

ARABIC = "افتتحت الوزارة 14 محطة جديدة في دبي، وأعلن الوزير خطة «النقل» لعام 2030. وهذا كلام يطول حتى تكثر حروفه."
ENGLISH = "The ministry opened 14 stations in the north, and more will follow. " * 8
FRENCH = "Le ministère a inauguré à Alger une école très attendue, où l’élève reçoit ça été « comme prévu »."
PAGE = '<html><head><meta charset="{}"><title>{}</title></head><body><p>{}</p></body></html>'


def codes(warnings):
    return [warning.code for warning in warnings]


# -- damage --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "byte", "mark"),
    [
        (f"{ENGLISH}\n\n{ARABIC}".encode()[:-2], None, -1),
        ((ENGLISH + "\n" + ARABIC + "ة").encode()[:-1], None, -1),
        (ARABIC.encode()[:40] + b"\xff" + ARABIC.encode()[40:], 40, None),
        (("ب" * 20).encode() + b"\xc0" + ("ت" * 20).encode(), 40, 20),
        (b"\xff" + ARABIC.encode(), 0, 0),
        ("ab\r\nج\r\n".encode() + b"\xfe" + ARABIC.encode(), 8, 5),
        (b"\xef\xbb\xbfab\xff", 5, 2),
        (b"caf\xc3\xa9 na\xc3\xafve \xe2\x80\x9cok\xe2\x80", 18, -1),
        ((ARABIC * 800).encode()[:70001], None, -1),
    ],
)
def test_damaged_utf8_is_utf8_with_a_mark(data, byte, mark):
    document = read_plain(data, "a.txt")
    assert document.encoding.startswith("utf-8")
    assert document.text.count("\ufffd") == 1
    (warning,) = document.warnings
    assert warning.code == "damaged_bytes"
    assert document.text[warning.start : warning.end] == "\ufffd"
    if byte is not None:
        assert f"at byte {byte} " in warning.message
    if mark is not None:
        assert warning.start == mark % len(document.text)


@pytest.mark.parametrize("filling", [b"\0", b"\n\0", b"\0" * 300])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_zeros_that_fill_up_a_text_are_left_out(filling, encoding):
    filling = filling.decode().encode(encoding.replace("utf-16", "utf-16-le"))
    document = read_plain(ARABIC.encode(encoding) + filling, "a.txt")
    assert document.text.rstrip("\n") == ARABIC
    assert document.warnings == []


def test_a_zero_inside_a_text_is_damage():
    text = ARABIC.replace("2030", "20\x0030", 1)
    document = read_plain(text.encode() + b"\0", "a.txt")
    assert document.text == text.replace("\0", "\ufffd")
    (warning,) = document.warnings
    assert warning.code == "damaged_bytes"
    assert document.text[warning.start : warning.end] == "\ufffd"


@pytest.mark.parametrize("data", [b"\0" * 50, b"ab\0\0cd" * 40, bytes(range(256)) * 4])
def test_many_zeros_are_no_text(data):
    with pytest.raises(arnlp.UnreadableDocument, match="binary"):
        read_plain(data, "a.bin")


def test_many_damaged_places_are_counted():
    data = b"".join(word.encode() + b"\xff " for word in ARABIC.split())
    document = read_plain(data, "a.txt")
    marks = len(ARABIC.split())
    assert document.text.count("\ufffd") == marks
    assert len(document.warnings) == 5
    assert f"so are {marks - 5} places more" in document.warnings[-1].message
    for warning in document.warnings:
        assert document.text[warning.start : warning.end] == "\ufffd"


def test_a_mark_that_the_file_holds_is_no_damage():
    document = read_plain("نص \ufffd نص".encode(), "a.txt")
    assert document.text == "نص \ufffd نص"
    assert document.warnings == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH, FRENCH, "الوزارة", "سطر\nسطر"])
def test_utf16_with_and_without_its_mark(encoding, text):
    document = read_plain(text.encode(encoding), "a.txt")
    assert document.text == text
    assert document.warnings == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_utf16_cut_in_its_last_character(encoding):
    data = ARABIC.encode(encoding)[:-1]
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    document = read_plain(data, "a.txt")
    assert document.text[:-1] == ARABIC[:-1]
    assert codes(document.warnings) == ["damaged_bytes"]


# -- an encoding that is not the one named ---------------------------------------------------


@pytest.mark.parametrize("named", ["iso-8859-1", "windows-1252", "latin1", "ISO-8859-15", "us-ascii", "iso-8859-9"])  # fmt: skip
@pytest.mark.parametrize(("encoding", "text"), [("cp1256", ARABIC), ("iso8859_6", ARABIC)])
def test_pages_that_name_a_latin_encoding(named, encoding, text):
    text = text.replace("«", "").replace("»", "").replace("،", "") if encoding != "cp1256" else text
    document = read_html(PAGE.format(named, "ع", text).encode(encoding), "a.html")
    assert document.text == text
    assert document.encoding == encoding
    assert codes(document.warnings) == ["wrong_encoding_named"]
    assert named in document.warnings[0].message


@pytest.mark.parametrize("named", ["iso-8859-1", "windows-1252", "iso-8859-15", "windows-1256"])
def test_pages_that_name_their_encoding_rightly(named):
    text = FRENCH.replace("’", "'") if named.startswith("iso") else FRENCH
    document = read_html(PAGE.format(named, "t", text).encode(named), "a.html")
    assert document.text == text
    assert document.warnings == []


@pytest.mark.parametrize("named", ["windows-1256", "cp1256", "utf-8", "utf-16", "nothing", ""])
def test_arabic_pages_in_windows_1256(named):
    document = read_html(PAGE.format(named, "ع", ARABIC).encode("cp1256"), "a.html")
    assert document.text == ARABIC
    assert document.warnings == []


def test_french_in_an_arabic_page_stays():
    text = f"{ARABIC} {FRENCH}"
    document = read_html(PAGE.format("iso-8859-1", "ع", text).encode("cp1256"), "a.html")
    assert document.text == text


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        "Ñandú, ÑÑÑÑ ÄÄÄÄÄÄÄÄ",
        "RÉSUMÉ DE LA RÉUNION, ÉTÉ",
        "São Paulo: AÇÃO, NÃO, PÃES, irmã, às três e às nove",
        "Grüße aus Österreich: ÄÖÜ äöü ß",
        "Île-de-France, 25º, 3ª, ¿Qué?, ¡Olé!",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_latin_text_is_no_arabic(text, encoding):
    data = PAGE.format(encoding, "t", text.replace("’", "'")).encode(encoding)
    document = read_html(data, "a.html")
    assert document.text == text.replace("’", "'")
    assert document.warnings == []


# -- misread and saved so --------------------------------------------------------------------


def misread(text, was, read):
    raw = text.encode(was)
    return "".join(
        bytes([byte]).decode(read) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) or read != "cp1252"
        else chr(byte) for byte in raw
    )  # fmt: skip


@pytest.mark.parametrize(
    ("was", "read"),
    [("utf-8", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp1256"), ("cp1256", "cp1252"), ("cp1256", "latin-1")],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [ARABIC, f"{ENGLISH}\n\n{ARABIC}", "الوزارة: 14 محطة جديدة", f"{ARABIC}\n\n{ARABIC}\n"],
)
def test_what_was_misread_is_repaired(was, read, text):
    document = read_plain(misread(text, was, read).encode(), "a.txt")
    assert document.text == text
    assert codes(document.warnings) == ["misread_encoding"]
    page = PAGE.format("utf-8", "t", misread(text, was, read)).encode()
    assert codes(read_html(page, "a.html").warnings) == ["misread_encoding"]


def test_what_a_misreading_lost_is_marked():
    text = "افتتحت الوزارة في فاس فرعا"
    document = read_plain(text.encode().decode("cp1252", "replace").encode(), "a.txt")
    assert document.text == text.replace("ف", "\ufffd")
    assert codes(document.warnings) == ["misread_encoding"]


@pytest.mark.parametrize(
    "text",
    ["It’s “open”, he said – now.", "The minister’s plan", FRENCH],
)
def test_latin_text_that_was_misread(text):
    document = read_plain(misread(text, "utf-8", "cp1252").encode(), "a.txt")
    assert document.text == text
    assert codes(document.warnings) == ["misread_encoding"]


@pytest.mark.parametrize(
    "text",
    [
        ARABIC, ENGLISH, FRENCH, "São Paulo: AÇÃO, NÃO, PÃES", "IRMÃ» e MAÇû", "Ã", "Ã©", "Ø 12 mm, Ø§",
        "øre Ø Å æ Æ: SMØRREBRØD", "خط، وخطط، بلغ، أبلغ، حفظ؛ «ط» ظ، ع، غ؟", "ضغط… لحظ– شرط؟ وقطاع»",
        "اردو: طک عچ ظگ", "ÄÖÜ", "ÉÈÀ ÇÀ ÉÉ", "ÞÆÐ þæð ÍSLANDS ÓÐÁÁ", "€5 £3 ½ ²", "Ελλάδα, Россия, 中国",
        "naïve — “quoted” … ‘single’", "د.إ، ر.س؛ ١٢٪",
    ],
)  # fmt: skip
def test_what_is_written_so_is_left(text):
    document = read_plain(text.encode(), "a.txt")
    assert document.text == text
    assert document.warnings == []


@given(st.text())
def test_any_text_is_read(text):
    repaired(text)
    data = text.encode("utf-8", "surrogatepass")
    with contextlib.suppress(arnlp.UnreadableDocument):
        decode(data, "a.txt")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(arnlp.UnreadableDocument):
        decode(data, "a.txt", "iso-8859-1")
