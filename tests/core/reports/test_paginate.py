"""Rows are divided among pages: none lost, none alone, the notes below the last."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.reports.pdf.paginate import Room, paginate

rows = st.lists(st.tuples(st.integers(5, 40), st.sampled_from("abc")), min_size=1, max_size=60)
rooms = st.builds(Room, st.integers(50, 200), st.integers(50, 200), st.integers(0, 60))


def divided(chosen, room):
    heights, groups = [height for height, _ in chosen], sorted(group for _, group in chosen)
    return heights, groups, paginate(heights, groups, room)


@given(rows, rooms)
def test_the_pages_hold_all_rows_in_order(chosen, room):
    _, _, pages = divided(chosen, room)
    assert pages[0].start == 0
    assert pages[-1].stop == len(chosen)
    assert all(before.stop == after.start for before, after in pairwise(pages))


@given(rows, rooms)
def test_no_page_is_fuller_than_its_room_unless_it_has_one_row(chosen, room):
    heights, _, pages = divided(chosen, room)
    for number, page in enumerate(pages):
        space = room.later if number else room.first
        assert sum(heights[page.start : page.stop]) <= space or len(page) == 1


def test_no_row_stands_alone_on_the_last_page():
    assert paginate([10] * 11, [""] * 11, Room(100, 100, 0)) == (range(9), range(9, 11))


def test_a_group_keeps_two_rows_on_each_side_of_a_break():
    begun_last = ["a"] * 9 + ["b"] * 5
    assert paginate([10] * 14, begun_last, Room(100, 100, 0))[0] == range(9)
    ending_first = ["a"] * 11 + ["b"] * 5
    assert paginate([10] * 16, ending_first, Room(100, 100, 0))[0] == range(9)


def test_notes_take_rows_with_them_to_the_next_page():
    assert paginate([10] * 10, [""] * 10, Room(100, 100, 30)) == (range(8), range(8, 10))
    assert paginate([10] * 7, [""] * 7, Room(100, 100, 30)) == (range(7),)


def test_notes_longer_than_a_page_take_no_rows():
    assert paginate([10] * 10, [""] * 10, Room(100, 100, 300)) == (range(10),)


def test_notes_move_a_group_s_two_rows_together():
    groups = ["a"] * 7 + ["b"] * 3
    assert paginate([10] * 10, groups, Room(100, 100, 25)) == (range(7), range(7, 10))


def test_two_thousand_rows_are_divided_evenly():
    pages = paginate([10] * 2000, [""] * 2000, Room(100, 100, 0))
    assert len(pages) == 200
