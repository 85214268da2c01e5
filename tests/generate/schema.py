"""Make arnlp/model/schema.json from the models: python tests/generate/schema.py"""

import json
from pathlib import Path

from arnlp.model.release import Release

TARGET = Path(__file__).parents[2] / "arnlp/model/schema.json"


def build() -> str:
    """Return the JSON Schema (draft 2020-12) of a release."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Release.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
