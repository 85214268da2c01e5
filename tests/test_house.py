"""The house stands as it was drawn: no reader inherits, engines are used by their names, rooms stay small.

Read from the source alone. Each rule is a function of a folder of modules, so that it is tried on a
small house that breaks it as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

PACKAGE = ROOT / "arnlp"
ENGINES = ("engine", "numbers", "quantities", "dates", "names", "quotes", "facts")
READING = ENGINES[1:]
MOST_LINES = 300
SCREEN = 60
# Bases that only say what is held: of the standard library, of pydantic, of the errors and mentions.
_FREE = ("Error", "Mention", "Model")


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield the dotted name and the syntax tree of each module of a package."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, ast.parse(path.read_text("utf-8"))


def heirs(package: Path) -> list[str]:
    """Return the classes of the engines that have a base inside the package."""
    out = []
    for name, tree in modules(package):
        if not name.startswith(tuple(f"{package.name}.{engine}" for engine in READING)):
            continue
        own = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        own |= {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package.name)
            for alias in node.names
        }
        out += [
            f"{name}: {node.name}({base})"
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            for base in map(ast.unparse, node.bases)
            if base.split("[")[0].split(".")[0] in own and not base.endswith(_FREE)
        ]
    return out


def trespasses(package: Path) -> list[str]:
    """Return the imports of an engine's modules, or of names it does not give out, from outside it."""
    given = {
        engine: set(ast.literal_eval(node.value))
        for engine in ENGINES
        if (package / engine / "__init__.py").exists()
        for node in ast.parse((package / engine / "__init__.py").read_text("utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    }
    out = []
    for name, tree in modules(package):
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            top, _, rest = node.module.partition(".")
            engine = rest.split(".")[0]
            if top != package.name or engine not in ENGINES:
                continue
            if name == f"{top}.{engine}" or name.startswith(f"{top}.{engine}."):
                continue
            taken = {alias.name for alias in node.names}
            if rest != engine or not taken <= given.get(engine, set()):
                out.append(f"{name}: from {node.module} import {', '.join(sorted(taken))}")
    return out


def long_modules(package: Path) -> list[str]:
    """Return the modules of more lines than one idea takes."""
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in package.rglob("*.py")}
    return [f"{path.name}: {size}" for path, size in sizes.items() if size > MOST_LINES]


def long_functions(package: Path) -> list[str]:
    """Return the functions that do not fit a screen."""
    return [
        f"{name}: {node.name}, {size} lines"
        for name, tree in modules(package)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > SCREEN
    ]


RULES = [heirs, trespasses, long_modules, long_functions]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule):
    assert rule(PACKAGE) == []


@pytest.mark.parametrize("engine", READING)
def test_an_engine_shows_its_tuples(engine):
    """Each engine lists what it asks, in order, as tuples (or a map by class) in its ``__init__``."""
    tree = ast.parse((PACKAGE / engine / "__init__.py").read_text("utf-8"))
    shown = {
        ast.unparse(target)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(node.value, ast.Tuple | ast.Dict)
    }
    assert any(name.endswith(("READERS", "BINDERS")) for name in shown), shown


_BROKEN = {
    heirs: "class Base: ...\nclass Reader(Base): ...\n",
    trespasses: "from arnlp.numbers.groups import read_group\nfrom arnlp.engine import secret\n",
    long_modules: "x = 1\n" * (MOST_LINES + 1),
    long_functions: "def f():\n" + "    x = 1\n" * SCREEN,
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_tells_a_house_that_breaks_it(rule, tmp_path):
    house = tmp_path / "arnlp"
    for engine in ENGINES:
        (house / engine).mkdir(parents=True)
        (house / engine / "__init__.py").write_text("__all__ = ['told']\n")
    room = house / "dates" / "days.py"
    room.write_text("from arnlp.engine import told\nclass DayMention: ...\n")
    assert rule(house) == []
    room.write_text(_BROKEN[rule])
    assert rule(house), rule.__name__
