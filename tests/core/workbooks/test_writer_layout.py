"""The writer and the reader agree about where things stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import Column
from core.workbooks.layout import (
    FIELDS,
    FOOT,
    Field,
    Sheet,
    cell_of,
    field_at,
    field_of,
    foot_at,
    heading,
    letters,
    position,
    row_name,
    row_named,
)
from tests import forms
from tests.core.domain.laws import law


@law
@given(st.integers(1, 16384), st.integers(1, 1048576))
def test_an_address_leads_back_to_its_cell(column, row):
    assert position(f"{letters(column)}{row}") == (row, column)


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_named_as_excel_names_them(column, name):
    assert letters(column) == name


@pytest.mark.parametrize(
    ("sheet", "field"), [(sheet, field) for sheet, fields in FIELDS.items() for field in fields]
)
def test_a_heading_tells_its_column_whatever_stands_below_it(sheet, field):
    first, rest = heading(sheet, field)[:1], heading(sheet, field)[1:]
    assert field_at(sheet, f" {first}　{rest} \n2025年") is field


@pytest.mark.parametrize("text", ["", "本期数", "类别"])
def test_other_words_head_no_column(text):
    assert field_at(Sheet.FORM, text) is None


def test_a_sheet_has_its_columns_one_by_one():
    fields = FIELDS[Sheet.FORM]
    assert [cell_of(fields, 7, each) for each in (Field.NUMBER, Field.FIGURE)] == ["A7", "J7"]
    with pytest.raises(ValueError, match="not in tuple"):
        cell_of(fields, 7, Field.NODE)


def test_what_a_milestone_has_reached_stands_under_the_nodes():
    assert field_of(forms.BRIDGE, Column.FIGURE) is Field.NODE
    assert field_of(forms.BRIDGE, Column.PROGRESS) is Field.PROGRESS
    assert field_of(forms.INDUSTRY, Column.FIGURE) is Field.FIGURE


def test_every_column_of_the_form_is_a_column_of_a_sheet():
    assert {field.column for field in Field if field.column} == set(Column)
    assert Field.NODE.column is Column.FIGURE
    assert Field.NAME.column is None


@pytest.mark.parametrize(("name", "label"), FOOT.items())
def test_a_label_of_the_foot_tells_what_it_asks_for(name, label):
    assert foot_at(f" {label} ：") == name
    assert foot_at(f"{label}张三") is None


def test_a_defined_name_leads_to_its_row():
    assert row_named(row_name(17)) == 17
    assert [row_named(each) for each in ("guiji_row_", "guiji_row_x", "17", "_xlnm")] == [None] * 4
