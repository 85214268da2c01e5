"""Questions over tables: what may be asked, how answers are printed, and the page's own questions."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from support import CORPORA, ROOT
from typer.testing import CliRunner

import arnlp
from arnlp.faces.cli import app
from arnlp.faces.documents import Options, extract_document
from arnlp.faces.tables_store import write
from arnlp.faces.tables_store.answers import print_csv, print_json, shown
from arnlp.faces.tables_store.query import Answer, query
from arnlp.faces.tables_store.schema import TABLES

PAGE = (ROOT / "arnlp" / "faces" / "TABLES.md").read_text("utf-8")
RUNNER = CliRunner()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the releases of the page as JSON lines and in each format of tables."""
    folder = tmp_path_factory.mktemp("tables")
    with (folder / "facts.jsonl").open("w", encoding="utf-8") as file:
        for path in sorted(CORPORA.glob("*/ae-*.txt")):
            source = path.relative_to(CORPORA).as_posix()
            release = extract_document(arnlp.read(path), source, Options())
            file.write(release.model_dump_json() + "\n")
    for name in ("facts.duckdb", "tables", "facts.csv"):
        write(folder / "facts.jsonl", folder / name)
    return folder


# -- the page -------------------------------------------------------------------------------------

QUESTIONS = re.findall(r"```sql\n(.*?)```\n\n(.*?)\n\n", PAGE, re.S)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("name", ["facts.duckdb", "tables"])
def test_the_questions_of_the_page_have_the_answers_of_the_page(folder, name, number):
    sql, table = QUESTIONS[number]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")]
    answer = query(sql, folder / name)
    assert rows[0] == answer.columns
    found = [[shown(value) for value in row] for row in answer.rows]
    # some change whenever extraction does; most must come out as the page has them
    assert 3 * sum(row in found for row in rows[2:]) >= 2 * len(rows[2:]) > 0


def test_the_page_lists_all_tables_with_their_columns():
    told = dict(re.findall(r"^\| `(\w+)` \| .*? \| (.*?) \|$", PAGE, re.M))
    assert told.keys() == TABLES.keys()
    for name, table in TABLES.items():
        listed = re.findall(r"`([\w_]+)`", told[name])
        if name == "facts":
            assert set(listed) <= table.kinds.keys()
        else:
            assert listed == list(table.kinds), name


# -- what may be asked ----------------------------------------------------------------------------

REFUSED = [
    "select 1; select 2", "", "drop table facts", "create table x (a int)", "insert into facts select * from facts",
    "delete from facts", "update facts set type = 'x'", "attach 'x.duckdb'", "copy facts to 'x.csv'",
    "export database 'x'", "install httpfs", "load httpfs", "set threads = 1", "pragma database_list",
    "call pragma_version()", "select * from read_csv('/etc/passwd')", "select * from read_text('/etc/passwd')",
    "select * from '/etc/passwd'", "select * from glob('/*')", "select * from 'https://example.org/x.parquet'",
    "select * from release", "selec 1", "select nothing from facts", "select * from sqlite_scan('x', 'y')",
    "with x as (delete from facts returning *) select * from x", "checkpoint", "begin", "explain select 1",
]  # fmt: skip


@pytest.mark.parametrize("sql", REFUSED)
@pytest.mark.parametrize("name", ["facts.duckdb", "tables"])
def test_what_is_no_question_is_refused(folder, name, sql):
    release = arnlp.extract("")  # a variable that DuckDB could see
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(arnlp.InvalidOption):
        query(sql, folder / name)
    assert sorted(path.name for path in folder.iterdir()) == before
    assert release.facts == []


@pytest.mark.parametrize("name", ["facts.duckdb", "tables", "facts.jsonl", "facts.csv"])
def test_all_sources_answer_alike(folder, name):
    sql = "select type, count(*) as n, max(period_to_date) as last from facts group by all order by all"
    assert query(sql, folder / name) == query(sql, folder / "facts.duckdb")
    assert query("from facts select count(*)", folder / name).rows[0][0] > 50


def test_sources_that_cannot_be_read(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.duckdb").write_bytes(b"no database")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "facts.parquet").write_bytes(b"PAR1")
    for name in ("none.duckdb", "empty", "a.duckdb", "broken"):
        with pytest.raises(arnlp.UnreadableDocument, match=name):
            query("select 1", tmp_path / name)
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(arnlp.InvalidOption, match="Parquet"):
        query("select 1", tmp_path / "a.txt")


# -- answers printed ------------------------------------------------------------------------------

ANSWER = Answer(
    ["a", "b"], [(1.5, "=x"), (None, "ب"), (Decimal("2.5"), "\x1b[31m"), (float("inf"), "")]
)


def test_answers_are_printed():
    out = io.StringIO()
    print_json(ANSWER, out)
    assert [row["a"] for row in json.loads(out.getvalue())] == [1.5, None, 2.5, None]
    out = io.StringIO()
    print_csv(ANSWER, out)
    assert list(csv.reader(io.StringIO(out.getvalue())))[1] == ["1.5", "'=x"]


def test_the_command_line_asks(folder):
    sql = "select measure, value, unit, period_to_date, evidence, evidence from facts where value > 1e6 limit 5"
    for form, width in (("table", 80), ("table", 30), ("table", 200), ("csv", 80), ("json", 80)):
        done = RUNNER.invoke(
            app, ["query", sql, str(folder / "tables"), "-f", form], env={"COLUMNS": str(width)}
        )
        assert done.exit_code == 0, done.output
        if form == "table":
            assert max(map(len, done.output.split("\n"))) <= width + 12  # isolates have no width
    assert "evidence_2" in json.loads(done.output)[0]
    done = RUNNER.invoke(app, ["query", "drop table facts", str(folder / "facts.duckdb")])
    assert done.exit_code == 2
    assert "one SELECT" in done.output
    assert RUNNER.invoke(app, ["query", "select 1", str(folder / "none")]).exit_code == 1
    empty = RUNNER.invoke(app, ["query", "select * from facts where false", str(folder / "tables")])
    assert empty.exit_code == 0


def test_the_command_line_converts(folder, tmp_path):
    lines = str(folder / "facts.jsonl")
    for name, options in (("a.duckdb", []), ("a.duckdb", ["--append"]), ("a", []), ("a.csv", [])):
        done = RUNNER.invoke(app, ["convert", lines, "-o", str(tmp_path / name), *options])
        assert done.exit_code == 0, done.output
        assert re.search(r"\d+ facts", done.output)
    for arguments, code in (
        ([lines, "-o", str(tmp_path / "a.xlsx")], 2), ([str(tmp_path / "none"), "-o", str(tmp_path / "b.csv")], 1),
        ([lines, "-o", str(tmp_path / "a.csv"), "--append"], 2),
    ):  # fmt: skip
        assert RUNNER.invoke(app, ["convert", *arguments]).exit_code == code
