"""Every format that is read: the same text from each, what a file says of itself, names that are wrong."""

from __future__ import annotations

import json
import sys

import pytest
from generate import documents as make
from generate import hostile
from support import run

import arnlp
from arnlp.readers import read_bytes, read_many
from arnlp.readers.limits import Limits
from arnlp.readers.rtf import read_rtf

TEXT = "دبي: افتتحت الوزارة 14 محطة جديدة\nوبلغت الكلفة 5.2 مليون درهم (نحو 12%) في 2024.\nThe port of Dubai opened 3 berths."
PLAIN = make.plain(TEXT)
WRITTEN = {
    "docx": make.docx(TEXT, "محطات"),
    "odt": make.odt(TEXT),
    "rtf": make.rtf(TEXT),
    "eml": make.mail(TEXT, "محطات", attached="ملحق.pdf"),
    "html": make.page(TEXT, "محطات"),
    "json": make.record(
        TEXT, title="محطات", published="2024-05-01T10:00:00Z", url="https://a.example/1"
    ),
    "txt": PLAIN.encode(),
}


@pytest.fixture
def written(tmp_path):
    """Return what writes bytes under a name and gives the path."""

    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("suffix", WRITTEN)
def test_the_same_text_from_every_format(written, suffix):
    document = arnlp.read(written(f"a.{suffix}", WRITTEN[suffix]))
    assert document.text == PLAIN
    assert "misnamed_file" not in [warning.code for warning in document.warnings]


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("name", ["a.pdf", "a.aspx", "a.txt", "a"])
def test_a_misnamed_file_is_read_as_what_it_is(written, suffix, name):
    if (suffix == "txt" and name in ("a.txt", "a.aspx")) or (suffix, name) == ("json", "a.txt"):
        return
    document = arnlp.read(written(name, WRITTEN[suffix]))
    assert document.text == PLAIN
    assert ("misnamed_file" in [warning.code for warning in document.warnings]) == (name != "a")


def test_what_a_file_says_of_itself(written):
    word = arnlp.read(written("a.docx", WRITTEN["docx"]))
    assert (word.title, word.published, word.created) == ("محطات", None, "2013-12-23")
    mail = arnlp.read(written("a.eml", WRITTEN["eml"]))
    assert mail.title == "محطات"
    assert "ملحق.pdf" in mail.warnings[-1].message
    record = arnlp.read(written("a.json", WRITTEN["json"]))
    assert (record.title, record.published, record.source) == (
        "محطات",
        "2024-05-01",
        "https://a.example/1",
    )


WORD = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins><w:r><w:t>5 ports</w:t></w:r></w:ins></w:p>", "5 ports"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>", "seen"),
        (f"<w:sdt><w:sdtContent>{WORD.format('in a control')}</w:sdtContent></w:sdt>", "in a control"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"),
        ("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>", "- item"),
        (
            f"<w:tbl><w:tr><w:tc>{WORD.format('a')}</w:tc><w:tc>{WORD.format('b')}{WORD.format('c')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{WORD.format('d')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "a\tb c\nd",
        ),
    ],
)  # fmt: skip
def test_word_as_it_is_shown(body, text):
    assert read_bytes(hostile.word_of(body), "a.docx").text == text


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1256 \'cf\'c8\'ed\par 5}", "دبي\n\n5"),
        (
            rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}}\f1 \'cf\'c8\'ed\f0  x}",
            "دبي x",
        ),
        (rb"{\rtf1\ansi {\*\generator x}{\info{\title T}}a{\v hidden}b\line c}", "ab\nc"),
        (rb"{\rtf1\ansi\trowd a\intbl\cell b\cell\row\pard c\par}", "a\tb\n\nc"),
        (rb"{\rtf1\ansi a{\footnote note}b\par c", "ab\n\nc\n\nnote"),
        (rb"{\rtf1\ansi\uc1 \u55357?\u56832? \{x\}}", "\U0001f600 {x}"),
    ],
)
def test_rtf(rtf, text):
    assert read_rtf(rtf, "a.rtf", Limits()).text == text


# -- records -------------------------------------------------------------------------------


def test_json_lines_are_many_documents(written):
    lines = [json.dumps({"body": f"{n} ports", "headline": "T"}) for n in range(3)]
    path = written("a.jsonl", ("\n".join([lines[0], "", "{torn", *lines[1:]])).encode())
    errors = []
    found = list(read_many(path, on_error=errors.append))
    assert [document.text for document in found] == ["0 ports", "1 ports", "2 ports"]
    assert [document.source for document in found] == [f"{path}#{n}" for n in (1, 4, 5)]
    assert [error.source for error in errors] == [f"{path}#3"]
    with pytest.raises(arnlp.UnreadableDocument, match="several documents"):
        arnlp.read(written("b.jsonl", "\n".join(lines).encode()))


def test_fields_of_records_are_named(written):
    path = written(
        "a.json",
        json.dumps(
            [{"data": {"story": "<p>5 ports</p><p>2 docks</p>"}, "day": "5 March 2024"}]
        ).encode(),
    )
    (document,) = read_many(path, fields={"text": "data.story", "published": "day"})
    assert (document.text, document.published) == ("5 ports\n\n2 docks", "2024-03-05")
    with pytest.raises(arnlp.UnreadableDocument, match="no text in the record"):
        arnlp.read(path)
    with pytest.raises(arnlp.InvalidOption, match="fields"):
        arnlp.read(path, fields={"txet": "a"})


def test_a_long_line_is_passed_over(written):
    path = written("a.jsonl", b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "5 ports"}\n')
    errors = []
    assert [d.text for d in read_many(path, max_chars=1000, on_error=errors.append)] == ["5 ports"]
    assert "max_chars" in errors[0].reason


# -- mail ------------------------------------------------------------------------------------


def test_a_message_that_passes_another_on():
    inner = b"From: c@d.gov\nSubject: Inner\nDate: Fri, 1 Mar 2024 00:30:00 +0400\n\n5 ports."
    outer = (
        b"From: a@b.gov\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + inner
    )
    document = read_bytes(outer, "a.eml")
    assert (document.text, document.title, document.published) == (
        "5 ports.",
        "Inner",
        "2024-03-01",
    )


def test_lines_that_a_mailer_broke():
    mail = b"From: a@b.gov\nSubject: S\nContent-Type: text/plain; format=flowed\n\nOpened 5 \nports.\nNext."
    assert read_bytes(mail, "a.eml").text == "Opened 5 ports.\nNext."


# -- the command line -------------------------------------------------------------------------


def test_extract_carries_the_text(written):
    path = written("a.docx", WRITTEN["docx"])
    found = json.loads(run("extract", path, "--with-text", "--entities", "rules").stdout)
    assert found["document"]["text"] == PLAIN
    for quantity in found["quantities"]:
        assert PLAIN[quantity["start"] : quantity["end"]] == quantity["text"]


def test_standard_input_may_hold_any_format():
    found = json.loads(
        run("extract", "-", "--with-text", "--entities", "rules", stdin=WRITTEN["odt"]).stdout
    )
    assert found["document"]["text"] == PLAIN


def test_pdf_without_its_extra(monkeypatch, written):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(arnlp.MissingExtra, match=r"arnlp\[documents\]"):
        arnlp.read(written("a.pdf", b"%PDF-1.7"))
