"""Tables of releases: what they hold is what the JSON holds, wherever they are written."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import date

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import CORPORA, ROOT

import arnlp
from arnlp.faces.tables_store import format_of, groups, write
from arnlp.faces.tables_store.lines import ids_of
from arnlp.faces.tables_store.query import query
from arnlp.faces.tables_store.schema import TABLES
from arnlp.faces.tables_store.sheet import cell
from arnlp.model import release as R

OLDER = (ROOT / "tests" / "model" / "release-1.4.json").read_text("utf-8")
MAIN = ("value", "edtf", "text")
HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a;=1", "＝1", "'; DROP TABLE facts; --", '"', "a\0b",
    "\u202eabc", "a\nb\r\nc", "", " ", "NA", "null", "x" * 40_000, "😀", "\u0000", "1e5", "=cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.fixture(scope="module")
def releases():
    """Return releases of both languages, with one of an older schema and one that holds nothing."""
    paths = sorted(CORPORA.glob("*/ae-p*.txt")) + sorted(CORPORA.glob("*/*award*.txt"))
    found = [arnlp.extract(path.read_text("utf-8"), source=path.name) for path in paths]
    assert len(found) >= 4
    return [*found, R.Release.model_validate_json(OLDER), arnlp.extract("", source="empty.txt")]


@pytest.fixture(scope="module")
def lines(releases, tmp_path_factory):
    """Return a file with the JSON lines of the releases, the older one as it was written."""
    path = tmp_path_factory.mktemp("lines") / "facts.jsonl"
    older = json.dumps(json.loads(OLDER))
    body = [r.model_dump_json() for r in releases[:-2]] + [older, releases[-1].model_dump_json()]
    path.write_text("\n".join(body) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def database(lines, tmp_path_factory):
    path = tmp_path_factory.mktemp("database") / "facts.duckdb"
    write(lines, path)
    return path


# -- what the tables should hold, read off the JSON by other means --------------------------------


def expected(release):
    """Return the rows of all tables of a release as dictionaries, from its JSON."""
    data = json.loads(release.model_dump_json())
    id_ = data["document"]["id"]
    info = data["document"]
    rows = {name: [] for name in TABLES}

    def add(table, keys, item):
        rows[table].append({"document_id": id_, **keys, **flat(item)})

    def add_all(table, items, **keys):
        for position, item in enumerate(items):
            add(table, {**keys, "position": position}, item)

    add_all("sections", info.pop("sections"))
    add_all("country_evidence", info.pop("country_evidence"))
    add("documents", {}, {k: v for k, v in info.items() if k != "id"})
    for table in ("numbers", "quantities", "dates", "quotes", "warnings"):
        add_all(table, data[table])
    for entity in data["entities"]:
        key = {"entity_id": entity.pop("id")}
        add_all("roles", entity.pop("roles"), **key)
        add_all("mentions", entity.pop("mentions"), **key)
        add("entities", key, entity)
    for fact in data["facts"]:
        key = {"fact_id": fact.pop("id")}
        add_all("fact_evidence", fact["evidence"], **key)
        add_all("fact_readings", fact.pop("readings", []), **key)
        for name, value in fact.items():
            filled = value if isinstance(value, list) else [value]
            filled = [v for v in filled if isinstance(v, dict) and "entity_id" in v]
            add_all("fact_arguments", filled, argument=name, **key)
        fact["evidence"], more = fact["evidence"][0], len(fact["evidence"]) - 1
        if "parties" in fact:
            parties = fact.pop("parties")
            fact["parties"] = [p["text"] for p in parties]
            fact["parties_entity_id"] = [p["entity_id"] for p in parties]
        add("facts", {**key, "evidence_repeats": more}, fact)
    return rows


def flat(item, prefix=""):
    out = {}
    for name, value in item.items():
        if isinstance(value, dict):
            main = next((key for key in MAIN if key in value), None)
            inner = {"" if k == main else k: v for k, v in value.items()}
            out |= flat(inner, f"{prefix}{name}_")
        elif value is not None:
            out[f"{prefix}{name}" if name else prefix.removesuffix("_")] = value
    return out


def same(rows, wanted, table):
    """Tell whether rows of a table are those wanted; what is not wanted must be null."""
    assert len(rows) == len(wanted), table
    for row, want in zip(rows, wanted, strict=True):
        assert want.keys() <= row.keys(), table
        for name, value in row.items():
            told = want.get(name)
            kind = TABLES[table].kinds[name]
            if name.endswith("_exact"):
                assert value is None or int(value) == want[name.removesuffix("_exact")]
            elif kind == "number" and told is not None:
                exact = row.get(f"{name}_exact")
                assert value == told if exact is None else int(exact) == told
            elif kind == "date" and told is not None:
                assert value == day(told)
            else:
                assert value == told, (table, name)


def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_all(releases):
    wanted = {name: [] for name in TABLES}
    for release in releases:
        for name, rows in expected(release).items():
            wanted[name] += rows
    return wanted


def all_rows(source, table):  # through the SQL that users write
    keys = ", ".join(f'"{key}"' for key in TABLES[table].keys)
    answer = query(f"select * from {table} order by {keys}", source)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def in_order(rows, table):
    return sorted(rows, key=lambda row: [row[key] for key in TABLES[table].keys])


# -- what is written is what was found ------------------------------------------------------------


@pytest.mark.parametrize("name", ["facts.duckdb", "parquet"])
def test_tables_hold_what_the_lines_hold(name, releases, lines, tmp_path):
    counts = write(lines, tmp_path / name)
    for table, wanted in in_all(releases).items():
        assert counts[table] == len(wanted)
        same(all_rows(tmp_path / name, table), in_order(wanted, table), table)


def test_lines_and_releases_give_the_same(releases, lines, database, tmp_path):
    write(iter(releases), tmp_path / "facts.duckdb")
    for table in ("documents", "facts", "mentions"):
        rows = all_rows(lines, table)
        assert rows == all_rows(database, table) == all_rows(tmp_path / "facts.duckdb", table)


def test_every_list_of_the_models_is_a_table():
    held = Counter()
    for model in (R.Release, R.DocumentInfo, R.Entity, *R.FACTS.values()):
        for name, field in model.model_fields.items():
            if "list[" in str(field.annotation) and "list[str]" not in str(field.annotation):
                held[name] += 1
    names = {"evidence": "fact_evidence", "readings": "fact_readings", "parties": "fact_arguments"}
    assert {names.get(name, name) for name in held} <= TABLES.keys()


def test_keys_tell_rows_apart_and_join(database):
    for table in TABLES.values():
        keys = ", ".join(f'"{key}"' for key in table.keys)
        doubled = f"select {keys} from {table.name} group by all having count(*) > 1"
        assert query(doubled, database).rows == [], table.name
    for child, parent, keys in (
        ("mentions", "entities", "document_id, entity_id"),
        ("roles", "entities", "document_id, entity_id"),
        ("fact_arguments", "facts", "document_id, fact_id"),
        ("fact_evidence", "facts", "document_id, fact_id"),
        ("fact_readings", "facts", "document_id, fact_id"),
        *((name, "documents", "document_id") for name in TABLES if name != "documents"),
    ):
        stray = f"select * from {child} anti join {parent} using ({keys})"
        assert query(stray, database).rows == [], (child, parent)
    stray = "select * from fact_arguments anti join entities using (document_id, entity_id) where entity_id is not null"
    assert query(stray, database).rows == []
    assert query("select count(*) from quotes q join entities e on q.document_id = e.document_id and q.speaker = e.entity_id", database).rows[0][0] > 0  # fmt: skip


def test_groups_are_bounded_and_lose_nothing(releases):
    whole = {table.name: columns for table, columns in groups.groups(releases)}
    rows = Counter()
    for table, columns in groups.groups(releases, most=5):
        most = max(len(expected(release)[table.name]) for release in releases)
        assert len(columns["document_id"]) < 5 + most
        start = rows[table.name]
        rows[table.name] += len(columns["document_id"])
        for name, values in columns.items():
            assert values == whole[table.name][name][start : rows[table.name]]
    assert rows == {name: len(columns["document_id"]) for name, columns in whole.items()}


# -- any result at all ----------------------------------------------------------------------------

_texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(HOSTILE)
_values = st.integers(-(10**40), 10**40) | st.floats(allow_nan=False, allow_infinity=False)
_spans = {"start": st.integers(0, 9), "end": st.integers(0, 9), "text": _texts}
_argument = st.builds(R.Argument, **_spans, entity_id=st.none() | _texts)
_days = st.none() | st.dates().map(str)
_period = st.none() | st.builds(
    R.Period, **_spans, edtf=st.none() | _texts, from_date=_days, to_date=_days
)
_head = {
    "id": st.just("f"), "rule": _texts, "confidence": st.floats(0, 1), "section": st.just("body"),
    "modality": st.just("asserted"), "evidence": st.lists(st.builds(R.Span, **_spans), min_size=1, max_size=3),
}  # fmt: skip
_some = st.none() | _argument
_figure = st.builds(
    R.Money, **_head, measure=_some, subject=_some, group=_some, place=_some, value=_values,
    value_max=st.none() | _values, unit=st.none() | _texts, per=st.none() | _texts, bound=st.just("exact"),
    readings=st.lists(st.builds(R.Reading, **_spans, value=_values, unit=st.none() | _texts), max_size=2),
    period=_period, direction=st.none(), relation=st.none(), source=_some,
    previous=st.none() | st.builds(R.Previous, **_spans, value=st.none() | _values, unit=_texts, period=_period),
)  # fmt: skip
_agreement = st.builds(
    R.Agreement, **_head, parties=st.lists(_argument, max_size=3), kind=_some, subject=_some,
    value=st.none() | _values, date=_period, place=_some,
)  # fmt: skip
_statement = st.builds(
    R.Statement,
    **_head,
    speaker=_argument,
    text=_texts,
    direct=st.booleans(),
    cue=st.none() | _texts,
)
_entity = st.builds(
    R.Entity, id=st.just("e"), type=st.just("person"), name=_texts, honorifics=st.lists(_texts, max_size=2),
    names=st.builds(R.Names, ar=st.none() | _texts, en=st.none() | _texts),
    roles=st.lists(st.builds(R.Role, title=_texts, organization=st.none() | _texts), max_size=2),
    mentions=st.lists(st.builds(R.EntityMention, **_spans, kind=st.just("name")), max_size=2),
)  # fmt: skip
_quote = st.builds(
    R.Quote, **_spans, speaker=st.none() | _texts, cue=st.none() | _texts, direct=st.booleans()
)


@st.composite
def any_releases(draw):
    release = arnlp.extract("", source="s").model_copy(deep=True)
    release.document.id = draw(_texts)
    release.document.title = draw(st.none() | _texts)
    release.document.published = draw(_days)
    facts = draw(st.lists(st.one_of(_figure, _agreement, _statement), max_size=3))
    release.facts = [fact.model_copy(update={"id": f"f{i}"}) for i, fact in enumerate(facts)]
    entities = draw(st.lists(_entity, max_size=2))
    release.entities = [e.model_copy(update={"id": f"e{i}"}) for i, e in enumerate(entities)]
    release.quotes = draw(st.lists(_quote, max_size=2))
    return release


@settings(max_examples=25)
@given(found=st.lists(any_releases(), max_size=3, unique_by=lambda r: r.document.id))
def test_any_result_comes_back_from_any_table(found, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    wanted = in_all(found)
    write(found, folder / "parquet")
    for table in TABLES:
        same(arnlp.to_arrow(found, table).to_pylist(), wanted[table], table)
        same(arnlp.to_polars(found, table).to_dicts(), wanted[table], table)
        assert len(arnlp.to_frame(found, table)) == len(wanted[table])
        same(
            pq.read_table(folder / "parquet" / f"{table}.parquet").to_pylist(), wanted[table], table
        )


# -- again and again ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["facts.duckdb", "parquet"])
def test_what_is_added_replaces_what_is_there(name, releases, tmp_path):
    target = tmp_path / name
    write(releases[:3], target)
    again = releases[1].model_copy(deep=True)
    again.document.title = "again"
    counts = write([again, *releases[3:]], target, append=True)
    assert counts["documents"] == len(releases) - 2
    wanted = in_all([releases[0], again, *releases[2:]])
    for table in TABLES:
        same(all_rows(target, table), in_order(wanted[table], table), table)


@pytest.mark.parametrize("name", ["facts.duckdb", "parquet", "facts.csv"])
def test_a_document_that_comes_twice_is_written_once(name, releases, tmp_path):
    doubled = [releases[0], releases[1], releases[0], releases[2], releases[0]]
    counts = write(doubled, tmp_path / name)
    assert counts["facts"] == sum(len(release.facts) for release in releases[:3])
    assert write([], tmp_path / name)["facts"] == 0


@pytest.mark.parametrize("name", ["facts.duckdb", "parquet"])
@pytest.mark.parametrize("append", [True, False])
def test_what_fails_changes_nothing(name, append, releases, lines, tmp_path):
    target = tmp_path / name
    write(releases[:2], target)
    before = all_rows(target, "facts")
    broken = tmp_path / "broken.jsonl"
    broken.write_text(
        lines.read_text("utf-8") + '{"schema_version":"2.0","document":{"id":"x"}}\n{'
    )
    for bad in (broken, tmp_path / "missing.jsonl"):
        with pytest.raises(arnlp.UnreadableDocument):
            write(bad, target, append=append)
    broken.write_text(lines.read_text("utf-8") + '{"schema_version":"2.0","document":{"id":"x"}}\n')
    with pytest.raises(arnlp.UnreadableDocument, match="line 7 is no release"):
        write(broken, target, append=append)
    assert all_rows(target, "facts") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({name, "broken.jsonl"})


KILLED = """
import os, signal, sys
from pathlib import Path
from arnlp.faces.tables_store.lines import ids_of, releases_of
from arnlp.faces.tables_store.{module} import {function}
def dying(path):
    for number, release in enumerate(releases_of(path)):
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        yield release
from arnlp.faces.tables_store import groups
groups.groups.__defaults__ = (None, 1)  # a group a release
source, target = map(Path, sys.argv[1:])
{function}(target, dying(source), ids_of(source), True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("name", "module", "function"),
    [("facts.duckdb", "duck", "write_duckdb"), ("parquet", "parquet", "write_parquet")],
)
def test_what_was_killed_changes_nothing(name, module, function, releases, lines, tmp_path):
    target = tmp_path / name
    write(releases[:2], target)
    before = {table: all_rows(target, table) for table in ("documents", "facts", "warnings")}
    code = KILLED.format(module=module, function=function)
    ended = subprocess.run([sys.executable, "-c", code, str(lines), str(target)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert {table: all_rows(target, table) for table in before} == before
    write(lines, target, append=True)
    write(lines, tmp_path / f"whole-{name}")
    for table in before:
        assert all_rows(target, table) == all_rows(tmp_path / f"whole-{name}", table)


def test_ids_are_read_however_a_line_is_written(releases, tmp_path):
    path = tmp_path / "a.jsonl"
    data = json.loads(releases[0].model_dump_json())
    data["document"]["id"] = 'a "\\ ب'
    plain = R.Release.model_validate(data).model_dump_json()
    turned = json.dumps(dict(reversed(list(data.items()))), indent=None)
    path.write_text(f"\ufeff{plain}\n\n{turned}\n{OLDER.replace(chr(10), ' ')}", "utf-8")
    assert list(ids_of(path))[:2] == ['a "\\ ب'] * 2
    assert len(list(ids_of(path))) == 3
    assert write(path, tmp_path / "parquet")["documents"] == 2


# -- where it may be written ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "told", "kind"),
    [
        ("a.duckdb", None, "duckdb"), ("a.DB", None, "duckdb"), ("a", None, "parquet"), ("a/", None, "parquet"),
        ("a.csv", None, "csv"), ("a.csv", "parquet", "parquet"),
    ],
)  # fmt: skip
def test_formats_are_told_by_names(target, told, kind):
    assert format_of(target, told) == kind


def test_targets_that_cannot_be_are_refused(releases, tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("x")
    (tmp_path / "x.duckdb").mkdir()
    for target, options in (
        ("a.xlsx", {}), ("none/a.csv", {}), ("x.duckdb", {"table_format": "duckdb"}), ("notes", {}),
        ("a.csv", {"append": True}), ("a", {"table_format": "xml"}),
    ):  # fmt: skip
        with pytest.raises(arnlp.InvalidOption):
            write(releases, tmp_path / target, **options)
    assert (tmp_path / "notes" / "mine.txt").read_text() == "x"


def test_another_database_is_not_replaced(releases, tmp_path):
    import duckdb

    path = tmp_path / "mine.duckdb"
    with duckdb.connect(str(path)) as mine:
        mine.execute("create table customers (a int)")
    with pytest.raises(arnlp.InvalidOption, match="tables of arnlp and no more"):
        write(releases, path)
    with pytest.raises(arnlp.InvalidOption, match="of this version"):
        write(releases, path, append=True)
    path.write_bytes(b"no database")
    with pytest.raises(OSError, match="mine"):
        write(releases, path)
    assert path.read_bytes() == b"no database"


def test_nothing_gives_empty_tables(tmp_path):
    (tmp_path / "facts.jsonl").write_text("")
    for name in ("facts.duckdb", "parquet", "facts.csv"):
        assert not any(write(tmp_path / "facts.jsonl", tmp_path / name).values())
        answer = query("select * from facts", tmp_path / name)
        assert answer.rows == []
        assert {"document_id", "value", "from", "period_to_date"} <= set(answer.columns)


# -- sheets ---------------------------------------------------------------------------------------


def test_a_sheet_has_a_row_for_each_fact(releases, lines, tmp_path):
    path = tmp_path / "facts.csv"
    write(lines, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    facts = [(release, fact) for release in releases for fact in release.facts]
    assert len(rows) == len(facts)
    for row, (release, fact) in zip(rows, facts, strict=True):
        assert (row["document_id"], row["fact_id"]) == (release.document.id, fact.id)
        assert row["evidence"].replace("'", "") == fact.evidence[0].text.replace("'", "")
        value = getattr(fact, "value", None)
        assert row["value"] == "" if value is None else float(row["value"]) == value
    found = query("select sum(value), count(*), max(period_to_date) from facts", path).rows
    wanted = query("select sum(value), count(*), max(period_to_date) from facts", lines).rows
    assert found == [(pytest.approx(wanted[0][0]), *wanted[0][1:])]


@pytest.mark.parametrize("text", [text for text in HOSTILE if set(text) & set("=+@-＝\t\r")])
def test_no_cell_begins_a_formula(text):
    for told in (text, f" {text}", f"a; {text}", f"a;{text}"):
        safe = cell(told)
        for part in safe.replace("|", ";").split(";"):
            assert not part.lstrip().startswith(("=", "+", "-", "@", "＝")) or part == "--"
    assert cell(-5.0) == -5
    assert cell("نمو 5% - زيادة") == "نمو 5% - زيادة"
    assert len(cell("x" * 40_000)) == 32_767


def test_stray_surrogates_become_question_marks(tmp_path):
    release = arnlp.extract("62 ports", source="a")
    release.document.title = "x\ud800"
    release.quantities[0].noun = "p\udcff"
    assert arnlp.to_frame(release, "quantities")["noun"].tolist() == ["p?"]
    assert arnlp.to_polars(release, "quantities")["noun"].to_list() == ["p?"]
    assert arnlp.to_arrow(release, "documents")["title"].to_pylist() == ["x?"]
    assert write([release], tmp_path / "parquet")["documents"] == 1
    assert query("select title from documents", tmp_path / "parquet").rows == [("x?",)]
