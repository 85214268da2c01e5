"""How the tests run: samples unless asked for the whole."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the tests can be asked for."""
    parser.addoption(
        "--whole", action="store_true", help="try each day of the calendars, not a sample of them"
    )


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> bool:
    """Tell whether everything is tried, however long it takes."""
    return bool(request.config.getoption("--whole"))
