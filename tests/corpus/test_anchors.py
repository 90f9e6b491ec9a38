"""Points where two texts surely touch, and the way between them."""

from phrasebank.anchors import anchors, chain, corridor


def bits(*features: int) -> int:
    return sum(1 << feature for feature in features)


def test_items_touch_that_share_what_nothing_else_has() -> None:
    left = [bits(1, 2, 3, 9), bits(4, 5, 9), bits(6, 7, 8, 9)]
    right = [bits(6, 7, 8), bits(1, 2, 3, 9), bits(4, 5)]
    assert anchors(left, right) == [(0, 1), (2, 0)]


def test_what_stands_in_several_items_is_no_sign() -> None:
    assert anchors([bits(1, 2, 3), bits(1, 2, 3)], [bits(1, 2, 3)]) == []


def test_an_item_touches_the_one_it_shares_most_with() -> None:
    left = [bits(1, 2, 3, 4, 5, 6, 7)]
    assert anchors(left, [bits(1, 2, 3), bits(4, 5, 6, 7)]) == [(0, 1)]


def test_the_longest_way_forward() -> None:
    assert chain([(0, 4), (1, 0), (2, 1), (3, 5), (4, 2)]) == [(1, 0), (2, 1), (4, 2)]
    assert chain([]) == []


def test_the_way_is_narrow_at_a_point_and_wide_between() -> None:
    ranges = corridor([(5, 5)], 10, 10, slack=0)
    assert [len(each) for each in ranges[::5]] == [1, 6, 1, 6, 1]
    assert (ranges[0], ranges[10], ranges[20]) == (range(1), range(5, 6), range(10, 11))


def test_without_points_everything_is_allowed() -> None:
    assert corridor([], 2, 1, slack=0) == [range(1), range(2), range(1, 3), range(2, 3)]
