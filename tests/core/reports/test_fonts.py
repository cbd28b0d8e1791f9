"""The machine's official typefaces come first, the shipped ones stand in for them."""

import shutil
import subprocess
import sys

import pytest

import resources
from core.reports.pdf import fonts, official
from core.reports.pdf.cmap import to_unicode
from core.reports.pdf.fonts import Typeface
from core.reports.pdf.roles import Role


@pytest.fixture(autouse=True)
def fresh():
    """Forget which fonts were found, before and after."""
    for each in (official._listed, fonts._official):  # caches of one process
        each.cache_clear()
    yield
    for each in (official._listed, fonts._official):
        each.cache_clear()


def listing(monkeypatch, text, tool="/usr/bin/fc-list"):
    """Let fontconfig list these fonts."""

    def run(command, **_):
        return subprocess.CompletedProcess(command, 0, text.encode(), b"")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: tool)
    monkeypatch.setattr(subprocess, "run", run)


def test_fontconfig_s_first_official_family_is_taken(monkeypatch):
    listing(monkeypatch, "华文仿宋,STFangsong\t/f/st.ttf\n仿宋\t/f/fang.ttf\n")
    assert str(official.find(Role.FANGSONG)) == "/f/fang.ttf"
    assert official.find(Role.HEI) is None


def test_without_fontconfig_nothing_is_found(monkeypatch):
    listing(monkeypatch, "", tool=None)
    assert official.find(Role.HEI) is None


def test_a_fontconfig_that_fails_finds_nothing(monkeypatch):
    listing(monkeypatch, "")

    def fail(command, **_):
        raise subprocess.TimeoutExpired(command, 5)

    monkeypatch.setattr(subprocess, "run", fail)
    assert official.find(Role.HEI) is None


def test_windows_folders_of_machine_and_user_are_looked_into(monkeypatch, tmp_path):
    own = tmp_path / "local" / "Microsoft" / "Windows" / "Fonts"
    own.mkdir(parents=True)
    (own / "simhei.ttf").write_bytes(b"")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path / "windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert official.find(Role.HEI) == own / "simhei.ttf"
    assert official.find(Role.KAI) is None


def test_an_official_font_is_used_before_the_shipped_one(monkeypatch, tmp_path):
    copy = tmp_path / "official.ttf"
    copy.write_bytes(resources.path("fonts", "NotoSansSC-Bold.ttf").read_bytes())
    monkeypatch.setattr(official, "find", lambda _: copy)
    assert Typeface(Role.HEI).glyph("规")[0] == "official"


def test_a_font_that_cannot_be_used_is_passed_over(monkeypatch, tmp_path):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(official, "find", lambda _: broken)
    assert Typeface(Role.HEI).glyph("规")[0] == "NotoSansSC-Medium"


def test_a_character_that_the_role_lacks_comes_from_the_next_font():
    kai = Typeface(Role.KAI)
    assert [name for name, _ in kai.runs("规〇")] == ["gkai00mp", "NotoSerifSC-Regular"]


def test_a_map_of_characters_holds_surrogate_pairs_and_short_parts():
    written = to_unicode("F", [*range(0x4E00, 0x4E00 + 150), 0x20BB7])
    assert "<96> <D842DFB7>" in written
    assert [line for line in written.split("\n") if "beginbfchar" in line] == [
        "100 beginbfchar", "51 beginbfchar",
    ]  # fmt: skip
