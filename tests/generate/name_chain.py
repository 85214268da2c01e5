"""Trains the linear chain over the features of five words, of either model of names (needs python-crfsuite)."""

import numpy as np
import pycrfsuite


def around(wide):
    """Return the features of each word of a sentence and of its neighbours, from what each tells by distance."""
    return [
        [f for o in range(-2, 3) if 0 <= i + o < len(wide) for f in wide[i + o][o]]
        for i in range(len(wide))
    ]


def train_chain(sentences, labels, path, iterations):
    """Train on sentences of features and tags; return the weights by feature and the steps, from label to label."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, tags in sentences:
        trainer.append(features, tags)
    trainer.set_params(
        {"c1": 0.1, "c2": 0.01, "max_iterations": iterations, "feature.possible_transitions": True}
    )
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    index = {label: i for i, label in enumerate(labels)}
    weights = {}
    for (feature, label), weight in info.state_features.items():
        weights.setdefault(feature, np.zeros(len(labels), np.float32))[index[label]] = weight
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for (before, after), weight in info.transitions.items():
        steps[index[before], index[after]] = weight
    return dict(sorted(weights.items())), steps
