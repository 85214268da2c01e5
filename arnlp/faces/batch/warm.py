"""Loaded by the process that workers are forked from: what they all need is loaded there once."""

from __future__ import annotations

import gc
import os

from arnlp.faces.batch.worker import WARM, use_one_thread, warm_up
from arnlp.faces.documents import Options

_TEXTS = ("بلغ عدد الجهات 62 جهة في دبي.", "Exports rose by 5%, the ministry said.")

if os.environ.get(WARM):
    use_one_thread()
    warm_up(Options(entities=os.environ[WARM]))
    from arnlp.pipeline import extract

    for text in _TEXTS:
        extract(text, entities=os.environ[WARM])
    gc.collect()
    gc.freeze()  # their pages stay shared: the collector would write to each
