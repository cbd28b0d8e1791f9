"""With LibreOffice: what another program makes of an annotated copy and of a 退回单."""

import openpyxl
import pytest

from core.domain.cell import Column
from core.progress import finish
from core.reports import return_slip
from core.services.reports import reporting
from core.services.reports.reporting import Format
from tests.core.reports.paper import pages
from tests.core.reports.test_office import converted, rows_of
from tests.core.workbooks import returned as the
from tests.core.workbooks.test_annotate import at, copy
from tests.slips import finding, slip

pytestmark = [pytest.mark.office, pytest.mark.slow]
FILLED = {("B-02", Column.FIGURE): -5, ("B-01", Column.EXPLANATION): "=口径"}


@pytest.fixture
def path(tmp_path):
    """An annotated copy as a file."""
    made = copy(the.filled(FILLED), finding(at()), finding(at("P01-01"), code="P01-01"))
    (tmp_path / "copy.xlsx").write_bytes(made)
    return tmp_path / "copy.xlsx"


def cells(path):
    """The values, comments and links of all cells."""
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            cell.comment and cell.comment.text,
            cell.hyperlink and str(cell.hyperlink.location).replace("'", ""),
        )
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def test_a_copy_is_opened_and_saved_without_loss(path, tmp_path):
    saved = converted(path, "xlsx", tmp_path)
    assert cells(saved) == cells(path)
    again = the.read(saved.read_bytes())
    assert again.entries == the.read(path.read_bytes()).entries
    assert (again.findings, again.tampered) == ((), ())


def test_a_copy_is_printed_with_its_list_first(path, tmp_path):
    first, *others = pages(converted(path, "pdf", tmp_path).read_bytes())
    assert "填报表!J6" in first
    assert any("-5.00" in each for each in others)


def test_a_slip_is_opened_and_saved_without_loss(tmp_path):
    made = return_slip.build(slip(finding(at())), "退回单")
    ((_, content),) = finish(reporting.drawn(made, (Format.XLSX,)))
    (tmp_path / "slip.xlsx").write_bytes(content)
    saved = converted(tmp_path / "slip.xlsx", "xlsx", tmp_path)
    assert rows_of(saved) == rows_of(tmp_path / "slip.xlsx")
