"""A new name for a short form."""

import pytest

from precedent_ls.assist.rename import LONGEST, RenameError, renamable, rename
from precedent_ls.checks.fixes import apply
from tests.assist.cursor import placed, quoted
from tests.checks.bench import Bench


def renamed(bench: Bench, text: str, new: str, language: str = "en") -> str:
    draft, offset = placed(bench, text, language)
    edits = rename(draft, bench.bank, offset, new).draft
    return apply(draft.text.source, edits).partition("---\n\n")[2]


@pytest.mark.parametrize(
    ("text", "new", "language", "after"),
    [
        (
            "😀 Joint Ledger Office (JLO).\r\n\r\n😀 J$0LO’s, `JLO`",
            "OJL",
            "en",
            "😀 Joint Ledger Office (OJL).\r\n\r\n😀 OJL’s, `JLO`",
        ),
        (
            "Joint Ledger Office (JLO). Two J$0LOs, a JLO",
            "AJLOs",
            "en",
            "Joint Ledger Office (AJLO). Two AJLOs, an AJLO",
        ),
        (
            "Joint Ledger Offices (JLOs). One JLO, $0JLOs",
            "XYs",
            "en",
            "Joint Ledger Offices (XYs). One XY, XYs",
        ),
        (
            "They (hereinafter “the Ministers”). The $0Ministers left the Ministers.",
            "the Principals",
            "en",
            "They (hereinafter “the Principals”). The Principals left the Principals.",
        ),
        (
            "Ils (ci-après appelés « les ministres »). Les $0ministres, aux ministres.",
            "responsables",
            "fr",
            "Ils (ci-après appelés « les responsables »). Les responsables, aux responsables.",
        ),
        ("Le Bureau (BDR) et le $0BDR de Bdr", "ÉLM", "fr", "Le Bureau (ÉLM) et l’ÉLM de Bdr"),
        (
            "Un pacte (ci-après «\u00a0l’Accord\u00a0»). L’A$0ccord, de l’Accord, cet Accord",
            "le Protocole",
            "fr",
            "Un pacte (ci-après «\u00a0le Protocole\u00a0»). Le Protocole, du Protocole, ce Protocole",
        ),
        (
            "Un pacte (ci-après «\u00a0le Protocole\u00a0»). Le P$0rotocole, au Protocole, ce Protocole",
            "Accord",
            "fr",
            "Un pacte (ci-après «\u00a0l’Accord\u00a0»). L’Accord, à l’Accord, cet Accord",
        ),
        (
            "Un pacte (ci-après « la Convention »). La C$0onvention, de la Convention",
            "l’Entente",
            "fr",
            "Un pacte (ci-après « l’Entente »). L’Entente, de l’Entente",
        ),
        ("Le Bureau (ABR). L’$0ABR à l’ABR", "la DBR", "fr", "Le Bureau (DBR). La DBR à la DBR"),
        ("L’AS$0FC et l'ASFC", "BSF", "fr", "La BSF et la BSF"),
        ("The J$0LO, never defined. JLO", "OJL", "en", "The OJL, never defined. OJL"),
        ("The J$0LO", "JLO", "en", "The JLO"),
    ],
)
def test_everywhere(bench: Bench, text: str, new: str, language: str, after: str) -> None:
    assert renamed(bench, text, new, language) == after


def test_in_the_twin_where_it_is_the_same(bench: Bench) -> None:
    draft, offset = placed(bench, "Joint Ledger Office (J$0LO), Royal Canadian Mounted Police (RCMP)")
    twin, _ = placed(bench, "Le Joint Ledger Office (JLO) et la GRC", "fr")
    edits = rename(draft, bench.bank, offset, "OJL", twin).twin
    assert apply(twin.text.source, edits).endswith("Le Joint Ledger Office (OJL) et la GRC")


def test_what_would_be_renamed(bench: Bench) -> None:
    draft, offset = placed(bench, "😀 They (hereinafter “the $0Ministers”)")
    found = renamable(draft, bench.bank, offset)
    assert (found.text, quoted(draft, [found.span])) == ("Ministers", ["Ministers"])


@pytest.mark.parametrize(
    ("text", "new", "language", "reason"),
    [
        ("Zebras $0graze.", "X", "en", "Only an acronym"),
        ("Des zèbres $0paissent.", "X", "fr", "Seul un sigle"),
        ("Sean $0Fraser", "X", "en", "a name of the register"),
        ("`J$0LO`", "X", "en", "Only an acronym"),
        ("The J$0LO", "", "en", "empty"),
        ("The J$0LO", " \u00a0 ", "en", "empty"),
        ("The J$0LO", "J(L)O", "en", "is made of letters"),
        ("The J$0LO", "J\nLO", "en", "is made of letters"),
        ("The J$0LO", "J*LO*", "en", "is made of letters"),
        ("The J$0LO", "123", "en", "is made of letters"),
        ("The J$0LO", "J" * (LONGEST + 1), "en", "at most"),
        ("The J$0LO and the RCMP", "RCMP", "en", "already"),
        ("They (hereinafter “the Ministers”) and the J$0LO", "Ministers", "en", "already"),
        ("Un pacte (ci-après « l’Accord »). L’A$0ccord", "Pacte", "fr", "écrivez «\u00a0le Pacte"),
    ],
)
def test_refused(bench: Bench, text: str, new: str, language: str, reason: str) -> None:
    draft, offset = placed(bench, text, language)
    with pytest.raises(RenameError, match=reason):
        rename(draft, bench.bank, offset, new)


def test_refused_if_the_twin_has_it_already(bench: Bench) -> None:
    draft, offset = placed(bench, "The J$0LO")
    twin, _ = placed(bench, "Le JLO et le BDR", "fr")
    with pytest.raises(RenameError, match="déjà"):
        rename(draft, bench.bank, offset, "BDR", twin)


def test_in_front_matter(bench: Bench) -> None:
    draft, _ = placed(bench, "The JLO")
    with pytest.raises(RenameError):
        renamable(draft, bench.bank, 6)
