"""Forms that another program has saved: .xls, .ods and .xlsb as well as .xlsx."""

import shutil
import subprocess

import pytest

from core.domain.figure import Figure
from core.domain.returned import Verdict
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import kinds, sheets, xlsb


def entries(found):
    """The figures that came back, with what stands beside two of them."""
    industry, bridge = found.entries["B-01"], found.entries["P01-01"]
    return the.texts(found), industry.growth, industry.explanation, bridge.progress


EXPECTED = (
    {"B-01": "12.50", "B-02": "45", "B-07": "25", "P01-01": "封顶"},
    Figure.parse("7.5"),
    "企业投产",
    Figure.parse("60"),
)


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_what_libreoffice_saved_in_another_format_is_read(ending):
    found = the.read(kinds.kept(ending), "填报表.xlsx")
    assert entries(found) == EXPECTED
    assert not found.tampered
    assert "存的数是45；按45读，请确认" in the.told(found)


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_a_share_is_asked_about_where_the_format_does_not_tell_how_it_is_shown(ending):
    found = the.read(kinds.kept(ending))
    assert "可能是0.125%，也可能是12.5%；没有读" in the.told(found)
    assert found.entries["B-06"] == found.sent["B-06"]
    assert found.verdict is Verdict.DOUBTFUL


def test_a_binary_workbook_is_read():
    found = the.read(xlsb.workbook(the.filled({"B-02": 88.5, "P01-01": "封顶"})))
    assert the.texts(found) == {"B-01": "12.50", "B-02": "88.50", "P01-01": "封顶"}
    assert found.verdict is Verdict.READY


def test_a_locked_cell_that_changed_is_told_in_a_binary_workbook_too():
    _, make = sheets.CHANGED["改了基期.xlsx"]
    (changed,) = the.read(xlsb.workbook(make())).tampered
    assert (changed.heading, changed.sent, changed.returned) == ("基期", "311.64", "300")


def saved(content, ending, folder):
    """What LibreOffice saves after it has opened a workbook."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    (folder / "form.bin").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(folder / ending), str(folder / "form.bin")],
        check=True,
        capture_output=True,
        timeout=100,
    )  # fmt: skip
    return (folder / ending / f"form.{ending}").read_bytes()


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_the_kept_files_are_what_libreoffice_makes(ending, tmp_path):
    made = the.read(saved(kinds.for_saving(), ending, tmp_path))
    kept = the.read(kinds.kept(ending))
    assert (made.entries, made.answers) == (kept.entries, kept.answers)
    assert [each.message for each in made.findings] == [each.message for each in kept.findings]


@pytest.mark.office
@pytest.mark.slow
def test_what_libreoffice_saves_as_xlsx_loses_nothing(tmp_path):
    found = the.read(saved(kinds.for_saving(), "xlsx", tmp_path))
    expected, *rest = EXPECTED
    assert entries(found) == (expected | {"B-06": "12.5"}, *rest)
    assert not found.tampered


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_the_binary_workbook(tmp_path):
    found = the.read(saved(xlsb.workbook(the.filled({"B-02": 88.5})), "xlsx", tmp_path))
    assert the.texts(found) == {"B-01": "12.50", "B-02": "88.5"}
