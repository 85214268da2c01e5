"""Files of a lexicon of one's own: TOML with several tables, TSV with one, each row with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from arnlp.lexicon.own.checks import Found, wrong
from arnlp.lexicon.own.schema import SCHEMA
from arnlp.model.errors import UnreadableDocument
from arnlp.model.sources import writable

_OPENS = re.compile(r"\s*\[\[\s*[\"']?([\w-]+)[\"']?\s*\]\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


def read_file(path: Path) -> list[Found]:
    """Return the rows of a file; what it is tells its ending.

    Raises UnreadableDocument where it cannot be read as UTF-8.
    """
    source = writable(path)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDocument(source, "a lexicon must be UTF-8") from None
    except OSError as error:
        raise UnreadableDocument(source, error.strerror or type(error).__name__) from None
    if path.suffix.lower() == ".toml":
        return read_toml(text, source)
    if path.suffix.lower() == ".tsv":
        return read_tsv(text, source, path.stem.rpartition(".")[2])
    raise wrong(source, "a file that ends in .toml or .tsv")


def read_toml(text: str, source: str) -> list[Found]:
    """Return the rows of a text in TOML.

    >>> [found] = read_toml('[[nouns]]\\nsingular = "tram"\\n', "a.toml")
    >>> found.cells, found.place, found.places
    ({'singular': 'tram'}, 'a.toml, line 1', {'singular': 'a.toml, line 2, nouns.singular'})
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise wrong(source, f"valid TOML: {error}") from None
    lines = _lines_of(text)
    out: list[Found] = []
    for name, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise wrong(source, f"tables as [[{next(iter(SCHEMA))}]], not {name!r}")
        places = lines.get(name, [])
        for n, row in enumerate(rows):
            place, keys = places[n] if len(places) == len(rows) else (None, {})
            out.append(
                Found(
                    name,
                    row,
                    f"{source}, line {place}" if place else f"{source}, {name}, row {n + 1}",
                    {key: f"{source}, line {line}, {name}.{key}" for key, line in keys.items()},
                )
            )
    return out


def _lines_of(text: str) -> dict[str, list[tuple[int, dict[str, int]]]]:
    """Return for each row of each table the line where it opens, and those of its keys."""
    out: dict[str, list[tuple[int, dict[str, int]]]] = {}
    keys: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if opens := _OPENS.match(line):
            keys = {}
            out.setdefault(opens[1], []).append((number, keys))
        elif key := _KEY.match(line):
            keys.setdefault(key[1], number)
    return out


def read_tsv(text: str, source: str, name: str) -> list[Found]:
    """Return the rows of a table in TSV, as the tables of arnlp are written.

    >>> [found] = read_tsv("# ours\\nsingular\\tplural\\ntram\\ttrams\\n", "nouns.tsv", "nouns")
    >>> found.cells, found.place
    ({'singular': 'tram', 'plural': 'trams'}, 'nouns.tsv, line 3')
    """
    if name not in SCHEMA:
        raise wrong(source, f"a file named after its table: {', '.join(SCHEMA)}")
    header: list[str] | None = None
    out: list[Found] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if len(set(header)) < len(header):
                raise wrong(f"{source}, line {number}", "each column once")
            continue
        if len(cells) > len(header):
            raise wrong(
                f"{source}, line {number}", f"{len(header)} cells at most, not {len(cells)}"
            )
        row: dict[str, object] = dict(zip(header, cells, strict=False))
        out.append(Found(name, row, f"{source}, line {number}", {}))
    return out
