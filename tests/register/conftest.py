import pytest

from phrasebank.register.load import load_register
from phrasebank.register.mentions import Matcher
from phrasebank.register.model import Register
from phrasebank.register.near_misses import NearMisses


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register()


@pytest.fixture(scope="session")
def matcher(register: Register) -> Matcher:
    return Matcher(register)


@pytest.fixture(scope="session")
def near_misses(register: Register) -> NearMisses:
    return NearMisses(register)
