"""All rules, by family."""

from functools import cache

from precedent_ls.checks import housekeeping, names, offices
from precedent_ls.checks.rule import Rule

#: A family is a module with a tuple `RULES`; it is added by naming it here.
FAMILIES = (names, offices, housekeeping)


@cache
def catalogue() -> dict[str, Rule]:
    """Return every rule by its code, in the catalogue's order."""
    return {rule.code: rule for family in FAMILIES for rule in family.RULES}
