"""return on the command line: files, stored forms, reasons, exit status."""

import json

import pytest

import main
from core.domain.cell import Column
from core.domain.period import Quarter
from tests.returning import filled, issued

PLAN, DEPARTMENT, QUARTER = "zhanggong-2021-2025", "D02", Quarter(2024, 4)
WHOSE = ("--plan", PLAN, "--quarter", "2024Q4", "--department")


@pytest.fixture
def guiji(database, capfd):
    """Run a command on a database of one's own: status, what stands on stdout and stderr."""

    def run(*words):
        status = main.main([*map(str, words), "--database", str(database)])
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def asked(guiji):
    """Run a command for its status and its JSON document."""

    def run(*words):
        status, out, _ = guiji(*words, "--json")
        return status, json.loads(out)

    return run


@pytest.fixture
def sent(store, tmp_path):
    """The form of the statistics bureau as it was sent out."""
    return issued(store, tmp_path, PLAN, QUARTER, DEPARTMENT)


def test_a_file_goes_back_with_all_that_is_wrong_with_it(asked, sent, tmp_path):
    path = filled(sent, {"B-01": "很多", ("B-02", Column.FIGURE): 12})
    out = tmp_path / "out"
    status, document = asked("return", path, "-o", out, "--until", "2025年2月10日", "--by", "李四")

    assert status == 0
    names = [f"2024年全年-区统计局-{each}" for each in ("批注本.xlsx", "退回单.pdf", "退回单.xlsx")]
    assert document["files"] == [str(out / each) for each in names]
    assert document["left_out"] == []
    (done,) = document["returned"]
    assert done.keys() == {
        "plan", "department", "quarter", "number", "until", "files", "issues",
    }  # fmt: skip
    assert (done["department"], done["quarter"], done["number"]) == ("D02", "2024Q4", 1)
    assert done["until"] == "2025-02-10"
    first = done["issues"][0]
    assert (first["code"], first["sheet"], first["found"]) == ("B-01", "填报表", "很多")
    assert first["cell"] == "J5"
    assert done["issues"][-1]["message"].startswith("表尾没有填")


def test_a_stored_form_goes_back_with_the_reasons_that_are_given(guiji, asked, tmp_path):
    words = ("--reason", "B-01=请核对单位", "--reason", "B-02=请说明=为何", "-o", tmp_path)
    status, document = asked("return", *WHOSE, "区统计局", *words)

    assert status == 0
    (done,) = document["returned"]
    assert [(each["code"], each["message"]) for each in done["issues"]] == [
        ("B-01", "请核对单位"),
        ("B-02", "请说明=为何"),
    ]
    status, out, _ = guiji("return", *WHOSE, "D02", *words)
    assert status == 0
    assert out.splitlines()[0] == str(tmp_path / "2024年全年-区统计局-填报表（第2次）.xlsx")


def test_what_cannot_go_back_is_named_and_the_rest_goes(guiji, sent, tmp_path):
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    status, out, err = guiji("return", bad, filled(sent, {"B-01": 1}), "-o", tmp_path / "out")

    assert status == 1
    assert len(out.splitlines()) == 3
    assert "“坏.xlsx”认不出是哪个单位的表，没有退回；请写明规划、报告期和单位" in err


def test_a_file_that_says_nothing_goes_back_to_whom_the_command_names(asked, tmp_path):
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    status, document = asked("return", bad, *WHOSE, "D02", "-o", tmp_path)
    assert status == 0
    assert document["files"][0].endswith("2024年全年-区统计局-填报表.xlsx")


def test_a_file_that_is_not_read_is_named(guiji, tmp_path):
    (tmp_path / "~$表.xlsx").write_bytes(b"")
    status, out, err = guiji("return", tmp_path / "~$表.xlsx")
    assert (status, out) == (1, "\n")
    assert "“~$表.xlsx”是" in err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "请写明要退回的文件，或者不写文件而写--plan、--quarter、--department"),
        (("--plan", PLAN), 2, "请写明要退回的文件"),
        (("回件.xlsx", "--reason", "B-01=改"), 2, "请写明要退回的文件"),
        ((*WHOSE, "D02", "--reason", "B-01"), 2, "“B-01”应写作编码=怎么改"),
        ((*WHOSE, "D02", "--until", "2025-01-01至03"), 2, "应是一个日期"),
        ((*WHOSE, "D02", "--until", "明天"), 2, "日期“明天”看不懂"),
        ((*WHOSE, "旅游局"), 1, "没有单位“旅游局”"),
        ((*WHOSE, "D02", "--reason", "B-99=改"), 1, "没有编码“B-99”"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_chinese(guiji, words, status, said):
    ended, out, err = guiji("return", *words)
    assert (ended, out) == (status, "")
    assert said in err
