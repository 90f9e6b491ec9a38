"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("precedent", deadline=None)  # no test measures time
settings.load_profile("precedent")
