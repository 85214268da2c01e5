"""What follows from a verb by rule: its passive stems, its masdar of forms II to X, its participles.

All forms are in the Buckwalter transliteration.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SHORT = re.compile(r"[aiu](?![Ayw](?![aiuo~]))")  # not the half of a long vowel


class Stem(NamedTuple):
    """A stem with the conditions that it sets."""

    form: str
    sets: str = ""


def _swap(sets: str, changes: dict[str, str]) -> str:
    return " ".join(changes.get(token, token) for token in sets.split())


_PERFECT_ENDS = {"#-ay": "#-iy", "#-aw": "#-iy", "#-aA": "#-iy", "#->ay": "#-}iy", "#-A'": "#-iy'"}
_IMPERFECT_ENDS = {
    "#-iy": "#-aY", "#-uw": "#-aY", "#-u&": "#-a>", "#-iy'": "#-A'", "#-uw'": "#-A'", "a-#": "u-#",
}  # fmt: skip


def perfect_passive(form: str, sets: str) -> Stem | None:
    """Return the passive of a perfective stem.

    >>> perfect_passive("{isotaxodam", "trans")
    Stem(form='{usotuxodim', sets='trans')
    >>> perfect_passive("HaAwal", ""), perfect_passive("qaAl", ""), perfect_passive("{ixotaAr", "")
    (Stem(form='Huwwil', sets=''), Stem(form='qiyl', sets=''), Stem(form='{uxotiyr', sets=''))
    """
    if "Frozen" in sets:
        return None
    tokens = sets.split()
    if "#-a>" in tokens:
        inner = perfect_passive(form + "a>", " ".join(t for t in tokens if t != "#-a>"))
        return inner and Stem(inner.form[:-1] + "}", inner.sets)
    form = form.replace("|", ">aA") if form.startswith("|") else form
    ends_open = any(token in _PERFECT_ENDS or token.startswith("#-") for token in tokens)
    vowels = [m.start() for m in re.finditer(r"[aiu]", form)]
    if not vowels:
        return Stem(form, _swap(sets, _PERFECT_ENDS))
    last = vowels[-1]
    out = list(form)
    for at in vowels:
        long = form[at : at + 2] == "aA"
        high = at == last and not ends_open
        out[at] = "i" if high else "u"
        if long:
            out[at + 1] = "y" if high else "w"
    made = "".join(out).replace("u>i", "u}i")
    if form.startswith(">aA"):
        made = ">uw" + made[3:]
    return Stem(made, _swap(sets, _PERFECT_ENDS))


def imperfect_passive(form: str, sets: str, root: str) -> Stem | None:
    """Return the passive of an imperfective stem.

    >>> imperfect_passive("qowl", "a-# trans", "q.w.l"), imperfect_passive("Eid", "a-# trans", "w.E.d")
    (Stem(form='qowl', sets='u-# trans'), Stem(form='wEad', sets='u-# trans'))
    >>> imperfect_passive("quwl", "a-# trans", "q.w.l")
    Stem(form='qaAl', sets='u-# trans')
    """
    if "Frozen" in sets or "#->ay" in sets.split():
        return None
    made = re.sub(r"(?:iy|uw)(?![aiuo~])", "aA", form)
    made = re.sub(r"[iu](?!w~|y~)", "a", made)
    if root.startswith("w.") and re.fullmatch(r"[^aiuoAwy~][aiu][^aiuoA~]?", form):
        made = "w" + made
    return Stem(made, _swap(sets, _IMPERFECT_ENDS))


# Masdars of forms II to X and of verbs of four letters: the lemma, the masdar, what its end is.
# C stands for a consonant.
_MASDARS: tuple[tuple[str, str, str], ...] = (
    # X
    (r"{isotawoCaC", r"{isotiy\1aA\2", ""),
    (r"{isotaCoCaC", r"{isoti\1o\2aA\3", ""),
    (r"{isotaCaC~", r"{isoti\1o\2aA\2", ""),
    (r"{isotaCaAC", r"{isoti\1aA\2ap", ""),
    (r"{isotaCoCaY", r"{isoti\1o\2aA", "#A'"),
    # VII, VIII, with what letters have become one
    (r"{iCoCaCaC", r"{i\1o\2i\3aA\4", ""),
    (r"{iCoCaC~", r"{i\1o\2i\3aA\3", ""),
    (r"{iCoCaAC", r"{i\1o\2iyaA\3", ""),
    (r"{iCoCaCaY", r"{i\1o\2i\3aA", "#A'"),
    (r"{iC~aCaC", r"{i\1~i\2aA\3", ""),
    (r"{iC~aC~", r"{i\1~i\2aA\2", ""),
    (r"{iC~aAC", r"{i\1~iyaA\2", ""),
    (r"{iC~aCaY", r"{i\1~i\2aA", "#A'"),
    (r"{iCoCaCaC~", r"{i\1o\2i\3oC", "-"),
    # V, VI, and of four letters
    (r"taCaC~aC", r"ta\1a\2~u\3", ""),
    (r"taCaC~aY", r"ta\1a\2~", "#iy"),
    (r"taCaACaC", r"ta\1aA\2u\3", ""),
    (r"taCaACaY", r"ta\1aA\2", "#iy"),
    (r"taCaAC~", r"ta\1aA\2~", ""),
    (r"taCaCoCaC", r"ta\1a\2o\3u\4", ""),
    # IV
    (r">awoCaC", r"<iy\1aA\2", ""),
    (r">ayoCaC", r"<iy\1aA\2", ""),
    (r">awoCaY", r"<iy\1aA", "#A'"),
    (r">aCoCaC", r"<i\1o\2aA\3", ""),
    (r">aCoCaY", r"<i\1o\2aA", "#A'"),
    (r">aCaC~", r"<i\1o\2aA\2", ""),
    (r">aCaAC", r"<i\1aA\2ap", ""),
    (r"\|CaC", r"<iy\1aA\2", ""),
    # II
    (r"CaC~aC", r"ta\1o\2iy\3", ""),
    (r"CaC~aY", r"ta\1o\2iyap", ""),
    # III
    (r"CaACaC", r"mu\1aA\2a\3ap", ""),
    (r"CaACaY", r"mu\1aA\2aAp", ""),
    (r"CaAC~", r"mu\1aA\2~ap", ""),
    # of four letters
    (r"CaCoCaC", r"\1a\2o\3a\4ap", ""),
)  # fmt: skip
_CONSONANT = r"([^aiuo~AYpFNK{])"
_MASDAR_RULES = [
    (re.compile(lemma.replace("C", _CONSONANT)), masdar, end) for lemma, masdar, end in _MASDARS
]


def masdar(lemma: str) -> Stem | None:
    """Return the masdar of a verb of forms II to X, or of four letters; of form I none.

    >>> [masdar(v).form for v in "{irotafaE >aEolan Haq~aq $aArak taEaAwan taTaw~ar".split()]
    ['{irotifaAE', '<iEolaAn', 'taHoqiyq', 'mu$aArakap', 'taEaAwun', 'taTaw~ur']
    >>> [masdar(v).form for v in "{isotamar~ >aqaAm {it~afaq {ixotaAr bar~a> hay~a>".split()]
    ['{isotimoraAr', '<iqaAmap', '{it~ifaAq', '{ixotiyaAr', 'taboriy}', 'tahoyi}ap']
    >>> masdar("{intahaY"), masdar("{inotahaY"), masdar("kataba")
    (None, Stem(form='{inotihaA', sets="#A'"), None)
    """
    if lemma.endswith("y~a>"):
        return Stem(f"ta{lemma[0]}oyi}}ap")
    for rule, made, end in _MASDAR_RULES:
        match = rule.fullmatch(lemma)
        if match:
            if end == "-":
                return None
            return _with_hamza(match.expand(made), end)
    return None


def _with_hamza(form: str, end: str) -> Stem:
    """Write the hamza at the end of a masdar, or before it, as its neighbours ask."""
    form = form.replace("awo|", "|").replace("<iyo", "<iy")
    if re.search(r"aA[>&}]$", form):
        return Stem(form[:-1], "#A'")
    form = re.sub(r"u>$", "u&", re.sub(r"iy>$", "iy}", form))
    form = re.sub(r"i>", "i}", form)
    form = re.sub(r"a>aA|>aA", "|", form) if not form.startswith((">", "<")) else form
    return Stem(form, end)


def participles(lemma: str, imperfect: str, sets: str, root: str) -> dict[str, Stem]:
    """Return the active and passive participle of a verb, from its lemma and imperfective stem.

    >>> participles("Haq~aq", "Haq~iq", "u-# trans", "H.q.q")["Act"].form
    'muHaq~iq'
    >>> participles("balag-u", "bolug", "a-# trans", "b.l.g")
    {'Act': Stem(form='baAlig', sets=''), 'Pass': Stem(form='maboluwg', sets='')}
    """
    word = re.sub(r"[-_].*", "", lemma)
    first = _first_form(word, root)
    if first is not None:
        return first
    tokens = sets.split()
    if any(t.startswith("#-") and t not in ("#-iy", "#-aY", "#-a>") for t in tokens):
        return {}
    stem = ("u&o" if ">-#" in tokens else "u") + imperfect
    if "#-iy" in tokens or "#-aY" in tokens:
        return {"Act": Stem("m" + stem, "#iy"), "Pass": Stem("m" + stem, "#aY-Ap-y")}
    if "#-a>" in tokens:
        return {"Act": Stem("m" + stem + "i}"), "Pass": Stem("m" + stem, "#a>")}
    at = max((m.start() for m in re.finditer("[aiu]", stem)), default=0)
    if stem[at : at + 2] in ("aA", "iy", "uw") and len(stem) == at + 3:  # hollow
        low, high = stem[:at] + "aA" + stem[-1], stem[:at] + "iy" + stem[-1]
        return {"Act": Stem("m" + (high if "u-#" in tokens else stem)), "Pass": Stem("m" + low)}
    return {
        "Act": Stem("m" + stem[:at] + "i" + stem[at + 1 :]),
        "Pass": Stem("m" + stem[:at] + "a" + stem[at + 1 :]),
    }


def _first_form(word: str, root: str) -> dict[str, Stem] | None:
    letters = root.split(".")
    if len(letters) != 3:
        return None
    one, two, three = letters
    head = {">": "|"}.get(one, one + "aA")
    if re.fullmatch(r"[^aiuoA{][aiu][^aiuoA~][aiu][^aiuoAY~]", word):
        last = {">": "}"}.get(three, three)
        middle = {">": "}"}.get(two, two)
        passive = {">": "uw'"}.get(three, "uw" + three)
        return {
            "Act": Stem(head + middle + "i" + last),
            "Pass": Stem(f"ma{one}o{two}{passive}"),
        }
    if re.fullmatch(r"[^aiuoA{]a[^aiuoA~]~", word):
        return {"Act": Stem(f"{head}{two}~"), "Pass": Stem(f"ma{one}o{two}uw{two}")}
    if re.fullmatch(r"[^aiuoA{]aA[^aiuoA~]", word):
        passive = f"ma{one}uw{three}" if two == "w" else f"ma{one}iy{three}"
        act = Stem(f"{head}}}i{three}") if three != ">" else Stem(head, "#A}iy")
        return {"Act": act, "Pass": Stem(passive)}
    if re.fullmatch(r"[^aiuoA{]a[^aiuoA~](?:aA|aY)|[^aiuoA{]a[^aiuoA~]iy", word):
        return {
            "Act": Stem(head + {">": "}"}.get(two, two), "#iy"),
            "Pass": Stem(
                f"ma{one}o{two}" + ("uw~" if three == "w" and word.endswith("aA") else "iy~")
            ),
        }
    return None
