"""Reports of any part of a plan are written from the command line, and printed codes verified."""

import json

import pytest

import main
from core.reports import catalogue

PLAN, AT = "zhanggong-2021-2025", "2023Q4"
WHERE = ("--plan", PLAN, "--quarter", AT)


@pytest.fixture
def guiji(database, capsys):
    """Run a command on a database of one's own: status, what stands on stdout and stderr."""

    def run(*words):
        status = main.main([*words, "--database", str(database)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def asked(guiji):
    """Run a command for its exit status and JSON document."""

    def run(*words):
        status, out, _ = guiji(*words, "--json")
        return status, json.loads(out)

    return run


def enter(guiji, text):
    """A figure of the first indicator."""
    assert guiji("enter", *WHERE, f"B-01={text}", "--by", "张三")[0] == 0


def test_a_report_says_its_code_and_the_code_tells_its_report(guiji, asked, tmp_path):
    enter(guiji, "631.2")
    words = ("report", "completion", *WHERE, "--edition", "送审稿", "--format", "pdf")
    status, document = asked(*words, "-o", str(tmp_path))
    (made,) = document["reports"]
    assert (status, document["notices"]) == (0, [])
    assert made == {
        "kind": "completion",
        "title": "“十四五”规划主要指标完成情况（2023年全年）",
        "department": None,
        "edition": "送审稿",
        "code": made["code"],
        "files": document["files"],
    }
    status, found = asked("verify-code", made["code"])
    assert (status, found["code"], found["known"]) == (0, made["code"], True)
    (report,) = found["reports"]
    assert report.keys() == {
        "plan", "kind", "title", "about", "quarter", "department", "edition", "public", "by",
        "at", "current", "problem", "differences", "approved",
    }  # fmt: skip
    assert (report["plan"], report["quarter"], report["current"]) == (PLAN, AT, True)


def test_a_page_that_is_out_of_date_is_exit_status_1_and_says_what_changed(guiji, asked, tmp_path):
    enter(guiji, "631.2")
    _, document = asked("report", "completion", *WHERE, "--format", "pdf", "-o", str(tmp_path))
    code = document["reports"][0]["code"]
    enter(guiji, "640")
    status, found = asked("verify-code", code)
    (report,) = found["reports"]
    assert (status, found["known"], report["current"]) == (1, True, False)
    assert {
        "part": "“十四五”规划主要指标完成情况（2023年全年）",
        "row": "地区生产总值（GDP）（亿元）",
        "column": "2023年实际值",
        "printed": "631.2",
        "now": "640",
    } in report["differences"]
    assert report["approved"] == [
        {
            "department": "D02", "name": "区统计局", "number": None, "by": None, "at": None,
            "matches": False, "altered": 0,
        }
    ]  # fmt: skip
    status, out, _ = guiji("verify-code", code[:4].upper(), code[4:8], code[8:])
    assert status == 1
    assert "印出的是“631.2”，现在是“640”" in out
    assert "  区统计局：没有审定" in out.splitlines()


def test_a_code_that_nobody_printed_and_one_that_is_none(guiji, asked):
    assert asked("verify-code", "0123456789ab") == (
        1,
        {"code": "0123456789ab", "known": False, "reports": []},
    )
    status, out, err = guiji("verify-code", "xyz")
    assert (status, out) == (1, "")
    assert "“xyz”不是校验码" in err


def test_a_problem_is_told_where_a_report_cannot_be_compared(guiji, asked, tmp_path, monkeypatch):
    _, document = asked("report", "targets", *WHERE, "--format", "pdf", "-o", str(tmp_path))
    monkeypatch.setattr(catalogue, "KINDS", catalogue.KINDS[:1])
    status, out, _ = guiji("verify-code", document["reports"][0]["code"])
    assert status == 1
    assert "  不能与现在的数据核对：没有“targets”这种报告" in out


def test_a_report_of_a_part_of_a_plan_has_only_its_rows(asked, tmp_path):
    part = ("--department", "区统计局", "--section", "综合质效", "--binding", "预期性", "--public")
    status, document = asked(
        *("report", "quarterly", *WHERE, *part, "--edition", "内部资料"),
        *("--format", "xlsx", "-o", str(tmp_path)),
    )
    (made,) = document["reports"]
    assert (status, made["department"], made["edition"]) == (0, "D02", "内部资料")
    assert "(公开版)(内部资料)" in made["files"][0]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--department", "某局"), 1, "没有单位“某局”"),
        (("--section", "某栏"), 1, "没有类别或专栏“某栏”"),
        (("--binding", "指导性"), 2, "--binding不能是“指导性”"),
        (("--edition", "草稿"), 2, "--edition不能是“草稿”"),
        (("--format", "doc"), 2, "格式“doc”不可用"),
    ],
)
def test_what_cannot_be_asked_for_is_explained(guiji, tmp_path, words, status, said):
    ended, out, err = guiji("report", "completion", *WHERE, "-o", str(tmp_path), *words)
    assert (ended, out) == (status, "")
    assert said in err


@pytest.mark.slow
def test_all_kinds_that_fit_are_written_at_once(asked, tmp_path):
    status, document = asked("report", "all", *WHERE, "--format", "pdf", "-o", str(tmp_path))
    kinds = [each["kind"] for each in document["reports"]]
    assert status == 0
    assert {"completion", "targets", "progress", "quarterly"} <= {*kinds}
    assert "department" not in kinds
    assert len(document["files"]) == len(kinds)


def test_nothing_that_could_be_written_is_exit_status_1(asked, tmp_path):
    words = ("report", "all", *WHERE, "--section", "某栏", "-o", str(tmp_path))
    status, document = asked(*words)
    assert (status, document["files"], document["reports"]) == (1, [], [])
    assert all("没有类别或专栏“某栏”" in each for each in document["notices"])
