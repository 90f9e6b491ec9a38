"""All rules, by family."""

from functools import cache

from precedent_ls.checks import (
    acronym_forms,
    acronyms,
    binding,
    cases,
    compounds,
    countries,
    french_typography,
    french_usage,
    headings,
    housekeeping,
    meetings,
    names,
    offices,
    pair_border,
    pair_choices,
    pair_facts,
    pair_meaning,
    pair_names,
    pair_structure,
    pair_terms,
    pair_twin,
    placeholders,
    places,
    preferred,
    principals,
    relative_dates,
    roles,
    slips,
    spelling,
    statutes,
    strength,
    titles,
    voice,
)
from precedent_ls.checks.rule import Rule

#: A family is a module with a tuple `RULES`; it is added by naming it here.
FAMILIES = (
    names,
    pair_border,
    pair_choices,
    pair_facts,
    pair_meaning,
    pair_names,
    pair_structure,
    pair_terms,
    pair_twin,
    titles,
    offices,
    principals,
    meetings,
    statutes,
    acronyms,
    acronym_forms,
    countries,
    compounds,
    spelling,
    cases,
    places,
    slips,
    headings,
    preferred,
    relative_dates,
    voice,
    roles,
    binding,
    strength,
    placeholders,
    french_typography,
    french_usage,
    housekeeping,
)


@cache
def catalogue() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the families."""
    return {rule.code: rule for family in FAMILIES for rule in family.RULES}
