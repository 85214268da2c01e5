"""The parts of a release."""

from __future__ import annotations

from hypothesis import given
from support import texts

from arnlp.text.structure import parts


def test_parts_of_a_release():
    text = (
        "وزارة تفتتح مركزا\nعنوان فرعي بلا نقطة\n\nدبي في 3 مارس 2024 / وام / افتتحت الوزارة المركز.\n"
        "- دعم أول للأسر.\n- دعم ثان للأسر.\n\n-انتهى-\nنبذة عن الوزارة\nهي وزارة.\nللتواصل: x@y.ae"
    )
    kinds = [part.kind for part in parts(text)]
    assert kinds == [
        "headline", "subheadline", "body", "list_item", "list_item", "boilerplate", "boilerplate",
        "boilerplate", "contacts",
    ]  # fmt: skip


@given(texts)
def test_parts_do_not_overlap(text):
    last = 0
    for part in parts(text):
        assert last <= part.start < part.end <= len(text)
        last = part.end
