"""What a draft has to say for a finding to be let be: written into it, it has that effect and no other."""

import pytest

from precedent_ls.checks.fixes import apply
from precedent_ls.checks.waivers import accept_in_draft, accepted_form, ignore_here
from tests.checks.bench import Bench

WRONG = "The Cross Border Crime Forum met.\n"


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("", '---\naccept: ["Cross Border Crime Forum"]\n---\n\n'),
        ("---\nlanguage: en\n---\n", '---\nlanguage: en\naccept: ["Cross Border Crime Forum"]\n---\n'),
        ("---\naccept: [a, b]\n---\n", '---\naccept: [a, b, "Cross Border Crime Forum"]\n---\n'),
        ("---\naccept: []\n---\n", '---\naccept: ["Cross Border Crime Forum"]\n---\n'),
        ("---\naccept: one form\n---\n", '---\naccept: [one form, "Cross Border Crime Forum"]\n---\n'),
        (
            "---\naccept:\n  - a\n  - « b »\nlanguage: en\n---\n",
            '---\naccept:\n  - a\n  - « b »\n  - "Cross Border Crime Forum"\nlanguage: en\n---\n',
        ),
        (
            "---\naccept:\nlanguage: en\n---\n",
            '---\naccept: ["Cross Border Crime Forum"]\nlanguage: en\n---\n',
        ),
    ],
)
def test_accept(front: str, after: str, bench: Bench) -> None:
    draft = bench.draft(front + WRONG)
    (finding,) = [each for each in bench.run(draft) if each.rule == "forum-name"]
    form = accepted_form(draft, finding)
    assert form == "Cross Border Crime Forum"
    fix = accept_in_draft(draft, form)
    assert fix
    assert fix.title == "Accept “Cross Border Crime Forum” in this draft"
    text = apply(draft.text.source, fix.edits)
    assert text == after + WRONG
    again = bench.draft(text)
    assert form in again.matter.accept
    assert again.matter.accept[:-1] == draft.matter.accept
    assert not [each for each in bench.run(again) if each.rule.startswith("forum")]


@pytest.mark.parametrize(
    "front", ["---\naccept: [\n---\n", "---\naccept: {a: b}\n---\n", "---\naccept: |\n  a\n  b\n---\n"]
)
def test_what_is_written_in_a_way_of_its_own_is_left_alone(front: str, bench: Bench) -> None:
    assert accept_in_draft(bench.draft(front + WRONG), "a form") is None


def test_a_form_with_quotes_and_accents(bench: Bench) -> None:
    draft = bench.draft("---\nlanguage: fr\n---\nUn texte.\n")
    form = 'l’« Aide "mutuelle" » : été'
    fix = accept_in_draft(draft, form)
    assert fix
    assert fix.title.startswith("Accepter «")
    assert bench.draft(apply(draft.text.source, fix.edits)).matter.accept == (form,)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "The Cross Border Crime Forum met.",
            "The Cross Border Crime Forum met. <!-- precedent: ignore forum-name -->",
        ),
        (
            "# The Cross Border Crime Forum  \r\n\r\nIt met.",
            "# The Cross Border Crime Forum <!-- precedent: ignore forum-name -->  \r\n\r\nIt met.",
        ),
        (
            "<!-- precedent: ignore acr-twice -->\nThe Cross Border Crime Forum met.",
            "<!-- precedent: ignore acr-twice forum-name -->\nThe Cross Border Crime Forum met.",
        ),
    ],
)
def test_ignore(text: str, after: str, bench: Bench) -> None:
    draft = bench.draft(text)
    (finding,) = [each for each in bench.run(draft) if each.rule == "forum-name"]
    fix = ignore_here(draft, finding)
    assert fix
    assert apply(text, fix.edits) == after
    assert not [
        each for each in bench.run(bench.draft(after)) if each.rule in ("forum-name", "ignore-comment")
    ]


def test_no_comment_in_the_front_matter(bench: Bench) -> None:
    draft = bench.draft("---\ndate: 1700-01-01\n---\nThey met.\n")
    (finding,) = [each for each in bench.run(draft) if each.rule == "front-matter"]
    assert ignore_here(draft, finding) is None
    assert accepted_form(draft, finding) is None
