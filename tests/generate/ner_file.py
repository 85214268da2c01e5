"""Writes the file of the statistical model of names, in the order in which arnlp reads it.

Features that the chain knows come first, so that one look-up serves both models; words are sorted,
so that they are found without a table of them. What does not shrink is stored as it is, for it is
read at the first extraction.
"""

import io
import zipfile
import zlib

import numpy as np

DISTANCES = range(-2, 3)
_SHRINKS = 0.85  # an array that takes more than this part of itself when packed is not


def quantized(matrix):
    """Return a matrix as bytes and the scale of each row, its last axis."""
    scale = np.abs(matrix).max(-1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float16)[..., 0]


def features_of(embed, chain):
    """Return the arrays of features: names, embeddings, weights of the chain by distance.

    ``embed`` has a row by name, ``chain`` a row of labels by "distance:name". The last row of each
    matrix is that of no feature.
    """
    known, wide = _by_distance(chain)
    names = [*known, *sorted(embed.keys() - known)]
    none = np.zeros_like(next(iter(embed.values())))
    embed_bytes, embed_scale = quantized(np.stack([*(embed.get(n, none) for n in names), none]))
    return {
        "features": text(names), "embed": embed_bytes, "embed_scale": embed_scale, **wide,
    }  # fmt: skip


def chain_of(chain):
    """Return the arrays of a chain alone, as those of :func:`features_of`."""
    known, wide = _by_distance(chain)
    return {"features": text(list(known)), **wide}


def _by_distance(chain):
    """Return the names that a chain knows, and the arrays of their weights by distance."""
    found = {}
    for key, row in chain.items():
        distance, _, name = key.partition(":")
        found.setdefault(name, {})[int(distance)] = row
    known = dict.fromkeys(sorted(found))
    nothing = np.zeros_like(next(iter(chain.values())))
    wide = [[found[name].get(d, nothing) for d in DISTANCES] for name in known]
    wide_bytes, wide_scale = quantized(np.array([*wide, [nothing] * len(DISTANCES)]))
    return known, {"wide": wide_bytes, "wide_scale": wide_scale}


def vectors_of(words, rows):
    """Return the arrays of word vectors: the words in order, a row of bytes for each."""
    order = sorted(range(len(words)), key=words.__getitem__)
    vectors, vector_scale = quantized(rows[order])
    named = text([words[i] for i in order])
    return {"words": named, "vectors": vectors, "vector_scale": vector_scale}


def text(items):
    """Return strings as bytes, one a line."""
    return np.frombuffer("\n".join(items).encode("utf-8"), np.uint8)


def write(target, arrays):
    """Write arrays by name to a file that ``numpy.load`` reads, each packed where it shrinks."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w") as file:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            whole = buffer.getvalue()
            shrinks = len(zlib.compress(whole)) < _SHRINKS * len(whole)
            entry = zipfile.ZipInfo(f"{name}.npy")  # with the same date always
            file.writestr(entry, whole, zipfile.ZIP_DEFLATED if shrinks else zipfile.ZIP_STORED)
