"""How the tests run: on every core, without a clock over examples, and on samples unless asked for the whole."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The model's matrices are small: threads of NumPy's would only wait for each other, and keep cores from the tests.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the tests can be asked for."""
    parser.addoption(
        "--whole", action="store_true", help="try each day of the calendars, not a sample of them"
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return how many processes run the tests: none besides this one where single files are asked for."""
    single = any(".py" in argument for argument in config.args)
    return 0 if single else None


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> bool:
    """Tell whether everything is tried, however long it takes."""
    return bool(request.config.getoption("--whole"))
