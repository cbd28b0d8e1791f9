"""With LibreOffice, qpdf and poppler: what other programs make of our files."""

import re
import shutil
import subprocess

import openpyxl
import pypdfium2
import pytest

from core.progress import finish
from core.services.reports import printing
from core.services.reports.reporting import Format, Request

pytestmark = [pytest.mark.office, pytest.mark.slow]
UNIT = "（(?:%|亿元|元|亿美元|万人|年|人|件|个|岁|亿斤|万亩)）"
KINDS = [("completion", "zhanggong-2016-2020"), ("targets", "zhanggong-2021-2025")]


def needs(tool):
    """Skip the test with the reason where a program is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")


@pytest.fixture(params=KINDS)
def files(request, store, tmp_path):
    """A report as PDF and Excel."""
    asked = Request(*request.param)
    job = printing.produce(store, [asked], (Format.PDF, Format.XLSX), tmp_path / "out")
    return finish(job).files


def converted(path, ending, folder):
    """What LibreOffice makes of a file."""
    needs("soffice")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(folder / ending), str(path)],
        check=True,
        capture_output=True,
        timeout=100,
    )  # fmt: skip
    return folder / ending / f"{path.stem}.{ending}"


def rows_of(path):
    """The values and kinds of a workbook's cells."""
    page = openpyxl.load_workbook(path).worksheets[0]
    return [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows()]


def units_by_page(path):
    """The units of the indicators on each page, sorted, for merged cells mix up the order."""
    with pypdfium2.PdfDocument(path) as document:
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    return [sorted(re.findall(UNIT, text)) for text in texts]


def test_libreoffice_opens_and_saves_the_workbook_without_loss(files, tmp_path):
    _, workbook = files
    assert rows_of(converted(workbook, "xlsx", tmp_path)) == rows_of(workbook)


def test_libreoffice_prints_the_same_rows_on_the_same_pages(files, tmp_path):
    ours, workbook = files
    assert units_by_page(converted(workbook, "pdf", tmp_path)) == units_by_page(ours)


def test_qpdf_finds_nothing_wrong(files):
    needs("qpdf")
    checked = subprocess.run(["qpdf", "--check", files[0]], capture_output=True, check=False)
    assert checked.returncode == 0
    assert b"No syntax or stream encoding errors" in checked.stdout


def test_all_fonts_are_embedded_subset_and_extractable(files):
    needs("pdffonts")
    told = subprocess.check_output(["pdffonts", files[0]]).decode()
    fonts = told.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    assert all("Helvetica" not in line for line in fonts)
