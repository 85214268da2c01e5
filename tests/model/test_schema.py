"""The JSON Schema that the package holds."""

from __future__ import annotations

import sys

from support import ROOT


def test_the_schema_is_not_stale():
    sys.path.insert(0, str(ROOT / "tests" / "generate"))
    try:
        from schema import build
    finally:
        sys.path.pop(0)
    assert (ROOT / "arnlp/model/schema.json").read_text("utf-8") == build()
