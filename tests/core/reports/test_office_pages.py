"""What LibreOffice prints of large workbooks: the pages of our PDF, in the size of print."""

import re
import subprocess

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from core.reports.content import Cell, Column, Heading, Row, Table
from tests.core.reports.paper import numbers, pages, pdf, report, table, workbook
from tests.core.reports.test_office import needs

pytestmark = [pytest.mark.office, pytest.mark.slow]
YEARS = tuple(Heading(f"{year}年", (Heading("目标"), Heading("实际值"))) for year in (2021, 2022))
AS_WIDE_AS_ARIAL = ("Arial", "Liberation Sans", "Arimo", "Nimbus Sans")
TITLE = "国民经济和社会发展第十四个五年规划主要指标完成情况及说明"
REPORTS = {
    "400行": report(numbers(400), notes=("共400个指标。", "另有说明。")),
    "横排": report(
        Table(
            tuple(map(Column, (20.0, 50.0, 30.0, 30.0, 30.0, 30.0, 25.0))),
            (Heading("类别"), Heading("指标"), *YEARS, Heading("状态")),
            tuple(
                Row(
                    (
                        Cell(f"类别{at // 15}", block=str(at // 15)),
                        Cell(f"第{at}项指标"),
                        *(Cell(f"{at}.{each}") for each in range(4)),
                        Cell("滞后"),
                    )
                )
                for at in range(45)
            ),
        ),
        notes=("共45个指标。",),
    ),
    "长类别": report(
        table(120, category=lambda at: "很长" if at <= 70 else str(at // 8)),
        title=TITLE,
        unit_line="单位：亿元",
    ),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The PDFs that LibreOffice makes of the workbooks, by name."""
    needs("soffice")
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name}.xlsx" for name in REPORTS]
    for file, made in zip(files, REPORTS.values(), strict=True):
        file.write_bytes(workbook(made))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=110,
    )  # fmt: skip
    return {file.stem: file.with_suffix(".pdf").read_bytes() for file in files}


def rows_by_page(data):
    return [re.findall(r"第(\d+)项", text) for text in pages(data)]


@pytest.mark.parametrize("name", REPORTS)
def test_each_page_has_the_rows_that_it_has_in_our_pdf(printed, name):
    assert rows_by_page(printed[name]) == rows_by_page(pdf(REPORTS[name]))


@pytest.mark.parametrize("name", REPORTS)
def test_each_page_repeats_the_headings(printed, name):
    assert all("类别指标" in text for text in pages(printed[name]))


@pytest.fixture
def arial():
    """Skip where no font has Arial's measure, in which the widths of columns are told."""
    needs("fc-match")
    found = subprocess.check_output(["fc-match", "Arial"]).decode()
    if not any(name in found for name in AS_WIDE_AS_ARIAL):
        pytest.skip(f"no font is as wide as Arial: {found.strip()}")


@pytest.mark.usefixtures("arial")
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_printed_smaller_than_it_was_set(printed, name):
    with pypdfium2.PdfDocument(printed[name]) as document:
        sizes = [_size(item) for item in document[0].get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
    assert 9.5 < min(sizes) <= 10.5


def _size(item):
    """The size of a text as it is printed, whatever it was scaled by."""
    size = pdfium.c_float()
    pdfium.FPDFTextObj_GetFontSize(item.raw, size)
    matrix = item.get_matrix()
    return size.value * (matrix.c**2 + matrix.d**2) ** 0.5
