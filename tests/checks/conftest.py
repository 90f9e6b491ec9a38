import pytest

from tests.checks.bench import Bench


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench.shipped()
