import pytest

from phrasebank.bank import Phrasebank
from tests.checks.bench import Bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Return a bench with everything that is shipped."""
    return Bench(Phrasebank.open(cache=tmp_path_factory.mktemp("index")))
