"""Extraction in jobs of other engines: the same lines as here, whatever holds the batch."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from support import CORPORA
from typer.testing import CliRunner

import arnlp
from arnlp.faces.cli import app
from arnlp.faces.distributed import extract_batch, ray
from arnlp.faces.documents import Options, extract_document

PATHS = sorted(CORPORA.glob("*/ae-*.txt"))[:6]
TEXTS = [
    {"text": "ارتفع عدد الزوار بنسبة 5% العام الماضي", "source": "a", "published": "2024-05-01"},
    {"text": "Exports rose 5% last year.", "source": "b", "published": None},
    {"text": "", "source": "c", "published": "2024-05-01"},
    {"text": "Exports rose \x00 5%.", "source": None, "published": "no day"},
]


def here(path):
    document = arnlp.read(path)
    return extract_document(document, document.source, Options()).model_dump_json()


def test_any_batch_gives_what_extract_gives():
    wanted = [
        arnlp.extract(row["text"], source=row["source"] or "", published=row["published"])
        for row in TEXTS[:3]
    ]
    lines = [release.model_dump_json() for release in wanted]
    frame = extract_batch(pd.DataFrame(TEXTS, index=[3, 5, 7, 9]))
    assert frame["release"].tolist()[:3] == lines
    assert frame.index.tolist() == [3, 5, 7, 9]
    assert frame["release"].isna().tolist() == [False, False, False, True]
    assert "no day" in frame["error"].tolist()[3]
    arrow = extract_batch(pa.Table.from_pylist(TEXTS))
    assert arrow.column("release").to_pylist()[:3] == lines
    arrays = {name: np.array([row[name] for row in TEXTS], dtype=object) for name in TEXTS[0]}
    assert extract_batch(arrays)["release"].tolist()[:3] == lines
    assert [frame.columns.tolist(), arrow.column_names, list(extract_batch(arrays))] == [
        ["source", "release", "error"]
    ] * 3


@pytest.mark.parametrize("day", [date(2024, 5, 1), pd.Timestamp("2024-05-01 10:00"), "2024-05-01"])
def test_days_come_in_any_form(day):
    found = extract_batch(
        pd.DataFrame({"text": ["Exports rose 5% last year."], "published": [day]})
    )
    assert json.loads(found["release"][0])["dates"][0]["edtf"] == "2023"
    assert extract_batch(pd.DataFrame({"text": ["5"], "published": [pd.NaT]}))["error"][0] is None


def test_what_cannot_be_read_is_told(tmp_path):
    paths = [str(PATHS[0]), str(tmp_path / "none.txt"), None]
    found = extract_batch(pd.DataFrame({"path": paths}))
    assert found["release"].tolist() == [here(PATHS[0]), None, None]
    assert [bool(error) for error in found["error"]] == [False, True, True]
    assert len(extract_batch(pd.DataFrame({"path": []}))) == 0


# -- on a cluster ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cluster():
    """Start a cluster of two workers, where Ray is installed."""
    pytest.importorskip("ray")
    library = ray()
    library.init(num_cpus=2, include_dashboard=False, configure_logging=False, log_to_driver=False)
    yield library
    library.shutdown()


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_a_job_of_ray_gives_the_same(cluster):
    import ray.data

    ray.data.DataContext.get_current().enable_progress_bars = False
    files = ray.data.from_items([{"path": str(path)} for path in PATHS])
    found = files.map_batches(extract_batch, batch_size=2, batch_format="pandas").take_all()
    assert sorted(row["release"] for row in found) == sorted(map(here, PATHS))


@pytest.mark.filterwarnings("ignore")
def test_a_batch_on_ray_gives_the_same(cluster, tmp_path):
    pytest.importorskip("arnlp.faces.batch.work")
    folder = tmp_path / "releases"
    folder.mkdir()
    for path in PATHS:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "empty.txt").touch()
    (folder / "picture.jpg").touch()
    for engine in ("local", "ray"):
        done = CliRunner().invoke(
            app, ["batch", str(folder), "-o", str(tmp_path / f"{engine}.jsonl"), "--engine", engine]
        )
        assert done.exit_code == 1, done.output  # the empty file
    assert (tmp_path / "ray.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()
    assert len((tmp_path / "ray.jsonl").read_text("utf-8").splitlines()) == len(PATHS)
