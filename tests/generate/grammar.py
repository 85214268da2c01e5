"""Train the models of words: python tests/generate/grammar.py LANGUAGE SYNTAX [--silver FILE...] [--out FILE] (needs torch)

SYNTAX is a folder with the treebanks (en-ewt-*, ar-pud-dev, en-pud-dev as CoNLL-U); silver files are those
that tests/generate/grammar_teacher.py wrote: sentences of raw text with what a large model says of each
word. One network is trained for parts of speech, heads and relations; arnlp/encoder/README.md is its card.
"""

import argparse
import pickle
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from ud import read

from arnlp.encoder.grammar_features import grammar_features
from arnlp.text.tokens import kind_of

TARGETS = Path(__file__).parents[2] / "arnlp/encoder"
POS = [
    "NOUN",
    "VERB",
    "PROPN",
    "ADJ",
    "ADP",
    "PUNCT",
    "PRON",
    "DET",
    "NUM",
    "ADV",
    "CCONJ",
    "AUX",
    "SCONJ",
    "PART",
    "X",
    "SYM",
    "INTJ",
]
RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:tmod",
    "nmod",
    "nmod:poss",
    "amod",
    "nummod",
    "det",
    "case",
    "mark",
    "cc",
    "conj",
    "advmod",
    "advcl",
    "acl",
    "acl:relcl",
    "ccomp",
    "xcomp",
    "csubj",
    "appos",
    "flat",
    "compound",
    "compound:prt",
    "fixed",
    "aux",
    "aux:pass",
    "cop",
    "parataxis",
    "punct",
    "root",
    "expl",
    "dep",
]
LIKE = {
    "obl:unmarked": "obl:tmod", "list": "parataxis", "goeswith": "flat", "discourse": "dep",
    "vocative": "dep", "orphan": "dep", "dislocated": "dep", "reparandum": "dep",
}  # fmt: skip
TREEBANKS = {"ar": ("ar-pud-dev",), "en": ("en-pud-dev", "en-ewt-dev", "en-ewt-test")}
AGAIN = {"ar": 3, "en": 2}  # how often the first treebank is read beside silver sentences
LONGEST = 80  # words of a sentence that is trained on
DISTANCES = [-40, -20, -12, -8, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 8, 12, 20, 40]
WIDTH, HIDDEN, ARC, RELATED = 80, 96, 56, 64
STEPS = (1, 2, 2, 1)
LEAST, MOST = 3, 16_000  # times that a feature is seen, and features
LEXICAL = ("w=", "l=")  # dropped together in a part of the words, so that the rest learns too
LOSE_WORD, LOSE_FEATURE = 0.3, 0.08
BATCH = 900  # words
KEPT = 3  # epochs whose weights are averaged
OWN, OWN_EPOCHS = 2, 20  # networks trained on treebanks alone that have a say in silver sentences
TEACHER_POS, TEACHER_ARCS = 0.4, 0.75  # the teacher's share: it knows no morphology, but sees far


def relation_of(name):
    """Return the relation that the model has for one of UD's."""
    name = LIKE.get(name, name)
    if name in RELATIONS:
        return name
    base = name.partition(":")[0]
    return base if base in RELATIONS else "dep"


def sentences(path):
    """Return the sentences of a treebank as words, parts of speech, heads and relations by number."""
    out = []
    for found in read(path):
        after = [s + len(w) for s, w in zip(found.starts, found.words, strict=True)]
        relations = [
            RELATIONS.index("root" if head < 0 else relation_of(name))
            for name, head in zip(found.relations, found.heads, strict=True)
        ]
        out.append(
            {
                "words": found.words,
                "spaced": [not i or found.starts[i] > after[i - 1] for i in range(len(after))],
                "pos": [POS.index(pos) for pos in found.pos],
                "heads": found.heads,
                "relations": relations,
            }
        )
    return out


_seen = {}


def features_of(word):
    """Return the features of a word, computed once."""
    found = _seen.get(word)
    if found is None:
        found = _seen[word] = grammar_features(word, kind_of(word))
    return found


def vocabulary(data):
    """Return the features that are seen often enough, with their numbers from 1."""
    count = Counter()
    for sentence in data:
        for word in sentence["words"]:
            count.update(set(features_of(word)))
    kept = sorted((f for f, n in count.items() if n >= LEAST), key=lambda f: (-count[f], f))[:MOST]
    return {feature: i for i, feature in enumerate(sorted(kept), 1)}


def padded(batch, key, size, off=0):
    """Return the labels of a batch as a matrix, -100 where no word is."""
    out = torch.full((len(batch), size), -100)
    for row, sentence in enumerate(batch):
        out[row, : len(sentence[key])] = torch.tensor(sentence[key]) + off
    return out


class Network(nn.Module):
    """The network that arnlp/encoder/grammar.py runs."""

    def __init__(self, features, drop):
        super().__init__()
        self.features = features
        self.embed = nn.EmbeddingBag(len(features) + 1, WIDTH, mode="sum")
        nn.init.normal_(self.embed.weight, 0, 0.1)
        self.bias = nn.Parameter(torch.zeros(WIDTH))
        self.first = nn.Conv1d(WIDTH, HIDDEN, 3, padding=1)
        self.next = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, 3, padding=step, dilation=step) for step in STEPS
        )
        both = HIDDEN + WIDTH
        self.drop, self.pos = nn.Dropout(drop), nn.Linear(both, len(POS))
        self.dependent, self.governor = nn.Linear(both, ARC), nn.Linear(both, ARC)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        nn.init.normal_(self.arc, 0, 0.05)
        self.root, self.related_root = (
            nn.Parameter(torch.zeros(ARC)),
            nn.Parameter(torch.zeros(RELATED)),
        )
        self.distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1))
        self.relation_distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1, len(RELATIONS)))
        self.related, self.relating = nn.Linear(both, RELATED), nn.Linear(both, RELATED)
        self.relation = nn.Linear(3 * RELATED, len(RELATIONS))
        self.known = {}

    def ids(self, word):
        """Return the numbers of a word's features, and which of them are lexical."""
        found = self.known.get(word)
        if found is None:
            own = [f for f in features_of(word) if f in self.features]
            found = ([self.features[f] for f in own], [f[:2] in LEXICAL for f in own])
            self.known[word] = found
        return found

    def states(self, batch):
        """Return the states of the words of sentences, and where words are."""
        ids, starts = [], []
        for word in (word for sentence in batch for word in sentence["words"]):
            own, lexical = self.ids(word)
            starts.append(len(ids))
            if self.training:
                lose = random.random() < LOSE_WORD
                own = [
                    i
                    for i, bare in zip(own, lexical, strict=True)
                    if not (bare and lose) and random.random() > LOSE_FEATURE
                ]
            ids += own
        rows = torch.tanh(self.embed(torch.tensor(ids or [0]), torch.tensor(starts)) + self.bias)
        sizes = [len(sentence["words"]) for sentence in batch]
        words = nn.utils.rnn.pad_sequence(list(torch.split(rows, sizes)), batch_first=True)
        live = torch.arange(words.shape[1])[None] < torch.tensor(sizes)[:, None]
        mask = live[:, :, None]
        words = self.drop(words) * mask
        state = torch.relu(self.first(words.transpose(1, 2))).transpose(1, 2) * mask
        for layer in self.next:
            more = torch.relu(layer(self.drop(state).transpose(1, 2))).transpose(1, 2)
            state = (state + more) * mask
        return self.drop(torch.cat([state, words], 2)), live

    def forward(self, batch):
        """Return scores of parts of speech, of heads (the first is the root), and what relations need."""
        states, live = self.states(batch)
        rows, size, _ = states.shape
        own = self.drop(torch.relu(self.dependent(states)))
        above = self.drop(torch.relu(self.governor(states)))
        above = torch.cat([self.root.expand(rows, 1, -1), above], 1)
        arcs = (torch.cat([own, torch.ones_like(own[..., :1])], 2) @ self.arc) @ above.transpose(
            1, 2
        )
        place = np.arange(size)
        bucket = torch.from_numpy(np.searchsorted(DISTANCES, place[None] - place[:, None]))
        arcs = arcs + torch.cat([torch.zeros(size, 1), self.distance[bucket]], 1)
        may = torch.cat([torch.ones(rows, 1, dtype=torch.bool), live], 1)
        arcs = arcs.masked_fill(~may[:, None, :], -1e4) - 1e4 * torch.eye(size + 1)[1:][None]
        related = self.drop(torch.relu(self.related(states)))
        relating = self.drop(torch.relu(self.relating(states)))
        relating = torch.cat([self.related_root.expand(rows, 1, -1), relating], 1)
        return self.pos(states), arcs, related, relating, live

    def relations(self, related, relating, heads):
        """Return scores of the relations of words to their heads (0 is the root)."""
        above = torch.gather(relating, 1, heads[:, :, None].expand(-1, -1, relating.shape[2]))
        far = heads - 1 - torch.arange(heads.shape[1])[None]
        bucket = torch.from_numpy(np.searchsorted(DISTANCES, far.numpy()))
        scores = self.relation(torch.cat([related * above, related, above], 2))
        return scores + self.relation_distance[bucket] * (heads > 0)[:, :, None]


def loss_of(model, batch):
    """Return the loss of a batch, of gold sentences or of silver ones."""
    pos, arcs, related, relating, live = model(batch)
    size = pos.shape[1]
    heads = padded(batch, "heads", size, 1)
    names = model.relations(related, relating, heads.clamp(min=0)).transpose(1, 2)
    wanted = padded(batch, "relations", size)
    entropy = nn.functional.cross_entropy
    if "pos_scores" not in batch[0]:
        return (
            entropy(pos.transpose(1, 2), padded(batch, "pos", size), label_smoothing=0.04)
            + entropy(arcs.transpose(1, 2), heads)
            + entropy(names, wanted, label_smoothing=0.04)
        )
    soft_pos = torch.zeros(pos.shape)
    soft_arcs = torch.zeros(arcs.shape)
    sure = torch.zeros(len(batch), size)
    for row, sentence in enumerate(batch):
        n = len(sentence["words"])
        soft_pos[row, :n] = torch.from_numpy(sentence["pos_scores"].astype(np.float32)).exp()
        soft_arcs[row, :n, : n + 1] = torch.from_numpy(
            sentence["arc_scores"].astype(np.float32)
        ).exp()
        sure[row, :n] = torch.from_numpy(sentence["sure"])
    words = live.sum()
    of_pos = -(soft_pos * torch.log_softmax(pos, 2)).sum() / words
    of_arcs = -(soft_arcs * torch.log_softmax(arcs, 2).clamp(min=-30)).sum() / words
    return of_pos + of_arcs + (entropy(names, wanted, reduction="none") * sure).sum() / words


def batches(data, dice, words):
    """Return sentences of like length in batches of about so many words, in random order."""
    order = sorted(range(len(data)), key=lambda i: len(data[i]["words"]) + dice.random() * 6)
    out, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * len(data[i]["words"]) > words:
            out.append(batch)
            batch = []
        batch.append(data[i])
    if batch:
        out.append(batch)
    dice.shuffle(out)
    return out


def train(gold, silver, epochs, drop, seed=0, log=""):
    """Train a network; the weights of its last epochs are averaged."""
    random.seed(seed)
    torch.manual_seed(seed)
    dice = random.Random(seed)
    model = Network(vocabulary(gold + silver), drop)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-4)
    kept, start = [], time.time()
    for epoch in range(epochs):
        model.train()
        todo = batches(gold, dice, BATCH) + batches(silver, dice, 2 * BATCH)
        dice.shuffle(todo)
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * max(0.04, 1 - epoch / epochs)
        total = 0.0
        for batch in todo:
            optimizer.zero_grad()
            loss = loss_of(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimizer.step()
            total += loss.item()
        if epoch >= epochs - KEPT:
            kept.append({name: value.clone() for name, value in model.state_dict().items()})
        if log:
            print(
                log, epoch, round(total / len(todo), 3), f"{time.time() - start:.0f} s", flush=True
            )
    model.load_state_dict({name: torch.stack([k[name] for k in kept]).mean(0) for name in kept[0]})
    model.eval()
    return model


def mixed(models, silver):
    """Return silver sentences whose scores are those of their teacher and of networks together.

    The scores are averaged as logarithms. The relations are the teacher's, for the heads that stay.
    """
    out = []
    for sentence in silver:
        with torch.no_grad():
            said = [model([sentence]) for model in models]
        pos = np.mean([torch.softmax(one[0][0], 1).numpy() for one in said], 0)
        arcs = np.mean([torch.softmax(one[1][0], 1).numpy() for one in said], 0)
        parts = (
            ("pos_scores", TEACHER_POS, pos, -1e9),
            ("arc_scores", TEACHER_ARCS, arcs, -30),
        )
        own = dict(sentence)
        for name, share, ours, least in parts:
            theirs = np.maximum(sentence[name].astype(np.float32), least)
            both = share * theirs + (1 - share) * np.maximum(np.log(ours + 1e-12), least)
            own[name] = (both - np.log(np.exp(both).sum(1, keepdims=True))).astype(np.float16)
        same = own["arc_scores"].argmax(1) - 1 == np.array(sentence["heads"])
        own["sure"] = np.where(same, sentence["sure"], 0).astype(np.float32)
        out.append(own)
    return out


def arrays(model):
    """Return a network as the arrays that arnlp/encoder/grammar.py reads."""
    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    names = sorted(model.features, key=model.features.get)
    rows = state["embed.weight"][1 : len(names) + 1]
    scale = np.abs(rows).max(1) / 127 + 1e-9

    def lines(items):
        return np.frombuffer("\n".join(items).encode(), np.uint8)

    def half(array):
        return array.astype(np.float16)

    def window(weight):
        return half(weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))

    out = {
        "features": lines(names),
        "embed": np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8),
        "embed_scale": half(scale),
        "pos": lines(POS),
        "relations": lines(RELATIONS),
        "steps": np.array(STEPS, np.int8),
        "distances": np.array(DISTANCES, np.int16),
        "first_w": window(state["first.weight"]),
        "first_b": half(state["first.bias"]),
        "arc_w": half(state["arc"][:-1]),
        "arc_b": half(state["arc"][-1]),
    }
    for name in ("bias", "root", "related_root", "distance", "relation_distance"):
        out[name] = half(state[name])
    for name in ("pos", "dependent", "governor", "related", "relating", "relation"):
        out[f"{name}_w"] = half(state[f"{name}.weight"].T)
        out[f"{name}_b"] = half(state[f"{name}.bias"])
    for i in range(len(STEPS)):
        out[f"next{i}_w"] = window(state[f"next.{i}.weight"])
        out[f"next{i}_b"] = half(state[f"next.{i}.bias"])
    return out


def treebanks(language, folder):
    """Return the sentences of the treebanks of a language: those of PUD, and the others."""
    first, *others = TREEBANKS[language]
    rest = [s for name in others for s in sentences(folder / f"{name}.conllu")]
    return sentences(folder / f"{first}.conllu"), [
        s for s in rest if 2 < len(s["words"]) <= LONGEST
    ]


def main():
    """Train on everything and write the file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("language", choices=("ar", "en"))
    parser.add_argument("syntax", type=Path)
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--own", action="store_true", help="mix our own scores into silver ones")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    first, others = treebanks(options.language, options.syntax)
    silver = [s for path in options.silver for s in pickle.loads(path.read_bytes())]
    gold = first * (AGAIN[options.language] if silver else 1) + others
    drop = 0.2 if silver else 0.33
    if silver and options.own:
        alone = first + others
        models = [train(alone, [], OWN_EPOCHS, 0.33, seed=seed) for seed in range(OWN)]
        silver = mixed(models, silver)
    model = train(gold, silver, options.epochs, drop, log=options.language)
    target = options.out or TARGETS / f"grammar-{options.language}.npz"
    np.savez_compressed(target, **arrays(model))
    print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
