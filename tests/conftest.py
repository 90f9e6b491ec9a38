"""What holds for all tests."""

import pytest
from hypothesis import settings

settings.register_profile("precedent", deadline=None)  # no test measures time
settings.load_profile("precedent")


@pytest.fixture
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep indexes and copies out of the user's cache; one cache serves all workers of a run."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "cache"))
