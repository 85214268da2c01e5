"""The house as its source tells it: who inherits from whom, how long things are, which doors are used.

Each rule gives the offenders as lines to read. The rules themselves are tried on small made-up
houses below, so that it is seen that each can fail.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest
from support import ROOT

from arnlp.lang import table
from arnlp.text.clitics import chains

ENGINES = ("numbers", "quantities", "dates", "names", "quotes", "facts")
PACKAGES = ("engine", *ENGINES)
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60  # a screen
# Who may write letters that are a clitic elsewhere, and why.
SPELLERS = {
    "arnlp.text.chars": "letters of other alphabets and their Arabic twins",
    "arnlp.text.view": "a ligature of lam and alef that was turned around",
}
NO_CLITICS = {"كل"}  # a word that clitics could spell


# -- the source ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Module:
    """A module below arnlp/: its dotted name, its source, and what its names stand for."""

    name: str
    source: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """Return the parsed source."""
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        """Return the package or module right below arnlp that it belongs to, "" for arnlp itself."""
        return [*self.name.split("."), ""][1]

    def imports(self) -> Iterator[tuple[int, str, str | None]]:
        """Yield line, module and name of each import, wherever it stands; no name for ``import x``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name, None) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                source = self._source_of(node)
                yield from ((node.lineno, source, alias.name) for alias in node.names)

    def _source_of(self, node: ast.ImportFrom) -> str:
        """Return the absolute name of the module that an import names."""
        if not node.level:
            return node.module or ""
        above = self.name.split(".")
        above = above[: len(above) - node.level + self.is_package]
        return ".".join([*above, *([node.module] if node.module else [])])

    @cached_property
    def meanings(self) -> dict[str, str]:
        """Return what names of the module stand for, dotted: imports, classes, and other names for them."""
        out = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                out[node.name] = f"{self.name}.{node.name}"
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    out[alias.asname or alias.name.split(".")[0]] = (
                        alias.name if alias.asname else alias.name.split(".")[0]
                    )
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    out[alias.asname or alias.name] = f"{self._source_of(node)}.{alias.name}"
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
                meaning = dotted(node.value, out)
                out.update({t.id: meaning for t in node.targets if isinstance(t, ast.Name)})
        return out

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        """Yield its classes, those inside functions and classes too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    @property
    def public(self) -> list[str]:
        """Return its ``__all__``."""
        for node in self.tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
                return list(ast.literal_eval(node.value))
        return []


House = dict[str, Module]


def read_house(root: Path) -> House:
    """Return the modules below the folder of a package, by their dotted names."""
    modules = {}
    for path in sorted(root.rglob("*.py")):
        parts = list(path.relative_to(root.parent).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        modules[name] = Module(name, path.read_text("utf-8"), is_package)
    return modules


def dotted(node: ast.expr, meanings: dict[str, str]) -> str:
    """Return the dotted name that an expression stands for: of ``Base[T]`` and ``make()`` what is before."""
    if isinstance(node, ast.Subscript):
        return dotted(node.value, meanings)
    if isinstance(node, ast.Call):
        return dotted(node.func, meanings)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value, meanings)}.{node.attr}"
    return meanings.get(node.id, node.id) if isinstance(node, ast.Name) else ast.unparse(node)


def home_of(name: str, house: House) -> tuple[str, str]:
    """Return module and name of what a dotted name stands for, through what modules hand on."""
    for _ in range(len(house)):
        module, _, last = name.rpartition(".")
        if module not in house or house[module].meanings.get(last, name) == name:
            break
        name = house[module].meanings[last]
    module, _, last = name.rpartition(".")
    return module, last


# -- no engine inherits -------------------------------------------------------------------


def inherited(house: House) -> list[str]:
    """Return the classes of the engines whose base is one of arnlp that nobody may inherit from."""
    return [
        f"{module.name}:{node.lineno}: {node.name} inherits from {where}.{base}"
        for module in house.values()
        if module.room in ENGINES
        for node in module.classes
        for where, base in (home_of(dotted(b, module.meanings), house) for b in node.bases)
        if where.split(".")[0] == "arnlp" and not is_a_form(where, base, house)
    ]


def is_a_form(where: str, name: str, house: House) -> bool:
    """Tell whether a class only says what something looks like: a mention, a protocol, a model, an error."""
    if where.startswith("arnlp.model"):
        return True
    for node in house[where].classes if where in house else ():
        if node.name == name:
            meanings = house[where].meanings
            bases = [home_of(dotted(base, meanings), house) for base in node.bases]
            marks = [dotted(mark, meanings) for mark in node.decorator_list]
            return (
                (name.endswith("Mention") and "dataclasses.dataclass" in marks)
                or any(base == "Protocol" for _, base in bases)
                or any(is_an_error(*base) for base in bases)
            )
    return False


def is_an_error(where: str, name: str) -> bool:
    """Tell whether a class is one of Python's errors or of arnlp's."""
    return where == "arnlp.model.errors" or (not where and name.endswith(("Error", "Exception")))


# -- nothing is long ----------------------------------------------------------------------


def long_modules(house: House) -> list[str]:
    """Return the modules that have too many lines."""
    lengths = {name: len(module.source.splitlines()) for name, module in house.items()}
    return [f"{name}: {lines} lines" for name, lines in lengths.items() if lines > MOST_LINES]


def long_functions(house: House) -> list[str]:
    """Return the functions that do not fit a screen."""
    return [
        f"{module.name}:{node.lineno}: {node.name} has {length_of(node)} lines"
        for module in house.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if length_of(node) > MOST_LINES_OF_A_FUNCTION
    ]


def length_of(node: ast.stmt) -> int:
    """Return how many lines a statement has, decorators apart."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


# -- engines are entered by their doors ---------------------------------------------------


def side_doors(house: House) -> list[str]:
    """Return where an engine is imported by another package otherwise than by a public name of it."""
    return [
        f"{module.name}:{line}: {what}"
        for module in house.values()
        for line, what in [*imported_inside(module, house), *named_inside(module)]
    ]


def imported_inside(module: Module, house: House) -> Iterator[tuple[int, str]]:
    """Yield line and text of the imports of a module that pass by the door of another's engine."""
    for line, source, name in module.imports():
        room = room_of(source)
        if room is None and source == "arnlp" and name in PACKAGES:
            yield line, f"from arnlp import {name} (say what of it: from arnlp.{name} import ...)"
        if room is None or room == module.room:
            continue
        if name is None:
            yield line, f"import {source}"
        elif source != f"arnlp.{room}":
            yield line, f"from {source} import {name}"
        elif name not in house[source].public:
            yield line, f"from {source} import {name} (not in its __all__)"


def named_inside(module: Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of the strings that name a module inside another's engine, as for import_module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            room = room_of(node.value)
            if room not in (None, module.room) and node.value != f"arnlp.{room}":
                yield node.lineno, repr(node.value)


def room_of(name: str) -> str | None:
    """Return the engine package that a dotted name lies in, None if in none, or if it is no such name."""
    parts = name.split(".")
    known = parts[0] == "arnlp" and len(parts) > 1 and all(map(str.isidentifier, parts))
    return parts[1] if known and parts[1] in PACKAGES else None


# -- clitics are spelt in their table -----------------------------------------------------


def spelt_clitics(house: House) -> list[str]:
    """Return where a string is a clitic, the article or a pronoun, alone, together or in a set of letters."""
    return [
        f"{module.name}:{line}: {letters}"
        for module in house.values()
        if module.name not in SPELLERS
        for line, text in strings_of(module)
        if not re.search("[a-z]", text)  # prose
        for letters in re.findall("[\u0621-\u064a]+", text)
        if letters in clitic_forms() or is_set_of_clitics(letters)
    ]


def strings_of(module: Module) -> Iterator[tuple[int, str]]:
    """Yield line and value of the strings of a module, parts of f-strings too, docstrings left out."""
    alone = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


@cache
def clitic_forms() -> frozenset[str]:
    """Return the clitics before a word, together and alone, and the pronouns of two letters or more."""
    pronouns = {row["form"] for row in table("ar", "enclitics") if len(row["form"]) > 1}
    return frozenset({chain.written for chain in chains()} | pronouns)


def is_set_of_clitics(letters: str) -> bool:
    """Tell whether a string is letters of which each is a clitic: norm[0] in "وفبل"."""
    return letters not in NO_CLITICS and all(letter in clitic_forms() for letter in letters)


# -- the house of arnlp -------------------------------------------------------------------


@cache
def arnlp_house() -> House:
    return read_house(ROOT / "arnlp")


def test_the_engines_are_there():
    packages = {module.room for module in arnlp_house().values() if module.is_package}
    assert set(PACKAGES) <= packages


def test_no_class_of_an_engine_inherits_from_a_class_of_arnlp():
    assert inherited(arnlp_house()) == []


def test_no_module_is_long():
    assert long_modules(arnlp_house()) == []


def test_no_function_is_long():
    assert long_functions(arnlp_house()) == []


def test_engines_are_imported_by_their_public_names():
    assert side_doors(arnlp_house()) == []


def test_no_module_spells_a_clitic():
    assert spelt_clitics(arnlp_house()) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_shows_its_tuples(engine):
    """Each engine lists what it asks, in order, as tuples (or a map by class) in its ``__init__``."""
    shown = {
        ast.unparse(target)
        for node in arnlp_house()[f"arnlp.{engine}"].tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(node.value, ast.Tuple | ast.Dict)
    }
    assert any(name.endswith(("READERS", "BINDERS")) for name in shown), shown


# -- the rules themselves -----------------------------------------------------------------


@pytest.fixture
def built(tmp_path):
    """Return what builds a made-up house of sources by their paths below arnlp/."""

    def build(sources):
        for path, source in sources.items():
            file = tmp_path / "arnlp" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, "utf-8")
        return read_house(tmp_path / "arnlp")

    return build


BASES = {
    "engine/__init__.py": "from arnlp.engine.base import Base as Root, Form, Mention, NumberMention\n",
    "engine/base.py": """
from dataclasses import dataclass
import typing
class Base: ...
class Form(typing.Protocol): ...
@dataclass
class NumberMention: ...
class Mention: ...
class Odd(ValueError): ...
""",
    "model/release.py": "class Release: ...\n",
}


@pytest.mark.parametrize(
    ("source", "base"),
    [
        ("from arnlp.engine import Root\nclass Reader(Root): ...", "engine.base.Base"),
        ("from arnlp.engine import Root as R\nclass Reader(list, R): ...", "engine.base.Base"),
        ("from arnlp.engine.base import Base\nclass Reader(Base[int]): ...", "engine.base.Base"),
        ("from ..engine import Root\nclass Reader(Root): ...", "engine.base.Base"),
        ("from .. import engine\nclass Reader(engine.Root): ...", "engine.base.Base"),
        ("import arnlp.engine\nclass Reader(arnlp.engine.Root): ...", "engine.base.Base"),
        ("from arnlp import engine as e\nR = e.Root\nclass Reader(R): ...", "engine.base.Base"),
        ("class One: ...\nclass Reader(One): ...", "dates.readers.One"),
        ("def f():\n    from arnlp.engine import Root\n    class Reader(Root): ...", "engine.base.Base"),
        ("from arnlp.engine import make\nclass Reader(make()): ...", "engine.make"),
        # a mention by its name alone is no dataclass
        ("from arnlp.engine import Mention\nclass Reader(Mention): ...", "engine.base.Mention"),
    ],
)  # fmt: skip
def test_an_inherited_class_is_named(built, source, base):
    line = source.count("\n") + 1
    assert inherited(built({**BASES, "dates/readers.py": source})) == [
        f"arnlp.dates.readers:{line}: Reader inherits from arnlp.{base}"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "class Reader: ...",
        "from typing import NamedTuple\nclass Reader(NamedTuple): ...",
        "from arnlp.engine import Form\nclass Reader(Form): ...",
        "from arnlp.engine import NumberMention\nclass DateMention(NumberMention): ...",
        "from arnlp.engine.base import Odd\nclass Odder(Odd): ...",
        "from arnlp.model import errors\nclass Odd(errors.InvalidOption): ...\nclass Odder(Odd): ...",
        "from arnlp.model.release import Release\nclass Longer(Release): ...",
    ],
)
def test_what_only_has_a_form_may_be_inherited(built, source):
    assert inherited(built({**BASES, "dates/readers.py": source})) == []


def test_below_the_engines_classes_may_inherit(built):
    source = "from arnlp.engine import Root\nclass Reader(Root): ..."
    assert inherited(built({**BASES, "lexicon/readers.py": source})) == []


def test_a_long_module_is_named(built):
    sources = {"short.py": "x = 1\n" * 300, "far/long.py": "x = 1\n" * 301}
    assert long_modules(built(sources)) == ["arnlp.far.long: 301 lines"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def short():\n" + "    x = 1\n" * 59, []),
        ("def long():\n" + "    x = 1\n" * 60, ["arnlp.a:1: long has 61 lines"]),
        ("async def long():\n" + "    x = 1\n" * 60, ["arnlp.a:1: long has 61 lines"]),
        ("class A:\n    def long(self):\n" + "        x = 1\n" * 60, ["arnlp.a:2: long has 61 lines"]),
        ("def doc():\n    '''" + "x\n" * 60 + "    '''\n", ["arnlp.a:1: doc has 62 lines"]),
    ],
    ids=["short", "long", "async", "method", "docstring"],
)  # fmt: skip
def test_a_long_function_is_named(built, source, found):
    assert long_functions(built({"a.py": source})) == found


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("facts/a.py", "from arnlp.dates import find", ""),
        ("facts/a.py", "from ..dates import find", ""),
        ("dates/a.py", "from arnlp.dates.months import read", ""),
        ("dates/a.py", "from .months import read", ""),
        ("lexicon/a.py", "from arnlp.lang import table", ""),
        ("__init__.py", "HOME = {'arnlp.dates': ('find',)}", ""),
        ("facts/a.py", "'''See arnlp.dates.months for names.'''", ""),
        ("facts/a.py", "from arnlp.dates.months import read", "from arnlp.dates.months import read"),
        ("facts/a.py", "from ..dates.months import read", "from arnlp.dates.months import read"),
        ("facts/a.py", "from arnlp.dates import months", "from arnlp.dates import months (not in its __all__)"),
        ("facts/a.py", "import arnlp.dates.months", "import arnlp.dates.months"),
        ("facts/a.py", "import arnlp.dates as d", "import arnlp.dates"),
        ("facts/a.py", "from arnlp import dates",
         "from arnlp import dates (say what of it: from arnlp.dates import ...)"),
        ("dates/a.py", "from arnlp.engine.cursor import Cursor", "from arnlp.engine.cursor import Cursor"),
        ("pipeline.py", "def f():\n    from arnlp.dates.months import read", "from arnlp.dates.months import read"),
        ("__init__.py", "HOME = {'arnlp.dates.months': ('read',)}", "'arnlp.dates.months'"),
    ],
)  # fmt: skip
def test_a_side_door_is_named(built, path, source, found):
    house = built(
        {
            "dates/__init__.py": "from arnlp.dates.months import read as find\n__all__ = ['find']\n",
            "dates/months.py": "def read(): ...\n",
            "engine/__init__.py": "",
            path: source,
        }
    )
    name = "arnlp." + path.removesuffix(".py").replace("/", ".")
    name = "arnlp" if path == "__init__.py" else name
    line = source.count("\n") + 1
    assert side_doors(house) == ([f"{name}:{line}: {found}"] if found else [])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = entry.clitics == 'و'", "و"),
        ("x = entry.clitics == '\\u0648'", "و"),
        ("x = norm.startswith(('لل', 'في'))", "لل"),
        ("x = f'ال{stem}'", "ال"),
        ("x = norm[0] in 'وف'", "وف"),
        ("x = norm.endswith('هما')", "هما"),
        ("x = words[-1] in ' و '", "و"),
        ("x = norm.startswith('وا')", ""),
        ("x = norm == 'كل'", ""),
        ("x = norm.endswith(('ات', 'ه'))", ""),
        ("x = 'before the article: ال'", ""),
        ("def f():\n    'ال'", ""),
        ("x = 1  # ال", ""),
    ],
)
def test_a_spelt_clitic_is_named(built, source, found):
    named = spelt_clitics(built({"dates/a.py": source, "text/chars.py": "KAF = 'ك'"}))
    assert named == ([f"arnlp.dates.a:1: {found}"] if found else [])
