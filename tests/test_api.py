"""The public names: all there, cheap to import, and strict about options."""

from __future__ import annotations

import subprocess
import sys

import pytest

import arnlp


def test_importing_costs_nothing():
    code = "import sys, arnlp; print(sorted(m for m in sys.modules if m.split('.')[0] in ('pydantic', 'regex', 'typer', 'rich', 'spacy', 'torch', 'pandas', 'selectolax')))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_every_public_name_is_there():
    for name in arnlp.__all__:
        assert getattr(arnlp, name) is not None
    assert set(arnlp.__all__) <= set(dir(arnlp))
    with pytest.raises(AttributeError, match="nothing"):
        arnlp.nothing  # noqa: B018


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"published": "yesterday"}, "published='yesterday' is not valid"),
        ({"published": "2024-13-01"}, "an ISO date"),
        ({"language": "fr"}, "one of 'ar', 'en', 'mixed'"),
        ({"country": "XX"}, "ISO 3166-1"),
        ({"country": "UAE"}, "ISO 3166-1"),
    ],
)
def test_options_that_make_no_sense_are_refused(options, message):
    with pytest.raises(arnlp.InvalidOption, match=message):
        arnlp.extract("نص", **options)


def test_what_is_no_text_is_refused():
    with pytest.raises(arnlp.InvalidOption, match=r"arnlp\.read"):
        arnlp.extract(b"bytes")
