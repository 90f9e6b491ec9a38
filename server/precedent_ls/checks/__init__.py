"""What is found wrong: every rule is data and one function.

A family is a module with a tuple `RULES`, listed in `catalogue.FAMILIES`. To add a rule, write

- a function that yields a `Report` for each place: span, one sentence that says what is wrong and what
  is right (`Context.say` chooses the draft's language), evidence, fixes;
- a `Rule` with its code, its severity, and what it looks at: `InParagraph` (a reading), `Across` (all
  facts of a `Survey` that share a key: `named.NAMES`, `acronym.ACRONYMS`), `InDraft`, `InPair`, `OfTwin`;
- its page, ``pages/CODE.md``, whose examples are its tests (``tests/checks/page.py`` says how).

Reports that are one mistake in several places have the same `cluster`. Settings, comments that
silence, accepted forms and the cap on unverified facts are dealt with in `run`; a rule knows nothing
of them. `fixes` keeps articles and capitals right. `exempt` has the places where a style rule says
nothing: registered names, quotations, press contacts, addresses.
"""
