"""What a keystroke needs goes when the next one comes, without the garbage collector’s help."""

import gc

from tests.assist.offered import results, taken


def test_lists_and_ghost_texts_leave_no_circles() -> None:
    typed = "Building on the success of previous meetings, the Ministers (A"
    for _ in range(2):  # what is kept for good is there after the first time
        gc.collect()
        for end in range(1, len(typed)):
            results(f"{typed[:end]}$0")
            taken(f"{typed[:end]}$0")
    assert gc.collect() < len(typed)
