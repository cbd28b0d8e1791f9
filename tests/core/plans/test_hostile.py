"""Files that no office made: refused in a bounded time, with a bounded message."""

import os
from pathlib import Path

import pytest

from core.errors import LISTED, Fault, MalformedPlanError
from core.plans.table import MOST_LINES
from tests.core.plans.factory import (
    DEPARTMENTS,
    contents,
    faults_in,
    faults_of,
    only_fault,
    put,
    with_cell,
    with_line,
    with_text,
)


@pytest.mark.parametrize(("name", "size"), [("indicators.csv", 20 * 2**20), ("plan.toml", 2**16)])
def test_a_huge_file_is_refused_by_its_size_before_it_is_read(tmp_path, name, size, monkeypatch):
    folder = put(contents(), tmp_path / "p")
    os.truncate(folder / name, size + 1)  # a sparse file: only its size is real
    opened = []

    def read(path: Path) -> bytes:
        opened.append(path.name)
        return contents()[path.name]

    monkeypatch.setattr("pathlib.Path.read_bytes", read)
    expected = f"不超过{size}字节的文件"
    assert faults_in(folder) == (Fault(name, 0, "", f"{size + 1}字节", expected),)
    assert name not in opened


def test_gbk_is_named_with_the_line_where_it_begins_and_the_way_out(tmp_path):
    gbk = contents() | {"departments.csv": DEPARTMENTS.encode("gbk")}
    fault = only_fault(gbk, tmp_path / "p")
    assert (fault.file, fault.line) == ("departments.csv", 1)
    assert "GBK" in fault.found
    assert "另存为“CSV UTF-8”" in fault.expected


def test_a_stray_byte_is_named_with_its_line(tmp_path):
    files = contents()
    files["departments.csv"] = files["departments.csv"].replace(b"D03", b"D0\xff")
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.found) == (4, "不是UTF-8的字节FF，可能是GBK")


def test_nul_bytes_are_named_with_their_line(tmp_path):
    files = with_text("departments.csv", "区供电公司", "区供电\0公司")
    fault = only_fault(files, tmp_path / "p")
    assert (fault.file, fault.line, fault.found) == ("departments.csv", 4, "空字节（NUL）")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_or_a_folder_in_a_file_s_place_is_not_opened(tmp_path):
    folder = put({}, tmp_path / "p")
    os.mkfifo(folder / "plan.toml")
    for name in ("sections.csv", "departments.csv", "indicators.csv"):
        (folder / name).mkdir()
    (folder / "results.csv").write_bytes(b"")
    faults = faults_in(folder)
    assert [fault.found for fault in faults] == [*["文件夹或特殊文件"] * 4, "空文件"]


def test_a_file_that_cannot_be_opened_says_why(tmp_path, monkeypatch):
    folder = put(contents(), tmp_path / "p")

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    faults = faults_in(folder)
    assert {fault.found for fault in faults} == {"打不开（Permission denied）"}
    assert len(faults) == 7


def test_a_file_in_the_folder_s_place_lacks_every_file(tmp_path):
    (tmp_path / "p").write_text("x")
    assert len(faults_in(tmp_path / "p")) == 4


def test_a_flood_of_faults_is_listed_in_part_and_counted(tmp_path):
    lines = "\n".join(["?,,,,"] * 1000)
    faults = faults_of(with_line("departments.csv", lines), tmp_path / "p")
    message = str(MalformedPlanError("p", faults)).splitlines()
    assert len(message) == 1 + LISTED + 1
    assert message[0] == f"规划“p”有{len(faults)}处错误，未载入："
    assert message[-1] == f"  此外还有{len(faults) - LISTED}处"


def test_a_flood_of_rows_is_cut_short(tmp_path):
    fault = only_fault(with_line("departments.csv", "\n" * MOST_LINES), tmp_path / "p")
    assert (fault.line, fault.expected) == (MOST_LINES + 1, f"不超过{MOST_LINES}行")


def test_a_cell_without_end_is_refused_and_shown_shortened(tmp_path):
    fault = only_fault(with_line("departments.csv", "D04," + "长" * 200_000), tmp_path / "p")
    assert fault.line == 5
    assert len(fault.found) <= 41


def test_a_long_text_is_refused_and_shown_shortened(tmp_path):
    fault = only_fault(with_cell("indicators.csv", 2, "指标", "长" * 2001), tmp_path / "p")
    assert (fault.column, fault.found) == ("指标", "长" * 40 + "…")


def test_a_long_figure_is_refused(tmp_path):
    fault = only_fault(with_cell("indicators.csv", 2, "目标", "稳" * 2001), tmp_path / "p")
    assert fault.column == "目标"


def test_unseen_characters_are_made_visible_in_the_message(tmp_path):
    fault = only_fault(with_cell("indicators.csv", 2, "指标", "\x1b[31m红\u202e"), tmp_path / "p")
    assert fault.found == "�[31m红�"


@pytest.mark.parametrize(
    "formula", ["=HYPERLINK(1)", "+1", "-1+1", "@A1", "＝1", "#NAME?", "#N/A", "=cmd|' /C calc'!A0"]
)
def test_text_that_excel_would_compute_is_refused(tmp_path, formula):
    fault = only_fault(with_cell("departments.csv", 2, "备注", formula), tmp_path / "p")
    assert (fault.line, fault.column, fault.found) == (2, "备注", formula)


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = " + "{a=" * 9_000])
def test_toml_nested_without_end_is_refused(tmp_path, text):
    fault = only_fault(contents() | {"plan.toml": text.encode()}, tmp_path / "p")
    assert (fault.file, fault.line) == ("plan.toml", 1)


def test_toml_keys_without_end_are_refused_before_they_are_parsed(tmp_path):
    deep = 'code = "a"\n' + ".".join("a" * 20_000) + " = 1"
    fault = only_fault(contents() | {"plan.toml": deep.encode()}, tmp_path / "p")
    assert (fault.line, fault.expected) == (2, "不分层的键")


def test_a_number_without_end_in_toml_is_told_of_without_writing_it_out(tmp_path):
    files = with_text("plan.toml", "= 2021", "= 0x" + "f" * 9000)
    fault = faults_of(files, tmp_path / "p")[0]
    assert (fault.line, fault.column, fault.found) == (7, "first_year", "过长的数或过深的表")
