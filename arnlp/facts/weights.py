"""The weights of the small models of this engine: a table of names and numbers for each."""

from __future__ import annotations

from importlib.resources import files


def weights_in(name: str) -> dict[str, float]:
    """Return the weights of a table by name.

    >>> weights_in("repeat_weights.tsv")["rare"] > 0
    True
    """
    lines = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("# "))
    return {key: float(weight) for key, weight in rows}
