"""By which names the network knows the features of a key.

A key is a tuple of the name of a group and what is seen; :data:`NAMES` tells which names a group stands
for. A key is looked up once.
"""

from __future__ import annotations

from collections.abc import Sequence

Key = tuple[str, ...]
Part = Sequence[Key]
Row = list[Part]  # the features of a candidate: those of its head are parts that its phrases share

# The names of a group of features; {0} and on are what its key tells.
NAMES: dict[str, tuple[str, ...]] = {
    "is": ("{0}",),
    "how": ("how={0}", "how={0}/{1}", "how={0}/{2}"),
    "entity": ("type={0}", "type={0}/{3}", "known={1}", "mentions={2}"),
    "far": ("away={0}", "farfunction={1}", "farfirst={2}"),
    "par": ("par={0}", "par={0}/{1}"),
    "text": ("home={1}", "home={0}/{1}", "told={0}/{2}", "told={1}/{2}"),
    "preceded": ("pv={0}",),
    "followed": ("nx={0}",),
    "few": ("few{0}{1}",),
    "often": ("often={0}", "often={0}/{2}", "oftenest={1}"),
    "rank": ("rank={0}", "rank={0}/{1}"),
    "fits": ("fits={0}|{1}", "fits={1}/{2}"),
    "nth": ("nth={0}{1}", "nth={0}{1}/{2}", "nth={0}{1}/{3}"),
    "always": ("h:always:{0}{1}",),
    "head": ("head={0}", "pos={1}", "headpos={1}/{2}"),
    "sense": ("sense={0}", "sense={0}/{1}"),
    "function": ("function={0}", "function={0}/{1}"),
    "form": ("definite={0}", "number={1}", "marker={2}", "marker={2}/{3}"),
    "under": ("under={0}/{1}",),
    "genitive": ("genitive={0}", "genitive={1}"),
    "side": ("side={0}", "side={0}/{1}", "side={0}/{2}", "side={0}/{3}"),
    "distance": ("distance={0}", "distance={0}/{1}"),
    "nouns": ("nouns={0}{1}", "nouns={0}{2}/{3}"),
    "between": (
        "figures={0}{1}", "commas={0}{2}", "verbs={0}{3}", "barriers={0}{4}{5}{6}",
    ),
    "adjacent": ("adjacent", "adjacent/{0}"),
    "part": ("part={0}", "part={0}/{1}", "part={0}/{2}"),
    "path": ("path={0}", "path={0}/{1}", "path={0}/{2}"),
    "steps": ("ups={0}{1}", "sameclause={2}"),
    "pathup": ("pathup={0}|{1}",),
    "proposed": ("proposed={0}", "proposed={0}/{1}", "proposed={0}/{2}"),
    "ruled": ("ruled:{0}", "ruled:{0}/{1}"),
    "measure": ("m:{0}",),
    "last": ("p:{0}:{1}", "p:{0}:{1}{2}"),
    "history": ("h:{0}{1}",),
    "left": ("none:{0}{1}{2}",),
    "none": ("none/{0}",),
    "common": ("{0}={1}",),
}  # fmt: skip


def names(key: Key) -> list[str]:
    """Return the names of the features that a key stands for.

    >>> names(("function", "nsubj", "money"))
    ['function=nsubj', 'function=nsubj/money']
    """
    return [name.format(*key[1:]) for name in NAMES[key[0]]]
