"""Words in capitals that are no acronyms: initials, honors behind a name, places, citations, codes."""

import re
from collections.abc import Sequence

from phrasebank.text.words import Word
from precedent_ls.checks.brackets import acronym_key

#: WASHINGTON, D.C. — ; OTTAWA, ONTARIO, March 2, 2012 ; WHITE ROCK, British Columbia ; MONTRÉAL, le 3 mai
DATELINE = re.compile(
    r"\s*[A-ZÀ-Ý]{4,}[A-ZÀ-Ý\s.,'’\-]*?(?=\s*(?:--|[—–(]|\s-)|,\s*(?:le\s|[A-ZÀ-Ý][a-zà-ÿ])|\s+[A-Z][a-z]+\s\d)"
)


def is_plain(text: str, parts: Sequence[Word], number: int) -> bool:
    """Tell whether the word `number` of a paragraph, which looks like an acronym, is none."""
    word = parts[number]
    written = text[word.start : word.end]
    before, after = text[max(0, word.start - 3) : word.start], text[word.end : word.end + 2]
    key = acronym_key(written)
    if _ROMAN.fullmatch(written) or key in _DICTIONARY or written in _CITED or after.startswith("$"):
        return True
    if before.endswith("/") and after.startswith("/"):
        return True
    if (after[:1] in _HYPHENS and after[1:].isdigit()) or _CASE.match(text, word.end):  # COVID-19, US v. Roe
        return True
    if _CODE_BEFORE.search(before) or (before.endswith("[") and after.startswith("]")):
        return True
    capital_before = number > 0 and text[parts[number - 1].start].isupper()
    if key in _POSTAL and before.endswith(", ") and capital_before:
        return True
    if (
        key in _BEHIND_A_NAME
        and capital_before
        and _BESIDE.fullmatch(text, parts[number - 1].end, word.start)
    ):
        return True
    return _are_initials(text, parts, number) or _beside_capitals(text, parts, number)


def all_in_capitals(text: str, parts: Sequence[Word]) -> bool:
    """Tell whether a whole paragraph, more than an acronym, is in capitals."""
    return text.isupper() and (len(parts) > 1 or max((len(part.key) for part in parts), default=0) > 5)


def _are_initials(text: str, parts: Sequence[Word], number: int) -> bool:
    """Tell whether pointed letters are those of the person whose surname follows."""
    word = parts[number]
    if number + 1 == len(parts) or not _INITIALS.fullmatch(text, word.start, word.end):
        return False
    if number and parts[number - 1].key in _ARTICLES:
        return False
    return _SURNAME.match(text, word.end) is not None


def _beside_capitals(text: str, parts: Sequence[Word], number: int) -> bool:
    word = parts[number]
    neighbors = [parts[index] for index in (number - 1, number + 1) if 0 <= index < len(parts)]
    return any(
        max(word.end - word.start, other.end - other.start) > 5
        and text[other.start : other.end].isupper()
        and text[min(word.end, other.end) : max(word.start, other.start)] == " "
        and other.end - other.start > 1
        for other in neighbors
    )


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HYPHENS = "-‑–"
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_INITIALS = re.compile(r"[A-ZÀ-Ý](?:\.[A-ZÀ-Ý]){1,2}\.")
_SURNAME = re.compile(r"[\s\u00a0][A-ZÀ-Ý][’']?[A-ZÀ-Ý]?[a-zà-ÿ]+")
_ARTICLES = _keys("a an the this that of le la les l' un une du des de d' au aux")
#: The rest of a code: J-CODE, 17-CR-00144.
_CODE_BEFORE = re.compile(rf"(?:\d|(?<!\w)\w)[{_HYPHENS}]$")
_CASE = re.compile(r"\sv\b")
_BESIDE = re.compile(r"(?:\.?,)?[\s\u00a0]|[.,\s\u00a0]*[Cc]\.[Rr]\.,?\s")
#: Postal abbreviations of states and provinces, after a place: Waco, TX.
_POSTAL = _keys(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND "
    "OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR AB BC MB NB NL NS NT NU ON PE QC SK YT"
)
#: What stands behind a person's name (offices, honors, degrees) or a company's.
_BEHIND_A_NAME = _keys(
    "QC KC PC CP MP MPP MLA MNA MHA OC CM CMM COM CBE OBE MBE MD DDS DMD DVM JD LLB LLM PHD CPA RN "
    "LLC LLP LP PLC SA AG BV NV NA PA SE AB OY SARL SPA LTD INC"
)
#: What dictionaries list as words, and names that are written in capitals: nobody spells them out in a text.
_DICTIONARY = _keys(
    "AM PM EST EDT CST CDT MST MDT PST PDT GMT UTC HNE HAE USD CAD UK USA RU PDF HTML URL USB KB MB GB TB "
    "GPS DNA RNA ADN ARN HIV AIDS VIH SIDA LGBT LGBTQ LGBTQI IT ID IP TV VIP CEO PDG ATM SUV NIP "
    "INTERPOL EUROPOL NEXUS SWAT MDMA LSD FY TBD TBC TBA TK"
)
#: Law reports, statutes, addresses.
_CITED = _keys(
    "U.S.C. USC C.F.R. CFR R.S.C. L.R.C. S.C. L.C. H.R. SOR DORS "
    "B.A. B.S. M.A. M.S. A.B. J.D. P.O. N.W. N.E. S.W. S.E. N.Y."
)
