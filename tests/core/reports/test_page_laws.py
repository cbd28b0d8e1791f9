"""Laws of dividing a table among pages, from the rows' heights up to whole layouts."""

from itertools import groupby
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.pdf.paginate import Room, paginate
from core.reports.pdf.sheet import Area
from core.reports.pdf.table import CONTINUED_HEIGHT, NOTE_GAP, NOTE_LEADING
from tests.core.reports.paper import above, laid, report

SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=25)
NAMES = ("就业人数", "很长的指标名称（万元/人）", "城镇居民人均可支配收入增速与若干其他项目" * 4)
LABELS = {"a": "综合质效", "b": "城乡融合发展与乡村全面振兴工作推进" * 3, "c": "", "d": "丁"}


class Watched(list[Any]):
    """A list that counts how many of its items are read."""

    read = 0

    def __getitem__(self, at):
        self.read += len(range(*at.indices(len(self)))) if isinstance(at, slice) else 1
        return super().__getitem__(at)


def grouped(sizes):
    """Rows in groups of these sizes; a size of one stands for itself."""
    return [str(number) for number, size in enumerate(sizes) for _ in range(size)]


def breaks(pages):
    return [page.start for page in pages[1:]]


@given(SIZES, st.integers(4, 12))
@example([6, 3, 1], 9)
def test_no_row_is_parted_from_its_group_nor_alone_at_the_end(sizes, rows):
    groups = grouped(sizes)
    pages = paginate([10.0] * len(groups), groups, Room(rows * 10, rows * 10, 0))
    edges = [0, *(sum(sizes[:number]) for number in range(1, len(sizes) + 1))]
    for at in breaks(pages):
        begin, end = max(e for e in edges if e <= at), min(e for e in edges if e > at)
        assert at == begin or (at - begin > 1 and end - at > 1)
        assert at < len(groups) - 1


@given(SIZES, st.integers(5, 12), st.integers(0, 40))
def test_notes_stand_below_rows_wherever_they_can(sizes, rows, tail):
    groups = grouped(sizes)
    room = Room(rows * 10.0, rows * 10.0, float(tail))
    last = paginate([10.0] * len(groups), groups, room)[-1]
    assert len(last) * 10 + tail <= room.later or len(last) <= 2 or 4 * 10 + tail > room.later


@pytest.mark.parametrize("size", [1, 3, 50])
def test_the_work_grows_with_the_rows_and_no_faster(size):
    def steps(rows):
        heights = Watched([10.0] * rows)
        groups = Watched(str(at // size) for at in range(rows))
        pages = paginate(heights, groups, Room(500, 600, 30))
        assert sum(map(len, pages)) == rows
        return heights.read + groups.read

    assert steps(2000) <= 4.2 * steps(500)
    assert steps(2000) <= 2000 * 6


ROWS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(NAMES)), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(ROWS, st.integers(0, 60), st.sampled_from(["", "单位：亿元"]), st.floats(8, 30))
def test_every_page_of_a_layout_holds_what_it_has_room_for(rows, notes, unit, width):
    made = report(_table(sorted(rows), width), notes=("注" * 100,) * notes, unit_line=unit)
    layout = laid(made)
    area = Area(layout.landscape)
    head = sum(layout.head)
    first = area.height - above(made) - head
    later = area.height - CONTINUED_HEIGHT - head
    for number, page in enumerate(layout.pages):
        below = (NOTE_GAP if page.notes else 0) + len(page.notes) * NOTE_LEADING
        whole = page.height + below
        assert whole <= (later if number else first) + 0.02
        assert len(page.heights) == len(page.rows)
    taken = [at for page in layout.pages for at in page.rows]
    assert taken == list(range(len(rows)))
    assert sum(len(page.notes) for page in layout.pages) == sum(map(len, layout.notes))


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_every_merged_cell_is_closed_and_begun_again_at_the_page_s_end(rows):
    chosen = sorted(rows)
    for page in laid(report(_table(chosen, 20.0))).pages:
        held = [chosen[at][0] for at in page.rows]
        runs = [(block, len(list(run))) for block, run in groupby(held) if block != "c"]
        parts = sorted(page.segments, key=lambda part: part.rows.start)
        assert [(part.cell.block, len(part.rows)) for part in parts] == runs
        assert all("".join(part.text.lines) == LABELS[part.cell.block] for part in parts)


def _table(rows, width):
    made = tuple(
        Row((Cell(LABELS[block], block="" if block == "c" else block), Cell(name), Cell("1")))
        for block, name in rows
    )
    columns = (Column(width), Column(80.0, Align.LEFT), Column(30.0))
    return Table(columns, (Heading("类别"), Heading("指标"), Heading("数值")), made)
