"""A figure that a formula gives goes out with the form, and comes back as nobody's entry."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from core.domain.changes import Side, compare
from core.domain.form_rows import with_entries
from core.domain.returned import Signatory
from core.workbooks import guide, lines, manifest
from core.workbooks.layout import Sheet
from core.workbooks.manifest import Contact
from core.workbooks.writer import refill
from tests import forms
from tests.core.workbooks import returned as the
from tests.core.workbooks.returned import SLIP

SHARE = forms.own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
PLAN = forms.plan(forms.INDUSTRY, forms.RESEARCH, SHARE, rules=(), milestones=())
FORM = forms.form(forms.entry("B-01", "200"), forms.entry("B-02", "5"), a_plan=PLAN)
ITEMS = {row.item.code: row.item for row in FORM.rows}


def put(form, code, text):
    return with_entries(form, {form.row(code): forms.entry(code, text)})


def stored(form):
    return {row.item.code: row.entry for row in form.rows}


def cell(content, code="B-06"):
    """The cell of the figure, on the only form sheet."""
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book[Sheet.FORM.label]
    row = next(each for each in sheet.iter_rows() if each[-1].value == code)
    (place,) = [at for at, each in enumerate(sheet[3]) if str(each.value or "")[:2] == "本期"]
    return row[place]


def test_a_computed_figure_is_shown_open_and_explained():
    content = the.written(FORM)
    found = cell(content)
    assert (float(found.value), found.protection.locked) == (2.5, False)
    book = openpyxl.load_workbook(BytesIO(content))
    prompts = [each.prompt for each in book[Sheet.FORM.label].data_validations.dataValidation]
    assert any(
        "由程序计算，不用填：“研发经费” ÷ “高新产业产值” × 100" in str(each) for each in prompts
    )


@pytest.mark.parametrize("pass_through", [lambda content: content, the.as_excel])
def test_sent_back_as_it_was_it_changes_nothing(pass_through):
    found = the.read(pass_through(the.written(FORM)), items=ITEMS)
    assert found.entries["B-06"].figure is None
    assert compare(found.sent, stored(FORM), found.entries) == ()
    assert (found.findings, found.tampered, found.forged) == ((), (), False)


@pytest.mark.parametrize(("typed", "text"), [(2.6, "2.60"), (None, "")])
def test_a_figure_typed_over_it_is_ones_own_and_a_cleared_one_is_none(typed, text):
    def change(book):
        place = cell(the.written(FORM)).coordinate
        book[Sheet.FORM.label][place].value = typed

    found = the.read(the.edited(change, the.written(FORM)), items=ITEMS)
    assert found.entries["B-06"].text == text
    sides = [each.side for each in compare(found.sent, stored(FORM), found.entries)]
    assert sides == [Side.RETURNED] * bool(text)


def test_written_back_it_stands_there_only_as_long_as_it_is_the_same():
    sent = lines.compose(FORM, SLIP, Contact())
    again = [
        refill(sent, form, Signatory())
        for form in (FORM, put(FORM, "B-02", "6"), put(FORM, "B-02", ""), put(FORM, "B-06", "2.7"))
    ]
    assert [cell(each).value and float(cell(each).value) for each in again] == [2.5, None, 2.5, 2.7]


def test_the_hidden_sheet_tells_it_from_an_entry():
    (line,) = [each for each in lines.compose(FORM, SLIP, Contact()).lines if each.code == "B-06"]
    assert (line.computed, manifest.sent(manifest.line(line)).computed) == ("2.50", "2.50")
    own = put(FORM, "B-06", "2.50")
    (line,) = [each for each in lines.compose(own, SLIP, Contact()).lines if each.code == "B-06"]
    assert line.computed == ""


def test_the_guide_tells_of_formulas_where_there_is_one():
    plain = forms.form(a_plan=forms.plan(forms.INDUSTRY, rules=(), milestones=()))
    told = ["".join("".join(each.paragraphs) for each in _guide(form)) for form in (FORM, plain)]
    assert ["由公式计算的指标" in each for each in told] == [True, False]
    assert ["与公式不符" in each for each in told] == [True, False]


def _guide(form):
    return guide.chapters(form, lines.compose(form, SLIP, Contact()))


def test_what_waits_for_others_goes_out_empty():
    waiting = replace(FORM, rows=tuple(put(FORM, "B-01", "").rows))
    assert cell(the.written(waiting)).value is None
