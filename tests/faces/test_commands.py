"""The other commands, as processes: help, normalize, schema, evaluate."""

from __future__ import annotations

import pytest
from support import CORPORA, ROOT, run

import arnlp


@pytest.mark.parametrize(
    "command", ["extract", "batch", "report", "normalize", "schema", "evaluate"]
)
def test_help_teaches(command):
    out = run(command, "--help").stdout.decode()
    assert f"arnlp {command}" in out


def test_version():
    assert run("--version").stdout.decode().strip() == f"arnlp {arnlp.__version__}"


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
