"""With LibreOffice and poppler: a document of several parts as other programs see it."""

import re
import subprocess
from zipfile import ZipFile

import openpyxl
import pytest

from tests.core.reports import sample
from tests.core.reports.paper import laid_out, pages, pdf, workbook
from tests.core.reports.test_office import converted, needs

NUMBER = r"\d+\.\d\d"
pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The workbook, and what LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("parts")
    (folder / "report.xlsx").write_bytes(workbook(sample.report()))
    return folder


def test_libreoffice_prints_the_same_pages_of_text_and_tables(folder):
    printed = pages(converted(folder / "report.xlsx", "pdf", folder).read_bytes())
    ours = pages(pdf(sample.report()))
    first_chart = laid_out(sample.report()).first_sheet(4)
    for number, (theirs, own) in enumerate(zip(printed, ours, strict=False), 1):
        if number < first_chart:
            assert sorted(re.findall(NUMBER, theirs)) == sorted(re.findall(NUMBER, own))
            assert f"—{number}—" in theirs


def test_libreoffice_keeps_every_cell_and_chart(folder):
    saved = openpyxl.load_workbook(converted(folder / "report.xlsx", "xlsx", folder))
    book = openpyxl.load_workbook(folder / "report.xlsx")
    assert saved.sheetnames == book.sheetnames
    for name in book.sheetnames:
        assert values(saved[name]) == values(book[name])
    with ZipFile(folder / "xlsx" / "report.xlsx") as parts:
        assert len([name for name in parts.namelist() if "charts/chart" in name]) == 4
        assert len([name for name in parts.namelist() if name.endswith(".png")]) == 1


def values(sheet):
    return {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value is not None}


def test_all_fonts_are_embedded_and_none_is_helvetica(tmp_path):
    needs("pdffonts")
    (tmp_path / "report.pdf").write_bytes(pdf(sample.report()))
    fonts = subprocess.check_output(["pdffonts", tmp_path / "report.pdf"]).decode().splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    assert not [line for line in fonts if "Helvetica" in line]


def test_qpdf_finds_nothing_wrong(tmp_path):
    needs("qpdf")
    (tmp_path / "report.pdf").write_bytes(pdf(sample.report()))
    checked = subprocess.run(
        ["qpdf", "--check", tmp_path / "report.pdf"], capture_output=True, check=False
    )
    assert checked.returncode == 0
