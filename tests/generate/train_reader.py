"""Train the reader of arguments: python tests/generate/train_reader.py DATA [--minutes 4] -> arnlp/facts/reader.npz

DATA is the folder that tests/generate/reader_data.py wrote. Needs torch and a GPU: on one of 2024 it takes some
eight minutes, on a CPU a day. multilingual-e5-small (MIT; Wang and others, 2024) is tuned to tell the
arguments of figures of two thirds of the annotated texts, each figure with the text around it; it then tells
those of figures of raw texts, and of texts in which words gave way to near ones (both a step of TinyBERT,
Jiao and others, 2020). The reader, a small network that reads a text once for all of its figures, learns from
gold and from what the large one tells. ``--kept`` is a file for the weights of the large one: it is read where
it is there, and written where it is not.
"""

import argparse
import math
import pickle
import random
import time
import zlib
from pathlib import Path

import numpy as np
import torch
from e5 import Layer, norm
from ner_file import quantized
from torch import nn

from arnlp.encoder.local_encoder import BLOCK, distances
from arnlp.encoder.word_pieces import BREAK_PIECE as NAMED_BREAK
from arnlp.encoder.word_pieces import UNKNOWN

TARGET = Path(__file__).parents[2] / "arnlp/facts/reader.npz"
ON = torch.device("cuda" if torch.cuda.is_available() else "cpu")
PAD = 2  # behind the numbers of an unknown piece and of a line's end
HEAD, BACK, AHEAD = 100, 290, 118  # pieces that the large network sees: the opening, before, behind
WEIGHTS = torch.tensor([1.0, 1.0, 0.6, 0.6, 0.6], device=ON)  # of the fields
WIDTH, DEPTH, HEADS, INNER, PIECE, WIDE, PAIRS = 128, 4, 4, 384, 64, 128, 64
KINDS, STEP, LONG = 20, 2.2, 11  # as arnlp.facts.reader has them
LONGEST = 24 * BLOCK  # pieces of a text that are learnt from
TIMES = {
    ("en", True): 6,
    ("ar", True): 2,
    ("en", False): 6,
    ("ar", False): 1,
}  # by language and gold
NEAR, COMMON = 12, 200  # pieces that one may give way to, and the commonest ones, which never do


def away(opens, first):
    """Return the kind of each distance of a phrase from its figure."""
    far = opens - first
    kind = np.minimum(KINDS, (np.log2(np.abs(far) + 1) * STEP).astype(int))
    return np.where(far < 0, kind, kind + KINDS)


def on(value):
    """Return an array as a tensor on the device."""
    return torch.from_numpy(np.ascontiguousarray(value)).to(ON)


def log_shares(scores, owner, figures):
    """Return the logarithm of how likely each row is, a figure's together one in all, and whose each is.

    Rows are the candidates of all figures, then none of each.
    """
    owner = torch.cat([owner, torch.arange(figures, device=ON)])
    most = torch.full((figures, 5), -1e9, device=ON)
    most = most.scatter_reduce(0, owner[:, None].expand(-1, 5), scores, "amax")
    total = torch.zeros(figures, 5, device=ON).index_add(0, owner, (scores - most[owner]).exp())
    return scores - most[owner] - total.log()[owner], owner


def loss_of(scores, batch):
    """Return how far scores are from what is right."""
    figures = len(batch["counted"])
    shares, owner = log_shares(scores, batch["owner"], figures)
    lost = torch.zeros(figures, 5, device=ON).index_add(0, owner, -(batch["wanted"] * shares))
    return (lost * batch["counted"] * WEIGHTS).sum() / figures


def step(network, optimizer, batch):
    """Let a network learn from a batch; return its loss."""
    with torch.autocast(ON.type, torch.bfloat16, ON.type == "cuda"):
        loss = loss_of(network(batch), batch)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1)
    optimizer.step()
    return loss.item()


def right(items):
    """Return what is right of items, candidates first and then none of each, and which fields count."""
    wanted = [np.asarray(item["wanted"], np.float32) for item in items]
    rows = np.concatenate([*(w[:-1] for w in wanted), *(w[-1:] for w in wanted)])
    return on(rows), on(np.stack([np.asarray(item["counted"], np.float32) for item in items]))


# -- the large network ----------------------------------------------------------------------


class Teacher(nn.Module):
    """multilingual-e5-small over the text around one figure, and the shares of its candidates."""

    def __init__(self, packed):
        super().__init__()
        width = packed.width
        word = packed.packed("emb.word", packed.words, width)
        self.embed = nn.Embedding.from_pretrained(word, freeze=False)
        self.begin, self.end = packed.words - 2, packed.words - 1
        self.place = nn.Parameter(packed.plain("emb.pos").view(-1, width)[:512].clone())
        self.segment = nn.Parameter(packed.plain("emb.type").view(-1, width)[0].clone())
        self.mark = nn.Embedding(3, width)  # no figure, the figure, another one
        self.norm = norm(packed, "emb.ln", width)
        self.layers = nn.ModuleList(Layer(packed, i) for i in range(packed.layers))
        self.phrase, self.figure = nn.Linear(3 * width, width), nn.Linear(width, width)
        self.away, self.long = nn.Embedding(2 * KINDS + 1, width), nn.Embedding(LONG + 1, width)
        self.seen, self.none = nn.Embedding(2, width), nn.Parameter(torch.zeros(width))
        self.middle, self.out = nn.Linear(width, width), nn.Linear(width, 5)
        self.drop = nn.Dropout(0.1)
        for table in (self.mark, self.away, self.long, self.seen):
            nn.init.normal_(table.weight, 0, 0.02)

    def forward(self, batch):
        """Return scores of candidates, then of none of each figure."""
        pieces, owner, opens, closes = (batch[k] for k in ("pieces", "owner", "opens", "closes"))
        x = (
            self.embed(pieces)
            + self.place[: pieces.shape[1]]
            + self.segment
            + self.mark(batch["marks"])
        )
        x, mask = self.drop(self.norm(x)), (pieces != PAD)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        sums = nn.functional.pad(x.float().cumsum(1), (0, 0, 1, 0))
        mean = (sums[owner, closes + 1] - sums[owner, opens]) / (closes - opens + 1)[:, None]
        figure = self.figure(x[torch.arange(len(x), device=ON), batch["first"]])
        sides = torch.cat([x[owner, opens], x[owner, closes], mean.to(x.dtype)], 1)
        told = self.phrase(sides) + figure[owner] + self.away(batch["away"])
        told = told + self.long(batch["long"]) + self.seen(batch["seen"])
        hidden = self.drop(nn.functional.gelu(torch.cat([told, figure + self.none])))
        return self.out(self.drop(nn.functional.gelu(self.middle(hidden)))).float()


def window(teacher, text, item):
    """Return the pieces around a figure, their marks, and where each piece of the text stands among them."""
    pieces, (first, last) = text["pieces"], item["figure"]
    low, high = max(0, first - BACK), min(len(pieces), last + 1 + AHEAD)
    if low < HEAD + 8:
        low, high = 0, min(len(pieces), 510)
    high = min(high, low + 408) if low else high
    marks = np.zeros(len(pieces), int)
    for start, stop in text["figures"]:
        marks[start : stop + 1] = 2
    marks[first : last + 1] = 1
    at = np.full(len(pieces), -1)
    head = HEAD if low else 0
    at[:head] = np.arange(1, head + 1)
    begin = 2 + head if low else 1
    at[low:high] = np.arange(begin, begin + high - low)
    between = [teacher.end] * bool(low)
    told = [teacher.begin, *pieces[:head], *between, *pieces[low:high], teacher.end]
    return told, [0, *marks[:head], *(0 for _ in between), *marks[low:high], 0], at


def around(teacher, pairs):
    """Return a batch of texts and items for the teacher."""
    windows = [window(teacher, *pair) for pair in pairs]
    size = max(len(told) for told, _, _ in windows)
    pieces, marks = np.full((len(pairs), size), PAD), np.zeros((len(pairs), size), int)
    rows = []
    for row, ((told, marked, at), (_, item)) in enumerate(zip(windows, pairs, strict=True)):
        pieces[row, : len(told)], marks[row, : len(told)] = told, marked
        opens, closes = at[item["opens"]], at[item["closes"]]
        seen = (opens >= 0) & (closes >= 0)
        opens = np.where(seen, opens, 0)
        closes = np.maximum(np.where(seen, closes, 0), opens)
        first = at[item["figure"][0]]
        rows.append((np.full(len(opens), row), opens, closes, away(opens, first), seen, first))
    owner, opens, closes, far, seen = (np.concatenate([r[i] for r in rows]) for i in range(5))
    return {
        "pieces": on(pieces), "marks": on(marks), "owner": on(owner), "opens": on(opens),
        "closes": on(closes), "away": on(far), "long": on(np.minimum(closes - opens, LONG)),
        "seen": on(seen.astype(int)), "first": on(np.array([r[5] for r in rows])),
    }  # fmt: skip


def tuned(packed, texts, epochs=4, size=32):
    """Return the teacher, tuned on the figures of annotated texts."""
    teacher, dice = Teacher(packed).to(ON), random.Random(0)
    pairs = [(text, item) for text in texts for item in text["items"]]
    tables = [*teacher.layers.parameters(), teacher.place, teacher.segment, teacher.embed.weight]
    own = {id(p) for p in (*tables, *teacher.norm.parameters())}
    groups = [[p for p in teacher.parameters() if (id(p) in own) is inside] for inside in (True, False)]  # fmt: skip
    rates = [1e-4, 1e-3]
    optimizer = torch.optim.AdamW([{"params": g} for g in groups], weight_decay=0.01)
    steps = epochs * -(-len(pairs) // size)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.1)
    teacher.train()
    for epoch in range(epochs):
        dice.shuffle(pairs)
        for at in range(0, len(pairs), size):
            part = pairs[at : at + size]
            batch = around(teacher, part)
            batch["wanted"], batch["counted"] = right([item for _, item in part])
            loss = step(teacher, optimizer, batch)
            pace.step()
        print("teacher", epoch, round(loss, 3), flush=True)
    return teacher.eval()


@torch.no_grad()
def label(teacher, texts, size=96):
    """Let the teacher tell of each figure of texts what is likely."""
    pairs = [(text, item) for text in texts for item in text["items"]]
    pairs.sort(key=lambda pair: min(len(pair[0]["pieces"]), 510))
    for at in range(0, len(pairs), size):
        part = pairs[at : at + size]
        batch = around(teacher, part)
        with torch.autocast(ON.type, torch.bfloat16, ON.type == "cuda"):
            shares, _ = log_shares(teacher(batch), batch["owner"], len(part))
        shares, done = shares.exp().cpu().numpy().astype(np.float16), 0
        for row, (_, item) in enumerate(part):
            stop = done + len(item["opens"])
            none = len(batch["owner"]) + row
            item["wanted"] = np.concatenate([shares[done:stop], shares[none : none + 1]])
            item["counted"], done = np.ones(5, np.float32), stop


# -- texts in which words gave way to near ones --------------------------------------------


def kind_of_piece(name):
    """Return what a piece may give way to: pieces of the same script and place in the word, figures as long."""
    letters = name.lstrip("\u2581")
    if letters.isdigit():
        return f"digits {min(len(letters), 4)} {name == letters}"
    if len(letters) < 3 or not letters.isalpha():
        return ""
    script = "latin" if letters.isascii() else "other"
    return f"{script} {name == letters} {letters[:1].isupper()}"


def neighbours(names, vectors, count):
    """Return which pieces each may give way to (itself where none)."""
    dice = np.random.default_rng(0)
    common = set(np.argsort(-count)[:COMMON].tolist())
    kinds = {}
    for number, name in enumerate(names):
        kind = kind_of_piece(name)
        if kind and (number not in common or kind.startswith("digits")):
            kinds.setdefault(kind, []).append(number)
    near = np.repeat(np.arange(len(names))[:, None], NEAR, 1)
    vectors = nn.functional.normalize(vectors, dim=1)
    for kind, own in kinds.items():
        own = np.array(own)
        if kind.startswith("digits") or len(own) <= NEAR:
            near[own] = dice.choice(own, (len(own), NEAR))
        else:
            alike = (vectors[own] @ vectors[own].T).topk(NEAR + 1, 1).indices[:, 1:]
            near[own] = own[alike.numpy()]
    return near


def changed(text, near, dice):
    """Return a text in which a part of the pieces gave way, each to the same one everywhere."""
    found = np.unique(text["pieces"])
    chosen = found[dice.random(len(found)) < dice.random() * 0.35 + 0.1]
    other = np.arange(len(near))
    other[chosen] = near[chosen, dice.integers(0, NEAR, len(chosen))]
    items = [{k: item[k] for k in ("figure", "opens", "closes")} for item in text["items"]]
    return {**text, "pieces": other[text["pieces"]], "items": items}


# -- the reader --------------------------------------------------------------------------------


class Norm(nn.Module):
    """Normalises by the root mean square."""

    def __init__(self, width):
        super().__init__()
        self.g = nn.Parameter(torch.ones(width))

    def forward(self, x):
        """Return what is normalised, scaled."""
        size = x.float().pow(2).mean(-1, keepdim=True)
        return (x.float() * torch.rsqrt(size + 1e-6) * self.g).to(x.dtype)


class SmallLayer(nn.Module):
    """A layer of the reader: LocalEncoder tells what each piece sees."""

    def __init__(self):
        super().__init__()
        self.n1, self.n2 = Norm(WIDTH), Norm(WIDTH)
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.i, self.f = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.rel, self.glob = nn.Parameter(torch.zeros(34, HEADS)), nn.Parameter(torch.zeros(HEADS))
        self.drop = nn.Dropout(0.1)
        for last in (self.o, self.f):
            last.weight.data /= math.sqrt(2 * DEPTH)

    def forward(self, x, seen, kinds):
        """Return the states one layer up."""
        rows, size, width = x.shape
        blocks = size // BLOCK
        three = self.qkv(self.n1(x)).view(rows, blocks, BLOCK, 3, HEADS, width // HEADS)
        asks, keys, values = three.permute(3, 0, 1, 4, 2, 5)
        first = self.glob[:, None, None].expand(HEADS, BLOCK, BLOCK)
        bias = torch.cat([self.rel[kinds].permute(2, 0, 1), first], 2)
        keys, values = within(keys, 3), within(values, 3)
        scores = (asks @ keys.transpose(-1, -2)).float() / math.sqrt(width // HEADS) + bias
        shares = scores.masked_fill(~seen[:, :, None, None], -1e4).softmax(-1).to(values.dtype)
        mixed = (self.drop(shares) @ values).permute(0, 1, 3, 2, 4).reshape(rows, size, width)
        x = x + self.drop(self.o(mixed))
        return x + self.drop(self.f(torch.relu(self.i(self.n2(x)))))


def within(x, at):
    """Return what each block (the second dimension) sees along a dimension: two before, its own, the next, the first."""
    none, blocks = torch.zeros_like(x[:, :1]), x.shape[1]
    wide = torch.cat([none, none, x, none], 1)
    near = [wide[:, i : i + blocks] for i in range(4)]
    return torch.cat([*near, x[:, :1].expand_as(x)], at)


class Small(nn.Module):
    """The reader as it is trained; arnlp.facts.reader has the same in NumPy."""

    def __init__(self, vectors):
        super().__init__()
        self.emb = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.up, self.mark = nn.Linear(PIECE, WIDTH), nn.Embedding(2, WIDTH)
        self.layers, self.n = nn.ModuleList(SmallLayer() for _ in range(DEPTH)), Norm(WIDTH)
        self.abc, self.ff = nn.Linear(WIDTH, 3 * WIDE), nn.Linear(WIDTH, 2 * WIDE)
        self.pk, self.pq = nn.Linear(WIDTH, PAIRS), nn.Linear(WIDTH, PAIRS)
        self.dist, self.len = nn.Embedding(2 * KINDS + 1, WIDE), nn.Embedding(LONG + 1, WIDE)
        self.none, self.nonek = nn.Parameter(torch.zeros(WIDE)), nn.Parameter(torch.ones(PAIRS))
        self.mid, self.out = nn.Linear(WIDE + PAIRS, 64), nn.Linear(64, 5)
        self.drop = nn.Dropout(0.1)
        self.register_buffer("kinds", torch.from_numpy(distances()), persistent=False)
        for table in (self.mark, self.dist, self.len):
            nn.init.normal_(table.weight, 0, 0.02)

    def forward(self, batch):
        """Return scores of candidates, then of none of each figure."""
        pieces, owner, opens, closes = (batch[k] for k in ("pieces", "owner", "opens", "closes"))
        rows, size = pieces.shape
        there = (pieces != PAD).view(rows, -1, BLOCK)
        seen = within(there, 2)
        seen[:, :3, 4 * BLOCK :] = False  # the first block is near
        x = self.drop(self.up(self.emb(pieces)) + self.mark(batch["marks"]))
        for layer in self.layers:
            x = layer(x, seen, self.kinds)
        x = self.n(x).reshape(rows * size, WIDTH)
        three, two = self.abc(x), self.ff(x)
        sums = nn.functional.pad(
            three[:, 2 * WIDE :].float().view(rows, size, WIDE).cumsum(1), (0, 0, 1, 0)
        )
        sums = sums.reshape(-1, WIDE)
        text = opens // size  # rows of sums are one longer
        mean = (sums[closes + 1 + text] - sums[opens + text]) / (closes - opens + 1)[:, None]
        figure = two[batch["first"], :WIDE] + two[batch["last"], WIDE:]
        told = three[opens, :WIDE] + three[closes, WIDE : 2 * WIDE] + mean.to(three.dtype)
        told = told + figure[owner] + self.dist(batch["away"]) + self.len(batch["long"])
        hidden = self.drop(torch.relu(torch.cat([told, figure + self.none])))
        asks = self.pq(x[batch["first"]])
        pairs = torch.cat([self.pk(x[opens]) * asks[owner], self.nonek * asks])
        return self.out(torch.relu(self.mid(torch.cat([hidden, pairs], 1)))).float()


def whole_texts(texts, most=32_768):
    """Return batches of whole texts of about one length, with all of their figures."""
    order = []
    for text in texts:
        size = min(LONGEST, -(-len(text["pieces"]) // BLOCK) * BLOCK)
        items = [i for i in text["items"] if max(i["closes"].max(), i["figure"][1]) < size]
        if items:
            order.append((size, len(order), text, items))
    order.sort()
    batches = []
    while order:
        count = max(n for n in range(1, len(order) + 1) if n == 1 or n * order[n - 1][0] <= most)
        batches.append(packed_texts(order[:count]))
        order = order[count:]
    return batches


def packed_texts(part):
    """Return a batch of texts."""
    size = part[-1][0]
    pieces, marks = np.full((len(part), size), PAD), np.zeros((len(part), size), int)
    rows, lot = [], []
    for row, (_, _, text, items) in enumerate(part):
        own = text["pieces"][:size]
        pieces[row, : len(own)] = own
        for first, last in text["figures"]:
            marks[row, first : last + 1] = 1
        for item in items:
            opens, (first, last), start = item["opens"], item["figure"], row * size
            closes = np.maximum(item["closes"], opens)
            far, long = away(opens, first), np.minimum(closes - opens, LONG)
            owner = np.full(len(opens), len(lot))
            rows.append(
                (owner, start + opens, start + closes, far, long, start + first, start + last)
            )
            lot.append(item)
    names = ("owner", "opens", "closes", "away", "long")
    batch = {name: on(np.concatenate([r[i] for r in rows])) for i, name in enumerate(names)}
    batch |= {name: on(np.array([r[i] for r in rows])) for i, name in ((5, "first"), (6, "last"))}
    batch["wanted"], batch["counted"] = right(lot)
    return {**batch, "pieces": on(pieces), "marks": on(marks)}


def taught(texts, vectors, seconds, rate=2e-3):
    """Return the reader, trained for a while."""
    batches, dice = whole_texts(texts), random.Random(0)
    small = Small(vectors).to(ON)
    optimizer = torch.optim.AdamW(small.parameters(), lr=rate, weight_decay=0.05, betas=(0.9, 0.98))
    began = time.time()
    done = 0.0
    while done < 1:
        dice.shuffle(batches)
        total = 0.0
        for batch in batches:
            done = (time.time() - began) / seconds
            pace = min(1, 0.05 + 10 * done) * max(
                0.001, 0.5 + 0.5 * math.cos(math.pi * min(done, 1))
            )
            for group in optimizer.param_groups:
                group["lr"] = rate * pace
            loss = step(small, optimizer, batch)
            total += loss
        print(f"reader {done:.2f} {total / len(batches):.3f}", flush=True)
    return small.eval()


def shipped(small, names, likely):
    """Return the arrays of the file: matrices in bytes with a scale for each row."""
    data = {
        "pieces": np.frombuffer("\0".join(names).encode(), np.uint8),
        "likely": np.array(likely, np.float16), "shape": np.array([DEPTH, HEADS], np.int32),
    }  # fmt: skip
    for name, tensor in small.state_dict().items():
        plain = tensor.float().cpu().numpy()
        plain = np.delete(plain, PAD, 0) if name == "emb.weight" else plain
        if plain.ndim == 2 and plain.size > 400 and "rel" not in name:
            data[name], data[f"{name}|"] = quantized(plain)
        else:
            data[name] = plain.astype(np.float16)
    return data


def main():
    """Train and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--minutes", type=float, default=4, help="how long the reader is trained")
    parser.add_argument("--kept", type=Path, help="a file of the weights of the large model")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.manual_seed(0)
    gold, raw, packed = (
        pickle.loads(zlib.decompress((options.data / f"{name}.pkl.z").read_bytes()))
        for name in ("gold", "raw", "e5")
    )
    dice = np.random.default_rng(0)
    for text in (*gold, *raw):
        text["pieces"] = text["pieces"].astype(int)
        for item in text["items"]:
            item |= {end: item[end].astype(int) for end in ("opens", "closes")}
    names = ["", "", "", *packed.numbers]
    gold = [text for text in gold if not text["kept"]]
    word = packed.packed("emb.word", packed.words, packed.width)[: len(names)]
    count = np.bincount(np.concatenate([t["pieces"] for t in gold]), minlength=len(names))
    near = neighbours(names, word, count)
    more = [
        changed(text, near, dice)
        for of_gold, texts in ((True, gold), (False, raw))
        for text in texts
        for _ in range(TIMES[text["language"], of_gold])
    ]
    if options.kept and options.kept.exists():
        teacher = Teacher(packed)
        teacher.load_state_dict(torch.load(options.kept))
        teacher = teacher.float().to(ON).eval()
    else:
        teacher = tuned(packed, gold)
        if options.kept:
            torch.save({k: v.half().cpu() for k, v in teacher.state_dict().items()}, options.kept)
    label(teacher, [*raw, *more])
    left, sizes, _ = torch.linalg.svd(word, full_matrices=False)
    vectors = left[:, :PIECE] * sizes[:PIECE]
    small = taught([*gold, *raw, *more], vectors / vectors.std() / 2, 60 * options.minutes)
    likely = [0.0, 0.0, *packed.scores]
    np.savez_compressed(options.out, **shipped(small, [UNKNOWN, NAMED_BREAK, *names[3:]], likely))
    print(options.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
