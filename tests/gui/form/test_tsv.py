"""Blocks of cells as they lie on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.form import tsv
from gui.form.tsv import TooLargeError, parse, show
from tests.core.domain.laws import law

cells = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=8)
quoted = st.text('"\t\n a1。', max_size=8)
blocks = st.lists(st.lists(st.one_of(cells, quoted), min_size=1, max_size=4), max_size=4)


@law
@given(blocks)
def test_what_is_written_is_read_again(rows):
    assert parse(show(rows)) == rows


@law
@given(st.text('"\t\r\n a1', max_size=12))
def test_every_text_is_some_block_in_which_no_sign_but_its_parts_is_lost(text):
    read = "".join("".join(row) for row in parse(text))

    kept = [sign for sign in read if sign not in '"\t\n']
    assert kept == [sign for sign in text if sign not in '"\t\r\n']


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("12.5", [["12.5"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\r2\r", [["1"], ["2"]]),
        ("1\t\r\n\t2\r\n", [["1", ""], ["", "2"]]),
        ("1\t", [["1", ""]]),
        ("\n", [[""]]),
        ("1\n\n2\n", [["1"], [""], ["2"]]),
        ('"一\n二"\t3\r\n', [["一\n二", "3"]]),
        ('"一\r\n二"\t3\r\n', [["一\n二", "3"]]),
        ('"他说""好"""\t3', [['他说"好"', "3"]]),
        ('""\t3', [["", "3"]]),
        ('"没有收尾\t3\n4', [['"没有收尾', "3"], ["4"]]),
        ('"甲"乙\t3', [['"甲"乙', "3"]]),
        ('5"\t3', [['5"', "3"]]),
        ('"甲\t乙"', [["甲\t乙"]]),
    ],
)
def test_blocks_of_excel_wps_and_libreoffice_are_read(text, rows):
    assert parse(text) == rows


def test_a_block_is_written_with_the_line_ends_of_excel():
    assert show([["1", '5"'], ["一\n二", ""]]) == '1\t"5"""\r\n"一\n二"\t\r\n'


def test_ten_thousand_rows_are_read():
    assert len(parse("1\t2\t3\r\n" * 10_000)) == 10_000


def test_a_block_larger_than_any_form_is_refused(monkeypatch):
    monkeypatch.setattr(tsv, "MOST_CELLS", 3)

    assert parse("1\t2\t3") == [["1", "2", "3"]]
    with pytest.raises(TooLargeError):
        parse("1\t2\n3\t4")


def test_ten_megabytes_in_one_cell_are_read_at_once():
    text = "说" * 10_000_000
    assert parse(f'"{text}"') == [[text]]
