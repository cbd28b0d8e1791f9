"""What the machine's official fonts may spoil: rights, damage, names; none stops a report."""

import random
import shutil
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError
from reportlab.pdfgen.canvas import Canvas

import resources
from core.errors import OutputError
from core.reports.pdf import fonts, official
from core.reports.pdf.fonts import Typeface
from core.reports.pdf.roles import Role
from tests.core.reports.paper import pages, pdf, report

SHIPPED = {"NotoSansSC-Medium"}
SOUND = resources.path("fonts", "NotoSansSC-Bold.ttf")


@pytest.fixture(autouse=True)
def fresh():
    """Forget which fonts were found, before and after."""
    caches = (official._listed, fonts._official, fonts.typeface)
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Let the machine have one official 黑体 of these bytes."""

    def give(data, name="official.ttf"):
        file = tmp_path / name
        file.write_bytes(data)
        monkeypatch.setattr(official, "find", lambda role: file if role is Role.HEI else None)
        return file

    return give


def with_rights(rights, folder):
    """The bytes of a font whose maker set these rights (fsType)."""
    font = TTFont(SOUND)
    font["OS/2"].fsType = rights
    font.save(folder / "source.ttf")
    return (folder / "source.ttf").read_bytes()


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_a_font_that_may_be_embedded_is_used(machine, tmp_path, rights):
    machine(with_rights(rights, tmp_path))
    assert Typeface(Role.HEI).glyph("规")[0] == "official"


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0102, 0x0200, 0x0208])
def test_a_font_that_forbids_embedding_or_subsets_is_passed_over(machine, tmp_path, rights):
    machine(with_rights(rights, tmp_path))
    assert Typeface(Role.HEI).glyph("规")[0] in SHIPPED


def test_a_font_that_states_no_rights_is_used(machine, tmp_path):
    font = TTFont(SOUND)
    del font["OS/2"]
    font.save(tmp_path / "source.ttf")
    machine((tmp_path / "source.ttf").read_bytes())
    assert Typeface(Role.HEI).glyph("规")[0] == "official"


@pytest.mark.parametrize("length", [0, 3, 12, 100, 400, 5000, 200_000])
def test_a_font_that_was_copied_in_part_is_passed_over(machine, length):
    machine(SOUND.read_bytes()[:length])
    assert Typeface(Role.HEI).glyph("规")[0] in SHIPPED


@pytest.mark.parametrize("seed", range(12))
def test_a_font_with_a_damaged_head_stops_no_report(machine, seed):
    draw, data = random.Random(seed), bytearray(SOUND.read_bytes())  # noqa: S311 - not a secret
    for _ in range(20):
        data[draw.randrange(400)] = draw.randrange(256)
    machine(bytes(data))
    assert Typeface(Role.HEI).glyph("规")[0] in {*SHIPPED, "official"}


def test_a_file_name_in_chinese_is_no_obstacle(machine):
    machine(SOUND.read_bytes(), "黑体 常规.ttf")
    data = pdf(report())
    assert "附表9主要指标类别指标数值" in pages(data)[0]
    assert b"NotoSansSC-Bold" in data
    assert b"NotoSansSC-Medium" not in data


def test_a_font_is_drawn_itself_though_another_of_the_same_face_came_before(machine):
    for name in ("first", "second"):
        for each in (fonts._official, fonts.typeface):
            each.cache_clear()
        machine(SOUND.read_bytes(), f"{name}.ttf")
        assert "附表9主要指标" in pages(pdf(report()))[0]
        assert pdfmetrics.getFont(name).fontName == name


def test_a_font_that_proves_damaged_when_it_is_embedded_is_told_in_a_sentence(monkeypatch):
    def fail(_canvas):
        raise TTFError("unpack requires a buffer of 2 bytes")

    monkeypatch.setattr(Canvas, "save", fail)
    with pytest.raises(OutputError, match="公文字体已损坏，报告未写出"):
        pdf(report())


def test_a_file_that_has_gone_since_is_passed_over(machine):
    machine(b"").unlink()
    assert Typeface(Role.HEI).glyph("规")[0] in SHIPPED


def test_fontconfig_is_asked_once(monkeypatch):
    asked = []

    def run(command, **_):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "黑体,SimHei\t/f/hei.ttf\n".encode(), b"")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr(subprocess, "run", run)
    found = [str(official.find(role)) for role in (Role.HEI, Role.HEI, Role.SONG)]
    assert found == ["/f/hei.ttf", "/f/hei.ttf", "None"]
    assert len(asked) == 1
    assert ":lang=zh-cn" in asked[0]


@pytest.mark.parametrize("error", [OSError("no"), subprocess.CalledProcessError(1, "fc-list")])
def test_a_fontconfig_that_breaks_off_finds_nothing(monkeypatch, error):
    def run(_, **__):
        raise error

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr(subprocess, "run", run)
    assert official.find(Role.SONG) is None


def test_a_windows_without_its_variables_has_no_official_fonts(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("WINDIR", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert {official.find(role) for role in Role} == {None}


def test_the_machine_s_fonts_come_before_the_user_s_and_the_better_face_first(
    monkeypatch, tmp_path
):
    windows = tmp_path / "Fonts"
    own = tmp_path / "local" / "Microsoft" / "Windows" / "Fonts"
    for file in (windows / "simfang.ttf", own / "simfang.ttf", own / "SIMKAI_GB2312.TTF"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (windows / "simkai.ttf").touch()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert official.find(Role.FANGSONG) == windows / "simfang.ttf"
    assert official.find(Role.KAI) == own / "SIMKAI_GB2312.TTF"


def test_a_character_that_no_font_has_is_named_when_it_is_measured():
    with pytest.raises(OutputError, match=r"U\+1F600"):
        Typeface(Role.SONG).width("笑\U0001f600", 10.5)
