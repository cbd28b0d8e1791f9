"""The colours of a form while it is filled in are those of the checks."""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from core.domain import checks
from core.domain.cell import Column
from core.domain.checks import CATALOGUE
from core.domain.indicator import Nature, Node
from core.domain.issue import Severity
from core.domain.returned import Slip
from core.workbooks import writer
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact
from core.workbooks.signs import signs
from tests import factory as the
from tests import forms

SLIP = Slip("p", "D05", forms.HALF, 1, "here", "as-sent", "2024-07-01T09:00:00+08:00")
MUST, SAY = Severity.BLOCKING, Severity.EXPLAIN
LEFT = {
    *("unreadable", "contradicted", "kind", "growth_kind", "progress_kind", "absent"),
    "whole",
}  # to the return: no formula can tell


def told(form, code):
    """The signs of a row: grade, coloured columns, formula; columns are called by their names."""
    (line,) = [each for each in compose(form, SLIP, Contact()).lines if each.code == code]
    row = form.rows[form.row(code)]
    return {
        (each.severity, each.columns): each.formula
        for each in signs(row, line, lambda column: column.label)
    }


def flow(*past, **rest):
    """A form with one sum since the start of the year."""
    item = forms.own("B-01", "产值", nature=Nature.FLOW, base="", **rest)
    return forms.form(past=past, a_plan=forms.plan(item))


def test_a_number_below_zero_is_to_be_explained():
    assert told(flow(), "B-01") == {
        (MUST, (Column.EXPLANATION,)): "LEN(说明)>2000",
        (MUST, (Column.MISSING,)): 'AND(本期<>"",缺数原因<>"")',
        (SAY, (Column.FIGURE, Column.EXPLANATION)): (
            'AND(TRIM(说明)="",AND(ISNUMBER(本期),本期<0))'
        ),
    }


def test_a_share_has_its_limits():
    form = flow(unit="%")
    formulas = told(form, "B-01")
    assert formulas[MUST, (Column.FIGURE,)] == "AND(ISNUMBER(本期),本期<0)"
    assert "本期>100" in formulas[SAY, (Column.FIGURE, Column.EXPLANATION)]


def test_earlier_figures_set_limits():
    form = flow(forms.entry("B-01", "150.10", at="2024Q1"))
    formula = told(form, "B-01")[SAY, (Column.FIGURE, Column.EXPLANATION)]
    assert "OR(本期<0,本期<150.10," in formula
    assert "AND(本期>=150.10,本期<=150.10)" in formula
    assert "AND(本期>=1501.00,本期<=6004.00)" in formula
    assert "NOT(AND(本期>=285.1900,本期<=315.2100))" in formula


def test_what_was_usual_sets_limits():
    past = [forms.entry("B-01", f"1{number}", at=f"{2018 + number}Q2") for number in range(6)]
    formula = told(flow(*past), "B-01")[SAY, (Column.FIGURE, Column.EXPLANATION)]
    assert "OR(本期<5.00,本期>20.00)" in formula


def test_a_node_is_one_of_the_list_and_none_before_the_last():
    past = [
        forms.entry("P01-01", "", at="2024Q1", progress=the.figure("60")),
        forms.entry("P01-01", "封顶", at="2023Q4", progress=the.figure("40")),
    ]
    formulas = told(forms.form(past=past), "P01-01")
    assert formulas[MUST, (Column.FIGURE,)].startswith('AND(本期<>"",本期<>"未开工",本期<>"开工"')
    assert formulas[SAY, (Column.FIGURE, Column.EXPLANATION)] == (
        'AND(TRIM(说明)="",OR(本期="未开工",本期="开工"))'
    )
    assert formulas[MUST, (Column.PROGRESS,)] == (
        "AND(ISNUMBER(形象进度),OR(形象进度<0,形象进度>100))"
    )
    assert formulas[SAY, (Column.PROGRESS, Column.EXPLANATION)] == (
        'AND(TRIM(说明)="",AND(ISNUMBER(形象进度),形象进度<60))'
    )


def test_words_that_a_person_judges_are_no_fault():
    assert (MUST, (Column.FIGURE,)) not in told(forms.form(), "P01-02")


def test_a_figure_other_than_the_computed_one_is_to_be_explained():
    share = forms.own("B-06", "研发强度", unit="%", formula="[B-02] / [B-01] * 100")
    plan = forms.plan(forms.INDUSTRY, forms.RESEARCH, share)
    form = forms.form(forms.entry("B-01", "200"), forms.entry("B-02", "5"), a_plan=plan)
    formula = told(form, "B-06")[SAY, (Column.FIGURE, Column.EXPLANATION)]
    assert "ROUND(本期,2)<>2.50" in formula
    assert formula.startswith('AND(TRIM(说明)="",AND(ISNUMBER(本期),OR(')


def test_what_is_locked_has_no_colour_but_its_explanation():
    assert [*told(forms.form(), "B-03")] == [(MUST, (Column.EXPLANATION,))]
    assert told(forms.handed_in(forms.form()), "B-01") == {}


def test_every_grave_check_has_a_sign_or_is_left_to_the_return():
    node = replace(forms.BRIDGE, node=Node.COMPLETED)
    past = [
        *(forms.entry("B-01", f"1{number}.5", at=f"{2019 + number}Q1") for number in range(6)),
        forms.entry("P01-01", "封顶", at="2024Q1", progress=the.figure("60")),
    ]
    plan = forms.plan(forms.own("B-01", "占比", "60", unit="%"), milestones=(node,))
    form = forms.form(past=past, a_plan=plan)
    limits = {each.check.code for each in checks.limits(*looked_at(form, "B-01"))}
    grave = {each.code for each in CATALOGUE if each.grade is not Severity.HINT}
    others = {"negative", "copied", "outlier", "calculated"}  # not of this share; see above
    beside = {"both", "overlong", "node", "node_back", "progress_range", "progress_back"}
    assert grave - LEFT - others - beside == limits - others


def looked_at(form, code):
    """What the limits of a row are made from."""
    row = form.rows[form.row(code)]
    return row.item, form.quarter, row.past


def test_rows_with_the_same_formula_share_it():
    rows = [forms.own(f"B-0{number}", f"产值{number}", base="") for number in range(1, 5)]
    plan = forms.plan(*rows, milestones=())
    past = [forms.entry("B-03", "100", at="2024Q1")]
    content = writer.write(forms.form(past=past, a_plan=plan), SLIP, b"key")
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    found = {str(each.sqref): each.rules[0] for each in sheet.conditional_formatting}
    rule = found["J5:J6 J8 L5:L6 L8"]
    assert rule.formula == ['AND(TRIM($L5)="",AND(ISNUMBER($J5),$J5<0))']
    assert found["J7 L7"].formula[0].startswith('AND(TRIM($L7)="",AND(ISNUMBER($J7),OR($J7<0,')
    assert [each.rules[0].priority for each in sheet.conditional_formatting] == [1, 2, 3, 4]


@pytest.mark.parametrize("code", ["B-01", "P01-01"])
def test_no_formula_has_what_excel_forbids_in_them(code):
    past = [forms.entry(code, "封顶" if code[0] == "P" else "1E3".replace("E", "0"), at="2024Q1")]
    for formula in told(forms.form(past=past), code).values():
        assert not re.search(r"[{}\[\]]|\dE[+-]?\d", formula)
        assert len(formula) < 8192
