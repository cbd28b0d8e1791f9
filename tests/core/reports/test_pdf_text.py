"""What can be read on the paper, cell by cell at its place, and what cannot be printed."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from core.errors import OutputError
from core.progress import Progress, finish
from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.kinds.appendix import completion, targets
from core.reports.pdf import boxes
from core.reports.pdf.draw import draw
from core.reports.pdf.typeset import typeset
from tests.core.reports.paper import (
    A1,
    CITY,
    B,
    above,
    facts,
    laid,
    pages,
    pdf,
    report,
    table,
    with_cell,
)

ROOT = Path(__file__).parents[3]
MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
TOP, BINDING, AREA = 37 * MILLIMETRE, 28 * MILLIMETRE, 156 * MILLIMETRE
CONTINUED = 18.0


def plain(text):
    return "".join(text.split())


def read(data, *, landscape=False):
    """Per page, what reads a frame (x, y, width, height) of the 版心."""
    document = pypdfium2.PdfDocument(data)
    return [
        partial(_bounded, page.get_textpage(), number, landscape)
        for number, page in enumerate(document, 1)
    ]


def _bounded(text, number, landscape, frame):
    """Read a frame; a page on its side has its left at the foot of the sheet."""
    x, y, width, height = frame
    left = BINDING if number % 2 else WIDTH - BINDING - AREA
    if landscape:
        bottom = HEIGHT - TOP - 225 * MILLIMETRE
        edges = left + y, bottom + x, left + y + height, bottom + x + width
    else:
        top = HEIGHT - TOP - y
        edges = left + x, top - height, left + x + width, top
    return plain(text.get_text_bounded(*edges))


def assert_every_box_is_read(made):
    """Every heading and cell stands whole inside its own frame."""
    layout = laid(made)
    first = above(made)
    sheets = read(pdf(made), landscape=layout.landscape)
    assert len(sheets) == len(layout.pages)
    for number, (page, within) in enumerate(zip(layout.pages, sheets, strict=True)):
        if page.rows:
            for box in boxes.boxes(made.tables[0], layout, page, CONTINUED if number else first):
                found = within((box.x, box.y, box.width, box.height))
                assert found == plain("".join(box.text.lines))


@pytest.mark.parametrize(
    "make",
    [
        lambda: completion(facts(A1)),
        lambda: targets(facts(A1)),
        lambda: completion(facts(B)),
        lambda: targets(facts(B)),
        lambda: completion(facts(CITY)),
        lambda: targets(facts(CITY)),
        lambda: report(table(70, category=lambda at: f"第{at // 9}类"), unit_line="单位：亿元"),
        lambda: report(table(60, widths=(40.0, 120.0, 60.0)), unit_line="单位：亿元"),
        lambda: report(with_cell(table(40), "城镇居民人均可支配收入增速" * 9)),
        lambda: report(title="国民经济和社会发展规划主要指标完成情况\n（2023年上半年）"),
    ],
)
def test_every_cell_is_read_whole_inside_its_frame(make):
    assert_every_box_is_read(make())


def test_the_41_rows_of_annex_1_are_read_row_by_row():
    made = completion(facts())
    layout = laid(made)
    printed = []
    for number, (page, within) in enumerate(zip(layout.pages, read(pdf(made)), strict=True)):
        y = (CONTINUED if number else above(made)) + sum(layout.head)
        for at, height in zip(page.rows, page.heights, strict=True):
            placed = [each for each in made.tables[0].rows[at].placed() if not each[1].block]
            frames = [
                (layout.left(column), y, layout.across(column, cell.columns), height)
                for column, cell in placed
            ]
            printed.append([within(frame) for frame in frames])
            y += height
    assert len(printed) == 41
    assert printed == [
        [plain(cell.text) for cell in row.cells if not cell.block] for row in made.tables[0].rows
    ]
    assert printed[21] == ["化学需氧量（%）", "7.76", "[8]", "[11.76]", "提前完成", "约束性"]


def test_the_heading_s_two_levels_and_the_notes_are_read_too():
    made = completion(facts())
    first, last = pages(pdf(made))
    for text in (first, last):
        assert "类别指标2015年2020年规划目标预期值完成情况属性" in text
    assert f"附表1{made.heading}" in first
    for number, note in enumerate(made.tables[0].notes, 1):
        assert plain(f"{number}.{note}") in last


def test_no_cell_touches_its_neighbour_and_no_line_leaves_the_frame():
    made = targets(facts(B))
    layout = laid(made)
    first = above(made)
    for number, page in enumerate(layout.pages):
        drawn = list(boxes.boxes(made.tables[0], layout, page, CONTINUED if number else first))
        assert all(box.text.height <= box.height + 0.01 for box in drawn)
        assert max(box.x + box.width for box in drawn) == pytest.approx(AREA, abs=0.01)
        assert max(box.y + box.height for box in drawn) <= 225 * MILLIMETRE


def test_every_character_of_the_standard_can_be_copied_from_the_paper():
    text = (ROOT / "packaging" / "fonts" / "repertoire.txt").read_text("utf-8")
    standard = text.partition("[standard]")[2].partition("[")[0]
    characters = plain(standard)
    assert len(characters) > 1000
    parts = [characters[at : at + 40] for at in range(0, len(characters), 40)]
    rows = tuple(Row((Cell(part),)) for part in parts)
    made = report(Table((Column(156.0, Align.LEFT),), (Heading("字"),), rows), notes=())
    printed = "".join(pages(pdf(made)))
    assert {each for each in characters if each not in printed} == set()
    assert any(ord(each) > 0xFFFF for each in characters)


@pytest.mark.parametrize("where", ["row", "heading", "note", "title", "label", "unit_line"])
def test_a_character_that_no_font_has_is_named_wherever_it_stands(where):
    face = "甲\U0001f600"
    made = {
        "row": lambda: report(with_cell(table(), face)),
        "heading": lambda: report(replace(table(), headings=(Heading(face, columns=3),))),
        "note": lambda: report(notes=(face,)),
    }.get(where, lambda: report(**{where: face}))
    with pytest.raises(OutputError) as refused:
        typeset(made())
    assert str(refused.value) == ("报告中的“\U0001f600”（U+1F600）没有字体可用，请改正后再写出")


def test_all_characters_without_a_font_are_named_at_once():
    with pytest.raises(OutputError, match=r"U\+0E01.*U\+1F600"):
        typeset(report(with_cell(table(), "\u0e01"), title="\U0001f600"))


def test_several_rows_that_are_too_tall_are_named_at_once():
    tall = table(4, category="")
    long = "很长的名称" * 1000
    rows = tuple(with_cell(replace(tall, rows=(row,)), long).rows[0] for row in tall.rows[1:3])
    made = report(replace(tall, rows=(tall.rows[0], *rows, tall.rows[3])))
    with pytest.raises(OutputError, match="表中第2、3行的文字一页放不下"):
        typeset(made)


def test_each_page_is_told_as_it_is_begun():
    made = report(table(100))
    layout = laid(made)
    told: list[Progress] = []
    finish(draw(made, typeset(made)), told.append)
    assert [each.done for each in told] == list(range(len(layout.pages)))
    assert {each.total for each in told} == {len(layout.pages)}
    assert told[1].words == "正在绘制第2页"


def test_drawing_can_be_cancelled_between_pages():
    made = report(table(100))
    job = draw(made, typeset(made))
    next(job)
    job.close()
    with pytest.raises(StopIteration):
        next(job)


def test_rows_have_less_air_only_where_that_saves_a_page():
    layouts = [laid(report(table(rows))) for rows in range(1, 120)]
    looks = [(len(each.pages), round(each.pages[0].heights[0], 1)) for each in layouts]
    assert list(dict.fromkeys(looks)) == [
        (1, 18.6), (1, 16.2), (2, 18.6), (2, 16.2), (3, 18.6), (3, 16.2), (4, 18.6),
    ]  # fmt: skip
