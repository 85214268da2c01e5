"""The README and the pages are true: their examples are what comes out, their Python runs.

Each engine has a page beside it. A table on it whose first column is headed 'the release says' is
checked row by row: each code span of that column is a text of its own, and must give what the
other columns say, each headed by the name of a field. Several mentions in one text are parted by
'; ', an empty cell is not looked at, 'the same' is the cell before it, 'null' is nothing. Under
'it leaves' stand texts in which nothing is found. A comment above a table gives the day and the
country of its texts, as does a column of that name for its row:

    <!-- published=2024-10-15 country=AE -->
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

import pytest
from support import CORPORA, ROOT, plain

import arnlp

README = (ROOT / "README.md").read_text("utf-8")
MOST_LINES = 150

# The page of each engine, and the lists of its package whose members it names.
ROOMS = {
    "engine": (),
    "numbers": ("READERS", "REFINERS"),
    "quantities": ("READERS", "WORD_READERS", "PERIOD_READERS", "REFINERS"),
    "dates": ("READERS", "REFINERS", "JOINERS"),
    "names": ("QUOTED_READERS", "ARABIC_READERS", "LATIN_READERS", "REFINERS"),
    "quotes": ("READERS",),
    "facts": ("FILLERS", "REFINERS", "DEED_READERS", "REPORT_READERS"),
}
PAGES = {room: ROOT / "arnlp" / room / "README.md" for room in ROOMS}
LAYERS = ("numbers", "quantities", "dates", "entities")
SAYS, LEAVES = "the release says", "it leaves"
GIVEN = ("published", "country")  # what the texts of a row are read with
TOLD = ("read by", "besides", "why")  # columns for people


def block(language, text=README):
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.S | re.M)


@pytest.mark.parametrize(
    ("name", "number", "size"), [("ae-transport", 0, 3), ("sa-roads-award", 1, 2)]
)
def test_the_excerpts_are_what_comes_out(name, number, size):
    text = (CORPORA / "ar" / f"{name}.txt").read_text("utf-8")
    found = arnlp.extract(text).model_dump(mode="json")
    kinds = ("facts", "quantities", "dates", "entities")
    items = [item for kind in kinds for item in found[kind]]
    shown = [json.loads(part) for part in re.split(r"\n(?=\{)", block("json")[number])]
    assert len(shown) == size
    for part in shown:
        assert any(part.items() <= item.items() for item in items if part.keys() <= item.keys()), (
            part
        )


def test_its_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (code,) = block("python")
    exec(compile(code, "README.md", "exec"), {})
    assert "45000000 SAR" in capsys.readouterr().out


def test_it_has_two_commands():
    job, tests = block("sh")
    assert "corpora" in job
    assert "pytest" in tests


def test_it_is_short():
    assert len(README.splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (page, path)
        for page in (
            ROOT / "README.md",
            ROOT / "corpora" / "README.md",
            ROOT / "arnlp" / "model" / "README.md",
            *PAGES.values(),
        )
        for path in re.findall(r"\]\(([\w./-]+)\)", page.read_text("utf-8"))
    ],
    ids=lambda value: str(value)[-40:],
)
def test_links_lead_somewhere(page, path):
    assert (page.parent / path).exists()


# -- the pages of the engines ----------------------------------------------------------------


class Row(NamedTuple):
    """One row of a table: its texts, how they are read, and what the cells say of them."""

    room: str
    texts: list[str]
    given: dict[str, str]
    wanted: dict[str, str]
    nothing: bool


def rows(room: str) -> Iterator[Row]:
    """Return the rows of a page that can be checked."""
    given: dict[str, str] = {}
    header: list[str] = []
    for line in PAGES[room].read_text("utf-8").splitlines():
        if comment := re.fullmatch(r"<!-- (\w+=\S+(?: \w+=\S+)*) -->", line):
            given = dict(pair.split("=") for pair in comment[1].split())
        elif not line.startswith("|"):
            if header:
                given, header = {}, []
        elif not header:
            header = cells_of(line)
        elif header[0] in (SAYS, LEAVES) and not set(line) <= set("|- "):
            yield _row(room, header, cells_of(line), given)


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _row(room: str, header: list[str], cells: list[str], given: dict[str, str]) -> Row:
    assert len(cells) == len(header), cells
    cells[1:] = [cell.replace("`", "") for cell in cells[1:]]
    for i, cell in enumerate(cells):
        if cell == "the same":
            cells[i] = cells[i - 1]
    named = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    given = given | {name: named[name] for name in GIVEN if name in named}
    wanted = {n: c for n, c in named.items() if n not in (SAYS, LEAVES, *GIVEN, *TOLD)}
    return Row(room, re.findall("`([^`]+)`", cells[0]), given, wanted, header[0] == LEAVES)


ROWS = [row for room in ROOMS for row in rows(room)]


def found_in(release: arnlp.Release, room: str) -> list[dict[str, Any]]:
    """Return what an engine found, each with the fields that its page may show."""
    if room == "engine":
        return [{layer: _texts(getattr(release, layer)) or None for layer in LAYERS}]
    if room == "facts":
        return [plain(fact) for fact in release.facts]
    items = [item.model_dump() for item in getattr(release, {"names": "entities"}.get(room, room))]
    names = {entity.id: entity.name for entity in release.entities}
    for item in items:
        if room == "names":
            item |= item.pop("names")
            item["organization"] = [role["organization"] for role in item["roles"]]
            item["roles"] = [role["title"] for role in item["roles"]]
            item["mentions"] = [mention["text"] for mention in item["mentions"]]
        elif room == "quotes":
            item["speaker"] = names.get(item["speaker"])
    return items


def _texts(items: list[Any]) -> str:
    return ", ".join(item.name if hasattr(item, "name") else item.text for item in items)


def says(value: Any, cell: str) -> bool:
    """Tell whether a cell says what a field holds."""
    if isinstance(value, bool):
        return cell == ("yes" if value else "no")
    if isinstance(value, (int, float)):
        return value == pytest.approx(float(cell.replace(",", "")), rel=1e-12)
    if isinstance(value, list):
        value = ", ".join(item for item in value if item)
    return cell == ("null" if value is None else value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.room}: {row.texts[0][:30]}")
def test_a_row_of_a_page_is_what_comes_out(row):
    assert row.texts
    for text in row.texts:
        release = arnlp.extract(text, **row.given)
        found = found_in(release, row.room)
        warned = row.wanted.get("warning")
        assert warned is None or warned in [warning.code for warning in release.warnings]
        wanted = {name: cell.split("; ") for name, cell in row.wanted.items() if name != "warning"}
        if row.nothing:
            assert found == [], text
        elif row.room in ("names", "facts"):  # one of several that a text may hold
            assert any(
                all(says(item.get(name), cell) for name, (cell,) in wanted.items())
                for item in found
            ), (text, found)
        else:
            assert len(found) == max(len(parts) for parts in wanted.values()), (text, found)
            for name, parts in wanted.items():
                parts = parts * len(found) if len(parts) == 1 else parts
                for item, cell in zip(found, parts, strict=True):
                    assert says(item[name], cell), (text, name, item[name])


def listed_in(room: str) -> set[str]:
    """Return the names of the readers and refiners that an engine lists."""
    package = import_module(f"arnlp.{room}")
    names = set()
    for name in ROOMS[room]:
        members = getattr(package, name)
        for part in members.values() if isinstance(members, dict) else members:
            names.add(_innermost(getattr(part, "read", part)).__name__)
    return names


def _innermost(function: Any) -> Any:
    """Return the function that others are wrapped around."""
    cells = [cell.cell_contents for cell in function.__closure__ or ()]
    wrapped = next((cell for cell in cells if callable(cell)), None)
    return function if wrapped is None else _innermost(wrapped)


@pytest.mark.parametrize("room", [room for room, lists in ROOMS.items() if lists])
def test_a_page_names_all_that_its_engine_lists_and_nothing_else(room):
    text = PAGES[room].read_text("utf-8")
    names, listed = set(re.findall(r"`(\w+)`", text)), listed_in(room)
    assert listed - names == set()
    read_by = {
        name
        for line in text.splitlines()
        if line.startswith("|")
        for name in re.findall(r"`(read_\w+)`", cells_of(line)[-1])
    }
    assert read_by - listed == set()


@pytest.mark.parametrize("room", ROOMS)
def test_the_python_of_a_page_runs(room):
    for code in block("python", PAGES[room].read_text("utf-8")):
        exec(compile(code, f"{room}/README.md", "exec"), {})


def test_every_engine_has_a_page():
    packages = {path.parent.name for path in (ROOT / "arnlp").glob("*/__init__.py")}
    assert set(ROOMS) <= packages
    assert [room for room, page in PAGES.items() if not page.exists()] == []
