"""With LibreOffice: what another program makes of a form, and what its formulas come to there."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import openpyxl
import pypdfium2
import pytest

from core.domain import checks
from core.domain.cell import Column
from core.domain.figure import Figure, Words
from core.domain.indicator import Milestone, Nature
from core.domain.issue import Severity
from core.domain.returned import Slip
from core.workbooks import writer
from core.workbooks.layout import HIDDEN
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact, manifest
from core.workbooks.seal import is_genuine
from core.workbooks.signs import signs
from tests import factory as the
from tests import forms
from tests.core.reports.test_office import converted

pytestmark = [pytest.mark.office, pytest.mark.slow]
KEY = b"k" * 32
SLIP = Slip("p", "D05", forms.HALF, 1, "here", "as-sent", "2024-07-01T09:00:00+08:00")
ODD = forms.own("B-04", "=“产值”<&>\u3000-1", base="", unit="%", nature=Nature.RATE)
FLOW = forms.own("B-06", "营业收入", nature=Nature.FLOW, base="521.94")
PLAN = forms.plan(forms.INDUSTRY, forms.RESEARCH, forms.SHARED, ODD, FLOW)
PAST = (
    *(forms.entry("B-01", f"15{number}.5", at=f"{2018 + number}Q2") for number in range(6)),
    forms.entry("B-02", "40.25", at="2024Q1"),
    forms.entry("B-06", "150.10", at="2024Q1"),
    forms.entry("P01-01", "封顶", at="2024Q1", progress=the.figure("60")),
)
FORM = forms.form(
    forms.entry("B-01", "160.50", growth=the.figure("5.3"), explanation="=口径调整"),
    forms.entry("P01-02", "推进中"),
    past=PAST,
    a_plan=PLAN,
)


@pytest.fixture
def path(tmp_path):
    """A form as a file."""
    (tmp_path / "form.xlsx").write_bytes(writer.write(FORM, SLIP, KEY, Contact("区发改委")))
    return tmp_path / "form.xlsx"


def cells(book):
    """The values and kinds of all cells, with how they are protected and shown."""
    return {
        (sheet.title, cell.coordinate): (
            *(cell.value, cell.data_type, cell.protection.locked, cell.number_format),
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def offers(book):
    """What the cells offer."""
    return sorted(
        (sheet.title, each.type, str(each.sqref), each.formula1, each.prompt, each.promptTitle)
        for sheet in book.worksheets
        for each in sheet.data_validations.dataValidation
        if each.type
    )


def test_another_program_opens_and_saves_a_form_without_loss(path, tmp_path):
    ours = openpyxl.load_workbook(path)
    theirs = openpyxl.load_workbook(converted(path, "xlsx", tmp_path))
    assert cells(theirs) == cells(ours)
    assert offers(theirs) == offers(ours)
    assert theirs[HIDDEN].sheet_state in ("hidden", "veryHidden")
    assert all(sheet.protection.sheet for sheet in theirs.worksheets)
    assert theirs.defined_names.keys() >= ours.defined_names.keys()
    rows = theirs[HIDDEN].iter_rows(values_only=True)
    back = manifest([str(each or "") for each in row] for row in rows)
    assert is_genuine(back, KEY)


def test_it_prints_all_rows_as_wide_as_the_paper(path, tmp_path):
    with pypdfium2.PdfDocument(converted(path, "pdf", tmp_path)) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        sizes = [page.get_size() for page in document]
    wide = [width > height for width, height in sizes]
    assert wide[:2] == [True, True]
    assert not wide[-1]
    assert "报出日期" in texts[0]
    assert "科创大桥" in texts[1]


NUMBERS = ("-1", "0", "3", "14.9", "15.2", "39", "40.25", "44", "100", "100.5", "149.9", "150.1")
LARGER = ("151", "153.5", "160", "300", "520", "1505", "5300", "52000")
NODES = ("", "未开工", "开工", "封顶", "完工", "乱写")
PROGRESSES = ("", "-1", "59.9", "60", "100", "101")
AT = {Column.FIGURE: "A", Column.MISSING: "B", Column.PROGRESS: "C", Column.EXPLANATION: "D"}


def typed():
    """Every row of the form with every value that is tried in it."""
    for line in compose(FORM, SLIP, Contact()).lines:
        row = FORM.rows[FORM.row(line.code)]
        if isinstance(row.item, Milestone):
            tried = [(node, progress) for node in NODES for progress in PROGRESSES]
        else:
            tried = [(number, "") for number in NUMBERS + LARGER]
        if Column.FIGURE in line.open:
            yield from ((row, line, figure, progress) for figure, progress in tried)


def found(row, figure, progress):
    """The grades of what the checks find."""
    entry = replace(
        row.entry,
        figure=Figure(Words(figure)) if figure in NODES[1:] else the.figure(figure),
        progress=the.figure(progress),
        growth=None,
        explanation="",
    )
    issues = checks.check(row.item, entry, row.past)
    return {each.severity for each in issues} - {Severity.HINT}


def value(text):
    """What somebody who types it leaves in a cell."""
    if not text or text in NODES:
        return text or None
    return Decimal(text)


def beside(number, column):
    """The address of a column in a row of the trial."""
    return f"${AT[column]}{number}"


def test_the_formulas_come_to_what_the_checks_find(tmp_path):
    book = openpyxl.Workbook()
    trial = book.create_sheet("试算", 0)
    cases = list(typed())
    for number, (row, line, figure, progress) in enumerate(cases, 1):
        trial[f"A{number}"], trial[f"C{number}"] = value(figure), value(progress)
        told = list(signs(row, line, partial(beside, number)))
        for letter, grade in (("F", Severity.BLOCKING), ("G", Severity.EXPLAIN)):
            formulas = [each.formula for each in told if each.severity is grade]
            trial[f"{letter}{number}"] = f"=IF(OR({','.join(formulas or ['FALSE'])}),1,0)"
    book.save(tmp_path / "formulas.xlsx")
    there = converted(tmp_path / "formulas.xlsx", "xlsx", tmp_path)
    sheet = openpyxl.load_workbook(there, data_only=True)["试算"]
    for number, (row, _, figure, progress) in enumerate(cases, 1):
        grades = {Severity.BLOCKING: f"F{number}", Severity.EXPLAIN: f"G{number}"}
        coloured = {grade for grade, cell in grades.items() if sheet[cell].value == 1}
        assert coloured == found(row, figure, progress), (row.item.name, figure, progress)
