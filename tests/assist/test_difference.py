"""What sets a draft's sentence apart from its precedent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent_ls.assist.difference import Kind, changed, difference, markdown


@pytest.mark.parametrize(
    ("precedent", "draft", "shown"),
    [
        ("They met in Ottawa.", "They met in Ottawa.", "They met in Ottawa."),
        ("They met in Ottawa.", "they  met, in OTTAWA", "They met in Ottawa."),
        ("They met in Ottawa.", "They met in Banff.", "They met in {~~Banff~~} **Ottawa**."),
        ("They met.", "They met now.", "They met. {~~now~~}"),
        ("They met now.", "They met.", "They met **now**."),
        ("They met.", "", "**They met**."),
        ("", "They met.", "{~~They met~~}"),
        ("l’échange mutuel", "d’échange mutuel", "{~~d’~~} **l**’échange mutuel"),
        ("the President and", "the President’s and", "the President {~~’s~~} and"),
        ("the Canada-U.S. Forum", "the Forum", "the **Canada-U.S.** Forum"),
        ("the U.S.–Canada Forum", "the Canada Forum", "the **U.S**.–Canada Forum"),
        ("States (U.S.) met", "States met", "States (**U.S**.) met"),
        ("ces « règles » là", "ces vieilles là", "ces {~~vieilles~~} « **règles** » là"),
        ("the Task Force met", "the Task Force (XTF) met", "the Task Force {~~XTF~~} met"),
        ("Canada’s border", "Canada border", "Canada’**s** border"),
        ("a *b* c", "a c", "a \\***b**\\* c"),
        # Small words between two changes only cut them up; beside a word or two they tell what stays.
        ("review the old plan", "read the new plan", "{~~read the new~~} **review the old** plan"),
        (
            "hear good news of the next meeting",
            "speak long words of the last session",
            "{~~speak long words of the last session~~} **hear good news of the next meeting**",
        ),
        (
            "the outcome of the joint work",
            "the outcomes of the work",
            "the {~~outcomes~~} **outcome** of the **joint** work",
        ),
    ],
)
def test_the_precedents_own_words_are_bold_and_the_drafts_struck_out(
    precedent: str, draft: str, shown: str
) -> None:
    assert markdown(difference(precedent, draft)) == shown


def test_a_long_common_run_is_cut_short_beside_changes() -> None:
    common = " ".join(f"word{number}" for number in range(20))
    assert markdown(difference(f"Old {common} end.", f"New {common} finish.")) == (
        "{~~New~~} **Old** word0 word1 word2 word3 word4 … "
        "word15 word16 word17 word18 word19 {~~finish~~} **end**."
    )
    assert markdown(difference(f"{common} end.", f"{common} finish.")).startswith("… word15 ")


def test_nothing_but_the_changed_words() -> None:
    assert changed(difference("They met in Ottawa now.", "They sat in Ottawa.")) == (
        "{~~sat~~} **met** … **now**"
    )
    assert changed(
        difference("The four (joint) plans of Canada, the U.S. (old).", "Both plans of Canada.")
    ) == ("{~~Both~~} **The four (joint** … **the U.S. (old**")
    assert changed(difference("They met.", "They met.")) == ""


SENTENCES = st.lists(st.sampled_from(["the", "a,", "border", "l’été", "—", "(x)", "U.S.", "« oui »"])).map(
    " ".join
)


@given(SENTENCES, SENTENCES)
def test_without_what_was_added_it_is_the_precedent(precedent: str, draft: str) -> None:
    found = difference(precedent, draft)
    without = "".join(change.text for change in found if change.kind is not Kind.ADDED)
    assert without == precedent or not any(map(str.isalnum, precedent))
