"""The faces, used as a user would: the command line as a process, folders, HTML, data frames."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from support import CORPORA, ROOT, cases

import arnlp
from arnlp.model.release import Release

SAMPLE = CORPORA / "ar" / "ae-ports-ar.txt"


def run(*args, stdin=None, env=None, **more):
    return subprocess.run(
        [sys.executable, "-m", "arnlp.faces.cli", *map(str, args)],
        input=stdin, capture_output=True, env={**os.environ, "COLUMNS": "100", **(env or {})}, **more,
    )  # fmt: skip


# -- extract ----------------------------------------------------------------------------


def test_extract_prints_the_release_as_json():
    result = run("extract", SAMPLE)
    assert (result.returncode, result.stderr) == (0, b"")
    release = Release.model_validate_json(result.stdout)
    assert release.document.source == str(SAMPLE)
    assert release == arnlp.extract(SAMPLE.read_text("utf-8"), source=str(SAMPLE))


def test_extract_reads_standard_input_in_any_locale():
    text = "بلغ العدد 62 جهة أمس."
    result = run(
        "extract", "-", "--published", "2024-10-15", stdin=text.encode(),
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    release = Release.model_validate_json(result.stdout)
    assert [q.text for q in release.quantities] == ["62 جهة"]
    assert release.dates[0].from_date == "2024-10-14"


def test_extract_several_files():
    other = CORPORA / "en" / "ae-ports-en.txt"
    array = json.loads(run("extract", SAMPLE, other).stdout)
    lines = run("extract", SAMPLE, other, "--format", "jsonl").stdout.decode().splitlines()
    assert array == [json.loads(line) for line in lines]
    assert [release["document"]["language"] for release in array] == ["ar", "en"]


def test_extract_as_a_table_keeps_arabic_in_one_piece():
    out = run("extract", SAMPLE, "--format", "table").stdout.decode()
    assert "1,200,000,000" in out
    assert "\u2067حمد النقبي\u2069" in out
    assert out.count("\u2067") == out.count("\u2069")


def test_extract_goes_on_past_a_bad_file(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("extract", empty, tmp_path / "none.txt", SAMPLE)
    assert result.returncode == 1
    assert len(json.loads(result.stdout)) == 1
    errors = result.stderr.decode()
    assert "empty.txt: the file is empty" in errors
    assert "none.txt: there is no such file" in errors


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--published", "soon"), "published='soon' is not valid"),
        (("--published", "0001-01-01"), "of the years 1500 to 2500"),
        (("--country", "Dubai"), "country='Dubai' is not valid"),
        (("--language", "fr"), "language='fr' is not valid"),
        (("--format", "xml"), "Invalid value"),
    ],
)
def test_extract_refuses_options_that_make_no_sense(args, message):
    result = run("extract", SAMPLE, *args)
    assert (result.returncode, result.stdout) == (2, b"")
    assert message in " ".join(result.stderr.decode().split())


# -- TimeML ----------------------------------------------------------------------------------

DATE_VALUE = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:WE|\d))?|\d{2,3}|XXX?"
PART_VALUE = r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI|Q[1-4]|H[12])|FY\d{4}"
CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|MO|MI|AF|EV|NI)"
VALUES = {
    "DATE": re.compile(f"{DATE_VALUE}|{PART_VALUE}"),
    "TIME": re.compile(f"(?:{DATE_VALUE})?{CLOCK}"),
    "DURATION": re.compile(r"P(?:[\d.]+|X)[YMWD]|PT[\d.]+[HMS]"),
    "SET": re.compile(r"P\d+[YMWD]|PT\d+[HMS]|XXXX-WXX-[1-7]"),
}
MODS = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END", "APPROX"}


def check_timeml(xml, text):
    """Hold a document to what TimeML 1.2.1 says of TIMEX3."""
    root = ElementTree.fromstring(xml)
    assert [child.tag for child in root] == ["DOCID", "DCT", "TEXT"]
    assert "".join(root.find("TEXT").itertext()) == text
    tags = list(root.iter("TIMEX3"))
    ids = [tag.get("tid") for tag in tags]
    assert ids == [f"t{k}" for k in range(len(tags))]
    for tag in tags:
        assert set(tag.keys()) <= {
            "tid", "type", "value", "mod", "beginPoint", "endPoint", "anchorTimeID",
            "temporalFunction", "functionInDocument",
        }  # fmt: skip
        assert VALUES[tag.get("type")].fullmatch(tag.get("value")), tag.attrib
        assert tag.get("mod") is None or tag.get("mod") in MODS
        for reference in ("beginPoint", "endPoint", "anchorTimeID"):
            assert tag.get(reference) is None or tag.get(reference) in ids
        if tag.get("beginPoint"):
            assert tag.get("type") == "DURATION"


@pytest.mark.parametrize("path", sorted(CORPORA.rglob("*.txt")), ids=lambda path: path.stem)
def test_timeml_is_valid(path):
    text = path.read_text("utf-8")
    published = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))["published"]
    for day in (published, None):
        release = arnlp.extract(text, published=day, source=path.name)
        xml = arnlp.to_timeml(release, text)
        check_timeml(xml, text)
        assert xml.count("<TIMEX3") > len(release.dates) * 0.9


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("from March to October 2020", [
            ("DURATION", "P8M"), ("DATE", "2020-03"), ("DATE", "2020-10"),
        ]),
        ("since 2015", [("DATE", "2015")]),
        ("from 9 am to 5 pm", [("DURATION", "PT480M"), ("TIME", "T09:00"), ("TIME", "T17:00")]),
        ("from 9:00 to 17:00 GMT", [
            ("DURATION", "PT480M"), ("TIME", "T09:00Z"), ("TIME", "T17:00Z"),
        ]),
        ("1446 AH", [("DURATION", "P354D"), ("DATE", "2024-07-07"), ("DATE", "2025-06-25")]),
        ("الثلث الأول من عام 2024", [
            ("DURATION", "P4M"), ("DATE", "2024-01-01"), ("DATE", "2024-04-30"),
        ]),
        ("a < b & \x00 in 2015", [("DATE", "2015")]),
    ],
)  # fmt: skip
def test_timeml_of(text, tags):
    xml = arnlp.to_timeml(arnlp.extract(text), text)
    check_timeml(xml, text.replace("\x00", "\ufffd"))
    found = list(ElementTree.fromstring(xml).iter("TIMEX3"))[1:]
    assert [(tag.get("type"), tag.get("value")) for tag in found] == tags


@pytest.mark.parametrize("published", ["2024-10-15", None])
def test_timeml_of_every_case_is_valid(published):
    for case, text in cases("dates"):
        release = arnlp.extract(text, published=published, country=case.get("country"))
        check_timeml(arnlp.to_timeml(release, text), text)


def test_extract_writes_timeml():
    out = run("extract", SAMPLE, "--format", "timeml").stdout.decode()
    check_timeml(out, SAMPLE.read_text("utf-8"))
    result = run("extract", SAMPLE, SAMPLE, "--format", "timeml")
    assert result.returncode == 2
    assert "a document holds one text" in " ".join(result.stderr.decode().split())


def test_a_closed_pipe_ends_quietly():
    command = f'"{sys.executable}" -m arnlp.faces.cli extract {SAMPLE} | head -c 1'
    result = subprocess.run(["sh", "-c", command], capture_output=True)
    assert result.stderr == b""


@pytest.mark.parametrize("command", ["extract", "batch", "normalize", "schema", "evaluate"])
def test_help_teaches(command):
    out = run(command, "--help").stdout.decode()
    assert f"arnlp {command}" in out


def test_version():
    assert run("--version").stdout.decode().strip() == f"arnlp {arnlp.__version__}"


# -- normalize, schema, evaluate --------------------------------------------------------


def test_normalize():
    text = "الإِماراتُ ٢٠٪\n"
    assert run("normalize", "-", stdin=text.encode()).stdout.decode() == "الامارات 20%\n"
    assert run("normalize", "-", "-p", "display", stdin=text.encode()).stdout.decode() == text
    mojibake = "ÏæáÉ ÇáßæíÊ"
    out = run("normalize", "-", "-p", "display", "--mojibake", stdin=mojibake.encode()).stdout
    assert out.decode() == "دولة الكويت"


def test_schema():
    assert run("schema").stdout == (ROOT / "arnlp/model/schema.json").read_bytes()


def test_evaluate():
    out = run("evaluate", CORPORA, "--errors")
    assert out.returncode == 0
    assert "quantities" in out.stdout.decode()
    assert run("evaluate", ROOT / "arnlp").returncode == 2


# -- batch ------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """A folder with good files and with every kind of bad one."""
    text = "دبي في 14 أكتوبر 2024 / وام / افتتح المركز أمس 14 محطة جديدة."
    root = tmp_path / "releases"
    (root / "deep" / "er").mkdir(parents=True)
    (root / "good.txt").write_text(text, encoding="utf-8")
    (root / "deep" / "windows.txt").write_bytes(text.encode("cp1256"))
    (root / "deep" / "er" / "wide.txt").write_text(text, encoding="utf-16")
    (root / "page.html").write_text(
        f"<title>T</title><meta property='article:published_time' content='2024-10-14'><p>{text}</p>",
        encoding="utf-8",
    )
    filler = (
        " وهذا نص لا رقم فيه يملأ السطر كلاما عن الخطط والبرامج والمشاريع التي تعلنها الجهات" * 6
    )
    (root / "large.txt").write_text((text + filler + "\n") * 20_000, encoding="utf-8")
    (root / "empty.txt").touch()
    (root / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (root / "dangling.txt").symlink_to(root / "nowhere.txt")
    (root / "secret.txt").write_text(text, encoding="utf-8")
    (root / "secret.txt").chmod(0)
    (root / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (root / ".hidden.txt").write_text(text, encoding="utf-8")
    return root


def _bound_by_permissions():
    """Return a prefix for a command whose file permissions count even where the tests run as root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root reads every file, and setpriv (util-linux) is not there to prevent it")
    dropped = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}"]


def test_batch_goes_on_past_bad_files(folder, tmp_path):
    assert (folder / "large.txt").stat().st_size > 20_000_000
    output = tmp_path / "facts.jsonl"
    command = [*_bound_by_permissions(), sys.executable, "-m", "arnlp.faces.cli", "batch", folder]
    result = subprocess.run([*command, "-o", output, "--workers", "2"], capture_output=True)
    errors = result.stderr.decode()
    assert result.returncode == 1, errors
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [line["document"]["source"] for line in lines] == [
        "deep/er/wide.txt", "deep/windows.txt", "good.txt", "large.txt", "page.html",
    ]  # fmt: skip
    for line in lines:
        assert line["document"]["published"] == "2024-10-14"
        assert line["quantities"][0]["value"] == 14
    report = json.loads(output.with_suffix(".report.json").read_text("utf-8"))
    reasons = {item["source"]: item["reason"] for item in report["failed"]}
    assert reasons == {
        "binary.txt": "it is binary, not text (zero bytes)",
        "dangling.txt": "a link to a file that is not there",
        "empty.txt": "the file is empty",
        "secret.txt": "no permission to read it",
    }
    for source, reason in reasons.items():
        assert f"{source}: {reason}" in errors
    assert [item["source"] for item in report["skipped"]] == ["picture.jpg"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "facts.jsonl", "facts.report.json", "releases",
    ]  # fmt: skip


def test_batch_gives_the_same_bytes_with_any_number_of_workers(tmp_path):
    outputs = []
    for workers in (1, 2, 3):
        output = tmp_path / f"{workers}.jsonl"
        assert run("batch", CORPORA, "-o", output, "--workers", workers).returncode == 0
        outputs.append(output.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0].count(b"\n") == len(list(CORPORA.glob("*/*.txt")))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((SAMPLE,), "for single files use 'arnlp extract'"),
        ((CORPORA, "-o", "/nowhere/at/all.jsonl"), "a path in a folder that exists"),
        ((CORPORA, "--published", "soon"), "published='soon'"),
    ],
)
def test_batch_refuses_before_any_work(args, message, tmp_path):
    result = run("batch", *args, cwd=tmp_path)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert list(tmp_path.iterdir()) == []


# -- shown ------------------------------------------------------------------------------


def test_html_marks_mentions_and_escapes():
    text = "قال <b> سعادة حمد النقبي إن العدد 62 جهة & أكثر.\nسطر"
    page = arnlp.to_html(text, arnlp.extract(text))
    assert '<mark class="quantity" title="62">62 جهة</mark>' in page
    assert '<mark class="person" title="person: حمد النقبي">حمد النقبي</mark>' in page
    assert "&lt;b&gt;" in page
    assert page.count('dir="auto"') == 2


def test_html_refuses_another_text():
    text = "قال حمد النقبي إن العدد 62 جهة"
    with pytest.raises(arnlp.InvalidOption, match="the text that the release was extracted from"):
        arnlp.to_html("x" * 50, arnlp.extract(text))


def test_frames():
    releases = [arnlp.extract(path.read_text("utf-8"), source=path.name) for path in (SAMPLE,)]
    facts = arnlp.to_frame(releases)
    assert {"document", "type", "value", "evidence_start", "evidence_text"} <= set(facts.columns)
    assert set(facts["document"]) == {SAMPLE.name}
    assert len(arnlp.to_frame(releases[0], "entities")) == len(releases[0].entities)
    with pytest.raises(arnlp.InvalidOption, match="one of facts"):
        arnlp.to_frame(releases, "figures")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("500 acres", "har", 202.34), ("45 درجة مئوية", "[degF]", 113), ("500 طن سنويا", "kg/d", 1368.93),
        ("40 دونما", "m2", 40_000), ("10 أفدنة", "har", 4.2008), ("سنتين ونصف", "mo", 30),
    ],
)  # fmt: skip
def test_a_measure_converts_to_another_unit(text, unit, value):
    converted = arnlp.convert(arnlp.quantities(text)[0], unit)
    assert converted.value == pytest.approx(value, rel=1e-4)
    assert (converted.unit, converted.text) == (unit, text)


def test_both_ends_of_a_range_convert():
    converted = arnlp.convert(arnlp.quantities("30 to 40 km")[0], "m")
    assert (converted.value, converted.value_max) == (30_000, 40_000)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("500 acres", "km"), ("500 acres", "zzz"), ("500 دولار", "m"), ("5 رطل", "kg")],
)
def test_what_has_no_such_unit_is_refused(text, unit):
    with pytest.raises(arnlp.InvalidOption):
        arnlp.convert(arnlp.quantities(text)[0], unit)
