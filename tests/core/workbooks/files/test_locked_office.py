"""With LibreOffice: a workbook that we locked opens with its password, by a macro of the test's."""

import shutil
import subprocess
from io import BytesIO

import openpyxl
import pytest

from core.workbooks.files.locked import encrypted

pytestmark = [pytest.mark.office, pytest.mark.slow]
KEY = "规绩2024"
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script"
  script:name="Module1" script:language="StarBasic">
Sub Resave(source As String, key As String, target As String)
  Dim given(1) As New com.sun.star.beans.PropertyValue
  given(0).Name = "Hidden" : given(0).Value = True
  given(1).Name = "Password" : given(1).Value = key
  Dim wanted(0) As New com.sun.star.beans.PropertyValue
  wanted(0).Name = "FilterName" : wanted(0).Value = "Calc MS Excel 2007 XML"
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, given())
  If Not IsNull(book) Then book.storeToURL(target, wanted())
  StarDesktop.terminate()
End Sub
</script:module>
"""


def start(folder, *words):
    """Run LibreOffice with a profile of its own."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=100)


def resaved(path, folder):
    """Have LibreOffice open a file with the password, and save it without one."""
    start(folder, "--terminate_after_init")  # it makes the profile
    (folder / "profile/user/basic/Standard/Module1.xba").write_text(MACRO, "utf-8")
    target = folder / "open.xlsx"
    words = f'"{path.as_uri()}","{KEY}","{target.as_uri()}"'
    start(folder, f"macro:///Standard.Module1.Resave({words})")
    return target


def test_libreoffice_opens_what_we_locked(tmp_path):
    book, content = openpyxl.Workbook(), BytesIO()
    book.worksheets[0]["A1"] = "内部"
    book.save(content)
    path = tmp_path / "locked.xlsx"
    path.write_bytes(encrypted(path.name, content.getvalue(), KEY))
    found = openpyxl.load_workbook(resaved(path, tmp_path))
    assert found.worksheets[0]["A1"].value == "内部"
