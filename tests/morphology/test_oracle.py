"""Verbs as camel-tools' analyser reads them over the same paradigms, word by word: the same lemmas."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest
from support import ROOT, SHARED

from arnlp.morphology.arabic import ArabicMorphology
from arnlp.morphology.store import Store

GENERATE = ROOT / "tests/generate"
TABLES = SHARED / "morphology"
VERBS = [
    ">aEolan",
    "qaAl",
    "waSal",
    "katab",
    "{isotaxodam",
    "{it~afaq",
    "daEaA",
    "qaDaY",
    "bada>",
    "jaA'",
    "mad~",
    "taTaw~ar",
    "$aArak",
    "bal~ag",
    "balag",
    "s>al",
    "sa>al",
    "{irotafaE",
    "ra>aY",
    "kaAn",
]
WORDS = [
    "أعلن",
    "وأعلنت",
    "سيعلن",
    "يعلنون",
    "أعلنوا",
    "قال",
    "قلت",
    "يقولون",
    "قيل",
    "وصل",
    "يصل",
    "سيصل",
    "تصل",
    "كتبوا",
    "كتبها",
    "يكتبونه",
    "استخدمته",
    "اتفقا",
    "يتفقون",
    "دعا",
    "يدعو",
    "دعت",
    "قضى",
    "يقضي",
    "قضت",
    "بدأ",
    "يبدأون",
    "بدأت",
    "جاء",
    "جاءت",
    "مد",
    "يمد",
    "مددت",
    "تطورت",
    "يتطور",
    "شاركوا",
    "بلغ",
    "بلغت",
    "بلغه",
    "سئل",
    "يسأل",
    "ارتفع",
    "وسترتفع",
    "فارتفعت",
    "ليرتفع",
    "رأى",
    "يرى",
    "رأت",
    "كان",
    "يكون",
    "كانوا",
    "فكان",
    "الوزارة",
    "كتاب",
]
ASK = """
import json, sys
from camel_tools.morphology.analyzer import Analyzer
from camel_tools.morphology.database import MorphologyDB
analyzer = Analyzer(MorphologyDB(sys.argv[1]))
words = json.load(sys.stdin)
print(json.dumps({w: sorted({a["lex"] for a in analyzer.analyze(w)}) for w in words}))
"""

pytestmark = pytest.mark.skipif(
    not find_spec("camel_tools") or not TABLES.is_dir(), reason="needs camel-tools and the tables"
)


@pytest.fixture
def entries(monkeypatch):
    monkeypatch.syspath_prepend(str(GENERATE))
    from camel_morph import Tables
    from stems import Collector

    return list(Collector(Tables(TABLES)).verb_entries(only=frozenset(VERBS)))


def test_verbs_as_camel_tools(entries, tmp_path):
    from camel_database import database
    from morphology import Compiler, shown
    from weights import Weights

    (tmp_path / "verbs.db").write_text(database(entries), encoding="utf-8")
    (tmp_path / "catalogue.json").write_text('{"version": "1", "packages": {}, "components": {}}')
    asked = subprocess.run(
        [sys.executable, "-c", ASK, str(tmp_path / "verbs.db")],
        env={**os.environ, "CAMELTOOLS_DATA": str(tmp_path)},
        input=json.dumps(WORDS), capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs = json.loads(asked.stdout)
    morphology = ArabicMorphology(Store(Compiler().packed(entries, Weights())))
    lemmas = {shown(entry.lemma) for entry in entries}
    for word in WORDS:
        ours = {r.lemma for r in morphology.looked_up(word)}
        assert ours <= lemmas
        assert ours == {shown_lemma(lemma) for lemma in theirs[word]}, word
    assert sum(map(bool, theirs.values())) >= len(WORDS) - 4


def shown_lemma(lemma):
    """Return a lemma composed as ours are."""
    import unicodedata

    return unicodedata.normalize("NFC", lemma)
