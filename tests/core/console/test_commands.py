"""The command line answers in lines and in JSON, with the keys that its users rely on."""

import json
import shutil
from pathlib import Path

import pytest

import main
import resources
from tests.db.files import change

A1, B, CITY = "zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024"
ORIGIN = {"source", "file", "sha256", "sheet", "cell", "by", "at"}


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
    """Run a command for its JSON document."""

    def run(*words):
        _, out, _ = guiji(*words, "--json")
        return json.loads(out)

    return run


def test_plans_are_listed(guiji, asked):
    assert "zhanggong-2016-2020  赣州市章贡区“十三五”规划（2016—2020年）：" in guiji("plans")[1]
    listed = asked("plans")
    counts = [(each["indicators"], each["targets"], each["milestones"]) for each in listed]
    assert counts == [(41, 0, 0), (33, 314, 127), (11, 81, 12)]
    keys = {"code", "title", "first_year", "last_year", "indicators", "targets", "milestones"}
    assert listed[0].keys() == keys | {"region"}


def test_a_plan_folder_is_added(guiji, tmp_path):
    folder = shutil.copytree(resources.path("plans", "ganzhou-2024"), tmp_path / "mine")
    head = folder / "plan.toml"
    head.write_text(head.read_text("utf-8").replace("ganzhou-2024", "mine-2024"), "utf-8")
    assert "mine-2024" in guiji("plans", "add", str(folder))[1]
    status, out, err = guiji("plans", "add", str(folder))
    assert (status, out) == (1, "")
    assert "已经在数据库里" in err


def test_a_plan_folder_is_added_in_json_too(asked, tmp_path):
    folder = shutil.copytree(resources.path("plans", "ganzhou-2024"), tmp_path / "mine")
    head = folder / "plan.toml"
    head.write_text(head.read_text("utf-8").replace("ganzhou-2024", "mine-2024"), "utf-8")
    assert [each["code"] for each in asked("plans", "add", str(folder))] == [
        *(A1, B, "ganzhou-2024", "mine-2024")
    ]


def test_kinds_of_report_are_listed(guiji, asked):
    assert guiji("reports")[1].splitlines()[0] == "completion  规划主要指标完成情况"
    listed = asked("reports")
    assert listed[:2] == [
        {"kind": "completion", "title": "规划主要指标完成情况"},
        {"kind": "targets", "title": "主要指标"},
    ]
    assert len({each["kind"] for each in listed}) == len(listed)


def test_a_report_is_written_where_it_was_asked_for(asked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = ("report", "targets", "--plan", B, "--format", "xlsx, pdf", "-o", "out")
    files = asked(*words)["files"]
    name = "赣州市章贡区“十四五”时期经济社会发展主要指标"
    assert files == [str(tmp_path / "out" / f"{name}.{each}") for each in ("xlsx", "pdf")]


def test_forms_are_written_for_all_departments(guiji, asked, tmp_path):
    words = ("form", "--plan", "ganzhou-2024", "--quarter", "2024Q2", "--by", "王五")
    done = asked(*words, "--all", "-o", str(tmp_path))
    assert len(done["files"]) == 27
    assert done["files"][1] == str(tmp_path / "2024年上半年-市统计局-填报表.xlsx")
    assert done["left_out"] == ["市乡村振兴局2024年上半年没有要填的指标，没有给它写填报表"]
    status, out, err = guiji(*words, "--department", "市统计局", "-o", str(tmp_path))
    assert (status, out) == (0, f"{tmp_path / '2024年上半年-市统计局-填报表（第2次）.xlsx'}\n")
    assert "正在写出市统计局的填报表（1/1）" in err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--department", "市乡村振兴局"), 1, "没有要填的指标，没有写出填报表"),
        (("--department", "某局"), 1, "没有单位“某局”，有填报任务的单位：M01市发改委、"),
        (("--department", ""), 2, "缺少--department或--all"),
        ((), 2, "缺少--department或--all"),
        (("--all", "--quarter", "2030Q1"), 2, "报告期2030Q1不在"),
        (("--all", "--plan", "q"), 1, "没有规划“q”"),
    ],
)
def test_forms_that_cannot_be_written_are_explained(guiji, tmp_path, words, status, said):
    usual = ("form", "--plan", "ganzhou-2024", "--quarter", "2024Q2", "-o", str(tmp_path / "out"))
    ended, out, err = guiji(*usual, *words)
    assert (ended, out) == (status, "")
    assert said in err
    assert not (tmp_path / "out").exists() or not [*(tmp_path / "out").iterdir()]


def test_progress_goes_to_stderr(guiji, tmp_path):
    status, out, err = guiji("report", "targets", "--plan", B, "-o", str(tmp_path))
    assert status == 0
    assert len(out.splitlines()) == 2
    assert "正在写出主要指标（1/1）" in err


def test_a_plan_is_judged(guiji, asked):
    assert "A1-16  耕地保有量  待定  2020年无数据（未到发布期" in guiji("assess", "--plan", A1)[1]
    document = asked("assess", "--plan", A1)
    assert (document["plan"], document["as_of"], document["phase"]) == (A1, "2020Q4", "总结评估")
    first = document["indicators"][0]
    assert first.keys() == {
        "code", "name", "status", "suggested", "light", "data_period", "progress", "pace",
        "elapsed", "completion", "annual", "sentence", "override",
    }  # fmt: skip
    assert first["annual"].keys() == {
        "target", "actual", "progress", "pace", "status", "asked", "derived", "even",
    }  # fmt: skip
    assert (first["completion"], first["progress"], first["light"]) == ("1.1599", "1.5199", "蓝")


def test_a_decision_against_the_suggestion_is_shown_with_its_grounds(asked):
    judged = {each["code"]: each for each in asked("assess", "--plan", A1)["indicators"]}
    assert judged["A1-28"]["override"] == {
        "status": "全面完成",
        "reason": "附表1印出，原文未说明",
        "by": "规划原文",
        "at": None,
    }
    assert judged["A1-01"]["override"] is None


def test_a_plan_is_told_before_its_end(asked):
    document = asked("assess", "--plan", B, "--quarter", "2023q4")
    assert document["indicators"][0]["elapsed"] == "0.6"
    assert document["phase"] == "中期评估"
    assert document["indicators"][0]["status"] == "缺数"


def test_before_its_end_both_yardsticks_of_an_indicator_are_told(guiji, asked):
    guiji("enter", "--plan", B, "--quarter", "2023Q4", "B-01=631.20")
    first = asked("assess", "--plan", B, "--quarter", "2023Q4")["indicators"][0]
    told = ("status", "suggested", "light", "data_period", "progress", "pace", "completion")
    assert [first[key] for key in told] == [
        "略有滞后", "略有滞后", "黄", "2023Q4", "0.4791", "0.5561", "0.8416",
    ]  # fmt: skip
    assert first["annual"] == {
        "target": "648.76", "actual": "631.20", "progress": "0.9729", "pace": "1",
        "status": "基本符合预期", "asked": "648.76", "derived": True, "even": False,
    }  # fmt: skip


def test_within_a_year_the_year_decides_and_the_plan_stands_at_the_last_one(guiji, asked):
    guiji("enter", "--plan", B, "--quarter", "2023Q4", "B-01=631.20")
    guiji("enter", "--plan", B, "--quarter", "2024Q2", "B-01=340")
    first = asked("assess", "--plan", B, "--quarter", "2024Q2")["indicators"][0]
    assert (first["status"], first["data_period"]) == ("基本符合预期", "2024Q2")
    assert (first["progress"], first["annual"]["asked"]) == ("0.4791", "348.78")
    assert first["annual"]["even"]


def test_what_the_year_asks_nothing_of_has_no_annual_yardstick(asked):
    indicators = asked("assess", "--plan", B, "--quarter", "2023Q4")["indicators"]
    judged = {each["code"]: each for each in indicators}
    assert set(judged["B-07"]["annual"].values()) == {None}
    assert (judged["B-07"]["status"], judged["B-07"]["light"]) == ("待下达", "灰")


def test_milestones_and_livelihood_items_are_told_too(asked):
    document = asked("assess", "--plan", CITY, "--quarter", "2024Q2")
    assert len(document["livelihood"]) == 10
    assert document["livelihood"][0].keys() == {"code", "name", "done", "rows", "reached"}
    assert {each["done"] for each in document["livelihood"]} == {False}
    first = asked("assess", "--plan", B, "--quarter", "2023Q4")["milestones"][0]
    assert first.keys() == {
        "code", "name", "status", "suggested", "light", "data_period", "node", "planned",
        "progress", "pace", "elapsed", "completion", "sentence", "override",
    }  # fmt: skip
    assert (first["status"], first["light"]) == ("缺数", "灰")


def test_a_pair_that_was_refused_in_json_ends_with_status_1_and_one_document(guiji):
    words = ("enter", "--plan", B, "--quarter", "2023Q4", "P02-01-01=2.1", "B-06=①", "B-99=1")
    status, out, err = guiji(*words, "--json")
    document = json.loads(out)
    assert (status, document["saved"]) == (1, ["B-08"])
    assert [(each["code"], each["severity"]) for each in document["issues"]] == [
        ("B-06", "强制"), ("B-99", "强制"),
    ]  # fmt: skip
    assert document["issues"][0].keys() == {"code", "severity", "found", "message"}
    assert err.count("〔强制〕") == 2


def test_a_figure_keeps_its_history(guiji, asked):
    for text, by in (("631.20", "张三"), ("631.25", "李四")):
        guiji("enter", "--plan", B, "--quarter", "2023Q4", f"B-01={text}", "--by", by)
    traced = asked("trace", "B-01", "--plan", B, "--quarter", "2023Q4")
    assert (traced["text"], traced["by"], traced["source"]) == ("631.25", "李四", "命令行填报")
    changes = [(each["before"], each["after"], each["by"]) for each in traced["history"]]
    assert changes == [(None, "631.20", "张三"), ("631.20", "631.25", "李四")]
    assert all(each.keys() == {"before", "after"} | ORIGIN for each in traced["history"])


def test_without_by_the_name_of_the_login_stands(asked, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "王五")
    asked("enter", "--plan", B, "--quarter", "2023Q4", "B-01=1")
    assert asked("trace", "B-01", "--plan", B, "--quarter", "2023Q4")["by"] == "王五"


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no user"), ImportError("pwd")])
def test_where_nobody_is_known_the_name_is_asked_for(guiji, monkeypatch, error):
    def nobody():
        raise error

    monkeypatch.setattr("getpass.getuser", nobody)
    status, out, err = guiji("enter", "--plan", B, "--quarter", "2023Q4", "B-01=1")
    assert (status, out) == (2, "")
    assert "请用--by写明姓名" in err


def test_figures_are_entered_and_traced(guiji, asked):
    words = ("enter", "--plan", B, "--quarter", "2023Q4", "--by", "张三")
    status, out, err = guiji(*words, "B-01=631.20", "B-05=3500000万", "B-06=无")
    assert (status, out) == (1, "已保存2个数：B-01、B-05\n")
    assert "〔提示〕“社会消费品零售总额”：“3500000万”读作350亿元" in err
    assert "〔强制〕“粮食综合生产能力”：“无”表示没有数" in err
    lines = guiji("trace", "B-01", "--plan", B, "--quarter", "2023Q4")[1].splitlines()
    assert lines[0] == "B-01 2023年全年：631.20"
    assert lines[1].endswith("空 → 631.20  命令行填报，张三")
    traced = asked("trace", "B-01", "--plan", B, "--quarter", "2023Q4")
    assert traced.keys() == {"code", "quarter", "text", "raw", "original", "history"} | ORIGIN
    assert (traced["text"], traced["by"], traced["file"]) == ("631.20", "张三", None)


def test_entering_answers_in_json(asked):
    words = ("enter", "--plan", B, "--quarter", "2023Q4", "B-01=２００")
    document = asked(*words)
    assert document["saved"] == ["B-01"]
    assert document["issues"] == [
        {
            "code": "B-01",
            "severity": "提示",
            "found": "２００",
            "message": "“地区生产总值（GDP）”：“２００”读作200亿元，请确认",
        }
    ]


def test_a_figure_that_was_never_entered_has_no_text(guiji, asked):
    words = ("trace", "B-01", "--plan", B, "--quarter", "2023Q4")
    assert guiji(*words)[:2] == (0, "B-01 2023年全年：没有数\n")
    traced = asked(*words)
    assert traced["text"] is None
    assert traced["history"] == []
    assert {traced[key] for key in ORIGIN} == {None}


def test_a_shipped_figure_names_its_document(asked):
    traced = asked("trace", "A1-01", "--plan", A1, "--quarter", "2020Q4")
    assert (traced["source"], traced["file"]) == ("随附规划", "results.csv")
    assert "附表1" in traced["by"]
    assert len(traced["sha256"]) == 64


def test_a_sound_database_is_said_to_be_so(guiji, asked):
    assert guiji("verify")[:2] == (0, "数据库完好：页、外键、修改记录链和存档的文件均已核对\n")
    assert asked("verify") == {"ok": True, "problems": []}


def test_a_damaged_database_ends_with_status_1_and_names_the_figure(guiji, asked, database):
    change(database, "UPDATE entries SET figure = '900' WHERE code = 'A1-01'")
    status, out, _ = guiji("verify")
    assert status == 1
    assert "A1-01在2020Q4现为“900”" in out
    answer = asked("verify")
    assert answer.keys() == {"ok", "problems"}
    assert not answer["ok"]
    assert answer["problems"] == out.splitlines()


@pytest.mark.parametrize("command", ["plans", "verify"])
@pytest.mark.parametrize("place", ["", "gone/guiji.db"])
def test_a_database_that_cannot_be_is_refused(capsys, tmp_path, command, place):
    assert main.main([command, "--json", "--database", str(tmp_path / place)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert str(tmp_path) in told.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("report", "x", "--plan", B), 1, "没有“x”这种报告"),
        (("report", "targets", "--plan", "x"), 1, "没有规划“x”，现有：zhanggong-2016-2020"),
        (("report", "targets", "--plan", B, "--format", "doc"), 2, "格式“doc”不可用"),
        (("report", "targets", "--plan", B, "--format", ","), 2, "格式“,”不可用"),
        (("assess", "--plan", B, "--quarter", "2024Q5"), 2, "报告期“2024Q5”看不懂"),
        (("assess", "--plan", B, "--quarter", "abc"), 2, "报告期“abc”看不懂"),
        (("assess", "--plan", B, "--quarter", ""), 2, "报告期“”看不懂"),
        (("report", "targets", "--plan", B, "--quarter", "2020Q4"), 2, "报告期2020Q4不在"),
        (("trace", "B-01", "--plan", B, "--quarter", "2020Q4"), 2, "报告期2020Q4不在"),
        (("enter", "--plan", "x", "--quarter", "2023Q4", "B-01=1"), 1, "没有规划“x”"),
        (("assess", "--plan", "x"), 1, "没有规划“x”，现有："),
        (("assess", "--plan", B, "--quarter", "2031Q1"), 2, "不在““十四五”规划”的2021Q1至"),
        (("enter", "--plan", B, "--quarter", "2023Q4", "B-01"), 2, "“B-01”应写作编码=数"),
        (("enter", "--plan", B, "--quarter", "2023Q4", "=5"), 2, "“=5”应写作编码=数"),
        (("enter", "--plan", B, "--quarter", "2023Q4", "B-01=1", "B-01=2"), 2, "写了两次"),
        (("trace", "B-99", "--plan", B, "--quarter", "2023Q4"), 1, "没有指标“B-99”"),
        (("report", "targets", "--plan", B, "-o", "/dev/null"), 1, "路径中有一个同名文件"),
        (("plans", "add", "nowhere"), 1, "规划“nowhere”有4处错误，未载入"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_chinese(guiji, words, status, said):
    ended, out, err = guiji(*words)
    assert (ended, out) == (status, "")
    assert said in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("x",), "没有“x”这个命令"),
        (("plans", "x"), "没有“x”这个动作"),
        (("report",), "缺少种类, --plan"),
        (("assess", "--plan"), "--plan后面缺少内容"),
        (("enter", "--plan", B, "--quarter", "2023Q4"), "缺少编码=数"),
        (("verify", "--full"), "多余的内容：--full"),
    ],
)
def test_wrong_usage_is_told_in_chinese(capsys, words, said):
    assert main.main([*words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_an_interruption_is_told_in_a_sentence(guiji, monkeypatch):
    def interrupt(_store):
        raise KeyboardInterrupt

    monkeypatch.setattr("core.services.planning.plans.summaries", interrupt)
    assert guiji("plans") == (1, "", "已中断，没有做完的一步没有保存\n")


def test_the_database_is_copied_and_restored(asked, database, tmp_path):
    copy = tmp_path / "copy.db"
    assert asked("backup", str(copy)) == {"file": str(copy)}
    asked("enter", "--plan", B, "--quarter", "2024Q1", "B-01=560.12", "--by", "李四")
    done = asked("restore", str(copy), "--by", "王五")
    assert done.keys() == {"kept", "restored"}
    assert done["restored"] == str(database)
    assert asked("trace", "B-01", "--plan", B, "--quarter", "2024Q1")["text"] is None
    asked("restore", done["kept"], "--by", "王五")
    assert asked("trace", "B-01", "--plan", B, "--quarter", "2024Q1")["text"] == "560.12"
    assert asked("verify") == {"ok": True, "problems": []}


def test_copying_and_restoring_are_told_in_lines(guiji, tmp_path):
    copy = tmp_path / "copy.db"
    assert guiji("backup", str(copy))[1] == f"已备份到“{copy}”\n"
    status, out, err = guiji("restore", str(copy))
    assert (status, err) == (0, "")
    assert "已恢复数据库" in out
    assert "恢复前的数据库另存为" in out


def test_a_copy_never_goes_over_a_file(guiji, database, tmp_path):
    copy = tmp_path / "letter.db"
    copy.write_text("信")
    for target in (copy, database, tmp_path):
        status, out, err = guiji("backup", str(target))
        assert (status, out) == (1, "")
        assert "没有备份" in err
    assert copy.read_text() == "信"


def test_copying_a_database_that_is_not_there_makes_none(capsys, tmp_path):
    words = ["backup", str(tmp_path / "copy.db"), "--database", str(tmp_path / "gone.db")]
    assert main.main(words) == 1
    assert "没有“" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_restored_and_kept(guiji, asked, database, tmp_path):
    copy = tmp_path / "copy.db"
    asked("backup", str(copy))
    database.write_bytes(b"damaged" * 1000)
    assert guiji("plans")[0] == 1
    kept = asked("restore", str(copy))["kept"]
    assert Path(kept).read_bytes() == b"damaged" * 1000
    assert len(asked("plans")) == 3


def test_a_database_is_made_of_a_copy_where_there_is_none(asked, capsys, tmp_path):
    copy, fresh = tmp_path / "copy.db", tmp_path / "fresh.db"
    asked("backup", str(copy))
    assert main.main(["restore", str(copy), "--database", str(fresh), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"kept": None, "restored": str(fresh)}


def test_what_is_no_copy_is_refused(guiji, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("信" * 1000)
    for source in (letter, tmp_path / "gone.db"):
        status, out, err = guiji("restore", str(source))
        assert (status, out) == (1, "")
        assert str(source) in err
