"""Train the statistical model of names: python tests/generate/ner.py VECTORS NER [--out FILE] (needs torch, python-crfsuite)

VECTORS is the folder that tests/generate/word_vectors.py wrote, or a model whose vectors are taken
(arnlp/encoder/ner-ar.npz); NER is a folder with anercorp-train.conll. With ``--folds 3`` the sentences that
are not held out are cut into three parts, and as many models are written, FILE-0.npz and so on, each trained
without its part, as tests/generate/name_evidence.py needs them. Two models are trained and their scores added in equal parts: a convolutional network, and a linear
chain (CRFsuite) over the features of five words. The last tenth of the sentences is held out and
scored. arnlp/encoder/README.md is the model's card.
"""

import argparse
import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import ner_file
import numpy as np
import torch
from name_chain import around, train_chain
from name_data import conll, score
from torch import nn

from arnlp.encoder.tagger import Tagger as Shipped
from arnlp.encoder.word_features import wide_features, word_features
from arnlp.text.view import normalize

TARGET = Path(__file__).parents[2] / "arnlp/encoder/ner-ar.npz"
LEAST = 2  # times that a feature is seen
BATCH = 32
ITERATIONS = 120  # of the chain
# Features of the gazetteers: dropped together in a part of the words, so that the model does not lean on them.
KNOWN = ("G", "N", "S=PLACE", "S=GIVEN_NAME", "S=ORG", "weak")


class Tagger(nn.Module):
    """Sums of feature embeddings and a projected word vector, two convolutions, a linear-chain CRF."""

    def __init__(self, features, labels, vectors, options):
        super().__init__()
        self.features, self.labels, self.vectors, self.options = features, labels, vectors, options
        d, h = options.width, options.hidden
        self.embed = nn.EmbeddingBag(len(features) + 1, d, mode="sum")
        nn.init.normal_(self.embed.weight, 0, 0.1)
        self.project = nn.Linear(vectors.size, d)
        self.first = nn.Conv1d(d, h, 3, padding=1)
        self.second = nn.Conv1d(h, h, 3, padding=1)
        self.out = nn.Linear(h + d, len(labels))
        self.steps = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.starts = nn.Parameter(torch.zeros(len(labels)))
        self.drop = nn.Dropout(options.dropout)
        self.known = {}

    def encoded(self, word):
        """Return the features of a word with their kinds, and its vector."""
        if word not in self.known:
            kept = [f for f in word_features(word) if f in self.features]
            kinds = [
                "w" if f.startswith("w=") else "k" if f.startswith(KNOWN) else "o" for f in kept
            ]
            self.known[word] = ([self.features[f] for f in kept], kinds, self.vectors[word])
        return self.known[word]

    def scores(self, sentences):
        """Return the scores of the labels for each word, padded."""
        ids, offsets, vectors = [], [], []
        for word in (word for sentence in sentences for word in sentence):
            found, kinds, vector = self.encoded(word)
            offsets.append(len(ids))
            if self.training:
                lost = {"w"} if random.random() < self.options.word_dropout else set()
                if random.random() < self.options.known_dropout:
                    lost.add("k")
                if random.random() < self.options.vector_dropout:
                    vector = self.vectors.none
                found = [
                    f for f, kind in zip(found, kinds, strict=True)
                    if kind not in lost and random.random() > self.options.feature_dropout
                ]  # fmt: skip
            ids += found
            vectors.append(vector)
        x = self.embed(torch.tensor(ids or [0]), torch.tensor(offsets))
        x = torch.tanh(x + self.project(torch.from_numpy(np.array(vectors))))
        sizes = [len(sentence) for sentence in sentences]
        x = nn.utils.rnn.pad_sequence(list(torch.split(x, sizes)), batch_first=True)
        live = (torch.arange(x.shape[1])[None] < torch.tensor(sizes)[:, None])[:, :, None]
        x = self.drop(x)
        a = torch.relu(self.first(x.transpose(1, 2))).transpose(1, 2) * live
        b = torch.relu(self.second(self.drop(a).transpose(1, 2))).transpose(1, 2) + a
        return self.out(self.drop(torch.cat([b, x], 2))), sizes

    def loss(self, sentences, tags):
        """Return the mean negative log-likelihood of tag sequences."""
        e, sizes = self.scores(sentences)
        gold = nn.utils.rnn.pad_sequence([torch.tensor(t) for t in tags], batch_first=True)
        live = torch.arange(e.shape[1])[None] < torch.tensor(sizes)[:, None]
        a = self.starts + e[:, 0]
        path = a.gather(1, gold[:, :1]).squeeze(1)
        for t in range(1, e.shape[1]):
            step = torch.logsumexp(a[:, :, None] + self.steps[None], 1) + e[:, t]
            a = torch.where(live[:, t : t + 1], step, a)
            here = e[:, t].gather(1, gold[:, t : t + 1]).squeeze(1)
            path = path + (self.steps[gold[:, t - 1], gold[:, t]] + here) * live[:, t]
        return (torch.logsumexp(a, 1) - path).mean()

    @torch.no_grad()
    def decode(self, sentences):
        """Return the best labels of each sentence."""
        out = []
        for first in range(0, len(sentences), 64):
            e, sizes = self.scores(sentences[first : first + 64])
            for row, size in zip(e, sizes, strict=True):
                a, back = self.starts + row[0], []
                for t in range(1, size):
                    best, at = (a[:, None] + self.steps).max(0)
                    back.append(at)
                    a = best + row[t]
                path = [int(a.argmax())]
                for at in reversed(back):
                    path.append(int(at[path[-1]]))
                out.append([self.labels[j] for j in reversed(path)])
        return out


class Vectors:
    """Word vectors by folded word; zero for words that have none."""

    def __init__(self, source):
        if source.is_file():  # a model
            with np.load(source) as data:
                self.words = bytes(data["words"]).decode().split("\n")
                self.rows = data["vectors"].astype(np.float32) * data["vector_scale"][:, None]
        else:
            self.words = (source / "words.txt").read_text("utf-8").split("\n")
            self.rows = np.load(source / "vectors.npy").astype(np.float32)
        self.size = self.rows.shape[1]
        self.at = {word: i for i, word in enumerate(self.words)}
        self.none = np.zeros(self.size, np.float32)

    def __getitem__(self, word):
        at = self.at.get(normalize(word))
        return self.none if at is None else self.rows[at]


def train(model, sentences, options):
    """Train in place; prints the loss of each epoch. The weights are means over the last epochs."""
    index = {label: i for i, label in enumerate(model.labels)}
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=1e-4)
    slower = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda e: max(0.05, 1 - e / options.epochs)
    )
    kept: list[dict[str, torch.Tensor]] = []
    for epoch in range(options.epochs):
        model.train()
        order = sorted(
            range(len(sentences)), key=lambda i: len(sentences[i][0]) + random.random() * 6
        )
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        total = 0.0
        for batch in batches:
            optimizer.zero_grad()
            loss = model.loss(
                [sentences[i][0] for i in batch],
                [[index[t] for t in sentences[i][1]] for i in batch],
            )
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimizer.step()
            total += float(loss.detach())
        slower.step()
        if epoch >= options.epochs - options.averaged:
            kept.append({name: value.clone() for name, value in model.state_dict().items()})
        print(f"epoch {epoch + 1}: loss {total / len(batches):.2f}", flush=True)
    model.load_state_dict({name: torch.stack([k[name] for k in kept]).mean(0) for name in kept[0]})


def chain_features(words):
    """Return the features of each word and of its neighbours, each with its distance."""
    return around([wide_features(word_features(word)) for word in words])


def export(model, chain, steps, target):
    """Write the weights: embeddings, vectors and chain in bytes, the rest in single precision.

    Each model counts one half.
    """
    state = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    embed = {name: state["embed.weight"][at] for name, at in model.features.items()}
    arrays = {
        **ner_file.features_of(embed, {name: row / 2 for name, row in chain.items()}),
        **ner_file.vectors_of(model.vectors.words, model.vectors.rows),
        "project": state["project.weight"].T, "bias": state["project.bias"],
        "first": state["first.weight"].transpose(2, 1, 0), "first_bias": state["first.bias"],
        "second": state["second.weight"].transpose(2, 1, 0), "second_bias": state["second.bias"],
        "out": state["out.weight"].T / 2, "out_bias": state["out.bias"] / 2,
        "steps": (state["steps"] + steps) / 2, "starts": state["starts"] / 2,
        "labels": ner_file.text(model.labels),
    }  # fmt: skip
    ner_file.write(target, arrays)


def main():
    """Train one model, or one for each fold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("vectors", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--extra", type=Path, nargs="*", default=[])
    parser.add_argument(
        "--times", type=int, default=3, help="how often the extra files are repeated"
    )
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--hidden", type=int, default=160)
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.5)
    parser.add_argument("--word-dropout", type=float, default=0.4)
    parser.add_argument("--known-dropout", type=float, default=0.25)
    parser.add_argument("--vector-dropout", type=float, default=0.25)
    parser.add_argument("--feature-dropout", type=float, default=0.1)
    parser.add_argument("--averaged", type=int, default=4, help="epochs whose weights are averaged")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--folds", type=int, default=0, help="models to train, each without its part"
    )
    options = parser.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order
    sentences = conll(options.ner / "anercorp-train.conll")
    part = len(sentences) * 9 // 10
    kept, held_out = sentences[:part], sentences[part:]
    extra = [row for path in options.extra for row in conll(path) * options.times]
    if not options.folds:
        fit(kept + extra, held_out, options, options.out)
    for k in range(options.folds):
        first, last = part * k // options.folds, part * (k + 1) // options.folds
        out = options.out.with_stem(f"{options.out.stem}-{k}")
        fit(kept[:first] + kept[last:] + extra, kept[first:last], options, out)


def fit(kept, held_out, options, out):
    """Train both models on sentences, score them on others, write the weights."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    counts = Counter(f for words, _ in kept for word in words for f in set(word_features(word)))
    features = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST), 1)}
    labels = sorted({tag for _, tags in kept for tag in tags})
    model = Tagger(features, labels, Vectors(options.vectors), options)
    train(model, kept, options)
    model.eval()
    gold = [tags for _, tags in held_out]
    print(options, "network:", score(gold, model.decode([words for words, _ in held_out])))
    featured = ((chain_features(words), tags) for words, tags in kept)
    with TemporaryDirectory() as folder:
        chain = train_chain(featured, labels, Path(folder) / "chain.crf", ITERATIONS)
    export(model, *chain, out)
    with np.load(out) as data:
        shipped = Shipped(dict(data))
    print("shipped:", score(gold, shipped.tags([words for words, _ in held_out])))


if __name__ == "__main__":
    main()
