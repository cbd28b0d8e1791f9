"""LibreOffice with the shipped typefaces in place of the official ones: many files at once."""

import os
import shutil
import subprocess

import pytest

import resources

TYPEFACES = {
    "宋体": "Noto Serif SC",
    "黑体": "Noto Sans SC",
    "方正小标宋简体": "Noto Serif SC",
    "仿宋_GB2312": "Noto Serif SC",
    "楷体_GB2312": "AR PL KaitiM GB",
}
ONE = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)
ALL = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    "<dir>{}</dir><cachedir>{}</cachedir>{}</fontconfig>"
)


def convert(files, ending, folder):
    """What LibreOffice makes of some files in one run: the paths, in their order."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    target = folder / ending
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(target), *map(str, files)],
        check=True,
        capture_output=True,
        env=os.environ | {"FONTCONFIG_FILE": str(_typefaces(folder))},
        timeout=240,
    )  # fmt: skip
    return [target / f"{file.stem}.{ending}" for file in files]


def _typefaces(folder):
    """Tell fontconfig which shipped typeface stands for which official one."""
    told, shipped = folder / "fonts.conf", resources.path("fonts", "README.md").parent
    instead = "".join(ONE.format(*each) for each in TYPEFACES.items())
    told.write_text(ALL.format(shipped, folder / "fonts", instead), encoding="utf-8")
    return told
