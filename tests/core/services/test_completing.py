"""改判: a person's status stands with its grounds, is recorded, and can be taken back."""

import pytest
from openpyxl import load_workbook

from core.domain.submission import Decision, Entry, Origin
from core.errors import NotFoundError, OutputError, StorageError, UserError
from core.services import completing
from tests import factory as the
from tests.core.memory import MemoryStore

BY = Origin("完成情况", "李明")
NOW = the.quarter("2023Q4")
DECISION = Decision("B-01", NOW, "基本符合预期", "统计口径调整，见会议纪要", "李明", "2024-01-20")


@pytest.fixture
def store():
    made = MemoryStore()
    items = (the.level("750", "521.94"), the.control(the.pending(), code="B-02", name="优良天数"))
    with made.writing() as work:
        work.plans.add(the.plan(*items, milestones=(the.milestone(),)))
        entry = Entry("B-01", NOW, the.figure("560"))
        work.entries.save("p", [entry], Origin("填报", "张三"), "2024-01-20T09:00:00+08:00")
    return made


def status(store, code="B-01"):
    found = completing.look(store, "p", NOW).facts.assessments[code]
    return found.status, found.suggested


def decide(store, **rest):
    fields = ("code", "quarter", "status", "grounds", "by", "on")
    given = {name: getattr(DECISION, name) for name in fields} | rest
    completing.override(store, "p", Decision(**given), BY)


def events(store, code="B-01"):
    return [(each.before, each.after) for each in completing.record(store, "p", code, NOW)]


def test_every_item_is_seen_beside_its_judgement(store):
    seen = completing.look(store, "p", NOW)
    assert [row.code for row in seen.rows] == ["B-01", "B-02", "P01-01"]
    assert seen.words[0] == "提前实现"
    assert "不同意的按“改判”" in seen.advice
    assert completing.look(store, "p", the.quarter("2025Q4")).words[0] == "提前完成"


def test_a_decision_stands_beside_the_suggestion_and_is_recorded(store):
    decide(store)
    assert status(store) == ("基本符合预期", "明显滞后")
    words = "基本符合预期：统计口径调整，见会议纪要（李明，2024-01-20）"
    assert events(store) == [("", words)]


def test_the_same_decision_again_changes_nothing(store):
    decide(store)
    decide(store, grounds=f" {DECISION.grounds}\n", by="李明 ")
    assert len(events(store)) == 1


def test_a_decision_that_is_taken_back_stays_on_record(store):
    decide(store)
    completing.take_back(store, "p", "B-01", NOW, BY)
    assert status(store) == ("明显滞后", "明显滞后")
    assert [after for _, after in events(store)][1:] == [""]
    with pytest.raises(UserError, match="没有改判过"):
        completing.take_back(store, "p", "B-01", NOW, BY)


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ({"status": "差不多"}, "没有“差不多”这种完成情况，没有改判；可用：提前实现"),
        ({"grounds": " "}, "没有写依据，没有改判"),
        ({"by": "", "on": ""}, "没有写姓名、日期"),
        ({"grounds": "长" * 10_000}, "依据应为1至500个可以打印的字，没有改判，请重新填写"),
        ({"grounds": "见纪要\x00"}, "依据应为1至500个可以打印的字"),
        ({"by": "王" * 51}, "姓名应为1至50个"),
        ({"on": "2024-01-20，星期六，上午，在会议室"}, "日期应为1至20个"),
        ({"code": "B-02"}, "目标待下达，只能按下达的文件定"),
    ],
)
def test_a_decision_that_nobody_could_follow_later_is_refused(store, rest, words):
    with pytest.raises(UserError, match=words):
        decide(store, **rest)
    assert status(store) == ("明显滞后", "明显滞后")
    assert events(store, rest.get("code", "B-01")) == []


def test_what_waits_for_a_document_is_decided_by_naming_it(store):
    decide(store, code="B-02", grounds="市府办发〔2023〕5号下达96%，实际96.2%")
    assert status(store, "B-02")[0] == "基本符合预期"


def test_milestones_are_decided_too_and_unknown_codes_are_named(store):
    decide(store, code="P01-01")
    assert status(store, "P01-01")[0] == "基本符合预期"
    with pytest.raises(NotFoundError, match="没有编码“B-99”"):
        decide(store, code="B-99")


def test_a_database_that_somebody_else_has_is_only_read(store, monkeypatch):
    def refuse():
        raise StorageError("只能查看")

    monkeypatch.setattr(store, "writing", refuse)
    with pytest.raises(StorageError):
        decide(store)
    assert status(store) == ("明显滞后", "明显滞后")


def test_the_table_is_written_as_a_workbook_with_numbers_as_numbers(tmp_path):
    table = (
        ("指标", "实际", "说明"),
        ("地区生产总值", "560.00", "=1+1"),
        ("森林覆盖率", "约60", ""),
    )
    path = completing.export(tmp_path / "完成情况.xlsx", "2023年全年完成情况", table)
    (sheet,) = load_workbook(path).worksheets
    assert sheet.title == "2023年全年完成情况"
    assert [cell.value for cell in sheet[2]] == ["地区生产总值", 560, "=1+1"]
    assert (sheet["B2"].number_format, sheet["C2"].data_type) == ("0.00", "s")
    assert [cell.value for cell in sheet[3]] == ["森林覆盖率", "约60", None]
    with pytest.raises(OutputError):
        completing.export(tmp_path / "没有" / "x.xlsx", "x", table)
