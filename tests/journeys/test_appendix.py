"""The whole journey: a first start, the appendix printed, a year's figures, a check."""

import json
import sqlite3
from collections import Counter
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

import main
import resources
from core.plans.folder import load

A1, B = "zhanggong-2016-2020", "zhanggong-2021-2025"
DECIDED_BY_PEOPLE = {"A1-20", "A1-21", "A1-26", "A1-28", "A1-29", "A1-32"}


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office's folder, with nothing in it yet."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(office, capsys):
    """Ask the command line for JSON."""

    def ask(*words, status=0):
        assert main.main([*words, "--json", "--database", str(office / "guiji.db")]) == status
        return json.loads(capsys.readouterr().out)

    return ask


def text_of(path):
    """The text of a PDF in reading order, without white space."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def printed_rows(code):
    """The cells that a plan's own table prints, row by row, without white space."""
    loaded = load(resources.path("plans", code))
    entries = {each.code: each for each in loaded.entries}
    decisions = {each.code: each.status for each in loaded.decisions}
    for each in loaded.plan.main():
        unit = f"（{each.unit}）" if each.unit else ""
        figures = [each.base, each.target.printed]
        figures += [entries[each.code].figure] if code == A1 else [each.growth]
        status = [decisions.get(each.code, "")] if code == A1 else []
        yield [each.name + unit, *(str(f) if f else "" for f in figures), *status,
               each.binding.label if each.binding else ""]  # fmt: skip


def test_a_first_start_makes_a_database_and_says_so_once(office, capsys):
    words = ["plans", "--database", str(office / "guiji.db")]
    assert main.main(words) == 0
    told = capsys.readouterr()
    assert told.err == f"已新建数据库“{office / 'guiji.db'}”\n"
    assert len(told.out.splitlines()) == 3
    assert main.main(words) == 0
    assert capsys.readouterr() == (told.out, "")


@pytest.mark.parametrize(("kind", "plan", "count"), [("completion", A1, 41), ("targets", B, 33)])
def test_every_printed_cell_stands_on_paper_row_by_row(asked, kind, plan, count):
    (path,) = asked("report", kind, "--plan", plan, "--format", "pdf")["files"]
    text, rows = text_of(path), list(printed_rows(plan))
    assert len(rows) == count
    at = 0
    for cells in rows:
        line = "".join(cells)
        found = text.find(line, at)
        assert found >= 0, line
        at = found + len(line)


@pytest.mark.parametrize(("kind", "plan"), [("completion", A1), ("targets", B)])
def test_every_printed_cell_stands_in_the_workbook(asked, kind, plan):
    (path,) = asked("report", kind, "--plan", plan, "--format", "xlsx")["files"]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    shown = [[_shown(cell) for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    for cells in printed_rows(plan):
        printed = [cell for cell in cells if cell]
        assert any(line[-len(printed) :] == printed for line in shown), printed


def _shown(cell):
    """What Excel shows of a cell."""
    if isinstance(cell.value, int | float):
        decimals = len(cell.number_format.partition(".")[2])
        return f"{cell.value:.{decimals}f}"
    return cell.value


def test_the_headings_and_counts_of_the_plan_s_own_tables_are_printed(asked):
    (first,) = asked("report", "completion", "--plan", A1, "--format", "pdf")["files"]
    text = text_of(first)
    for words in ("附表1", "“十三五”规划主要指标完成情况", "2015年2020年", "规划目标预期值"):
        assert words in text
    assert "22个指标提前完成，10个指标全面完成，7个指标基本完成或接近完成（其中" in text
    (second,) = asked("report", "targets", "--plan", B, "--format", "pdf")["files"]
    counts = ("综合质效（7个）", "创新驱动（4个）", "协调发展（3个）", "改革开放（2个）")
    for words in ("附表2", "共33个指标", *counts, "绿色生态（8个）", "民生福祉（9个）"):
        assert words in text_of(second)


def test_the_printed_statuses_are_kept_and_explained(asked):
    judged = asked("assess", "--plan", A1)["indicators"]
    assert [each["code"] for each in judged] == [f"A1-{number:02}" for number in range(1, 42)]
    counts = Counter(each["status"] for each in judged)
    assert counts == {"提前完成": 22, "全面完成": 10, "基本完成或接近完成": 7, None: 2}
    agreeing = [each for each in judged if each["status"] and each["suggested"] == each["status"]]
    assert len(agreeing) == 33
    overridden = {each["code"]: each["override"] for each in judged if each["override"]}
    assert overridden.keys() == DECIDED_BY_PEOPLE
    reasons = [override["reason"] for override in overridden.values()]
    plain = [reason for reason in reasons if reason == "附表1印出，原文未说明"]
    quoting = [reason for reason in reasons if reason.startswith("附表1印出；正文称“")]
    assert (len(plain), len(quoting)) == (5, 1)
    assert all(each["sentence"].endswith("。") for each in judged)


def test_a_year_s_figure_goes_in_and_its_way_can_be_followed(asked):
    asked("enter", "--plan", B, "--quarter", "2023Q4", "B-01=6312000万", "--by", "张三")
    traced = asked("trace", "B-01", "--plan", B, "--quarter", "2023Q4")
    assert (traced["text"], traced["by"]) == ("631.2", "张三")
    first = asked("assess", "--plan", B, "--quarter", "2023Q4")["indicators"][0]
    assert (first["progress"], first["pace"]) == ("0.4791", "0.5561")
    assert (first["completion"], first["status"]) == ("0.8416", "略有滞后")
    (path,) = asked("report", "completion", "--plan", B, "--quarter", "2023Q4", "--format", "pdf")[
        "files"
    ]
    assert Path(path).stem.endswith("(2023年全年)")
    assert "521.94750631.2略有滞后预期性" in text_of(path)


def test_a_figure_that_was_changed_behind_the_program_s_back_is_found(asked, office):
    asked("enter", "--plan", B, "--quarter", "2023Q4", "B-01=631.20")
    assert asked("verify") == {"ok": True, "problems": []}
    with sqlite3.connect(office / "guiji.db") as connection:
        connection.execute("UPDATE entries SET figure = '900' WHERE code = 'B-01'")
    connection.close()
    answer = asked("verify", status=1)
    assert not answer["ok"]
    assert any("B-01" in problem for problem in answer["problems"])
