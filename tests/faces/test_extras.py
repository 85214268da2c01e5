"""What an extra brings: where it is missing, its install command is named; frames have all columns."""

from __future__ import annotations

import pickle
import sys

import pytest

import arnlp
from arnlp.faces import convert as convert_module
from arnlp.faces import distributed, tables_store
from arnlp.names import backends, romanization

EMPTY = arnlp.extract("")


@pytest.fixture
def missing(monkeypatch):
    """Return a function that makes packages impossible to import."""

    def hide(*packages):
        for name in packages:
            for loaded in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
                monkeypatch.delitem(sys.modules, loaded)
            monkeypatch.setitem(sys.modules, name, None)
        for cached in (
            convert_module._registry,
            convert_module._unit,
            romanization._neural,
            backends._camel,
        ):
            cached.cache_clear()

    return hide


def test_frames_without_pandas(missing):
    missing("pandas")
    with pytest.raises(arnlp.MissingExtra, match=r'pip install "arnlp\[notebook\]"') as caught:
        arnlp.to_frame(EMPTY)
    assert isinstance(caught.value, arnlp.ArnlpError)
    assert isinstance(caught.value, ImportError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("package", "use", "extra"),
    [
        ("pyarrow", lambda: arnlp.to_arrow(EMPTY), "tables"),
        ("pyarrow", lambda: tables_store.check("parquet"), "tables"),
        ("duckdb", lambda: tables_store.check("duckdb"), "tables"),
        ("polars", lambda: EMPTY.to_polars(), "polars"),
        ("ray", distributed.ray, "ray"),
    ],
)
def test_tables_and_clusters_without_their_libraries(missing, package, use, extra):
    missing(package)
    with pytest.raises(arnlp.MissingExtra, match=rf'pip install "arnlp\[{extra}\]"'):
        use()


def test_units_without_ucumvert(missing):
    quantity = arnlp.quantities("500 acres")[0]
    missing("ucumvert")
    with pytest.raises(arnlp.ArnlpError, match=r'pip install "arnlp\[units\]"'):
        arnlp.convert(quantity, "har")


def test_documents_without_spacy(missing, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("arnlp.faces.spacy")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(vars(arnlp), "to_spacy", raising=False)
    missing("spacy")
    with pytest.raises(arnlp.MissingExtra, match=r'pip install "arnlp\[spacy\]"'):
        EMPTY.to_spacy(None)


@pytest.mark.parametrize(
    ("option", "package", "extra"),
    [
        ({"romanizer": "neural"}, "arabic_name_romanizer", "names"),
        ({"entities": "camel"}, "camel_tools", "camel"),
    ],
)
def test_options_without_their_extra(missing, option, package, extra):
    missing(package)
    with pytest.raises(arnlp.ArnlpError, match=rf'pip install "arnlp\[{extra}\]"'):
        arnlp.extract("نص", **option)


@pytest.mark.parametrize("table", ["facts", "numbers", "quantities", "dates", "entities", "quotes"])
def test_a_table_has_its_columns_without_rows(table):
    release = arnlp.extract("بلغ العدد 62 جهة حكومية في 2020، وقال خالد الكندي: «نعمل معا»")
    for releases in (EMPTY, [], [EMPTY, EMPTY]):
        empty = arnlp.to_frame(releases, table)
        assert len(empty) == 0
        assert list(empty.columns) == list(arnlp.to_frame(release, table).columns)
        assert empty.columns[0] == "document_id"


def test_the_columns_of_facts_hold_all_types():
    columns = set(arnlp.to_frame(EMPTY).columns)
    assert {"type", "value", "period", "period_from_date", "from", "to", "previous"} <= columns
    assert {"measure", "measure_start", "measure_entity_id", "evidence", "evidence_end"} <= columns
    assert "from_" not in columns
