"""Words of the command line, and what is wrong with them in Chinese."""

import pytest

from core.console import arguments
from core.console.arguments import parse, translated
from core.errors import UsageError

COMMANDS = ("plans", "reports", "report", "assess", "form", "enter", "trace", "verify")
ENGLISH = (
    "the following arguments are required: --plan",
    "one of the arguments --department --all is required",
    "argument --plan: expected one argument",
    "argument 编码=数: expected at least one argument",
    "argument 命令: invalid choice: 'x' (choose from a)",
    "argument 动作: invalid choice: 'x' (choose from a)",
    "argument --a: invalid choice: 'x' (choose from a)",
    "argument --json: ignored explicit argument 'x'",
    "unrecognized arguments: x",
    "argument --a: not allowed with argument --b",
    "ambiguous option: --p could match --plan",
)


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("the following arguments are required: --plan", "缺少--plan"),
        ("argument --plan: expected one argument", "--plan后面缺少内容"),
        ("argument 编码=数: expected at least one argument", "编码=数后面缺少内容"),
        ("argument 命令: invalid choice: 'x' (choose from a, b)", "没有“x”这个命令"),
        ("argument --a: invalid choice: 'x' (choose from a)", "--a不能是“x”"),
        ("argument --a: not allowed with argument --b", "--a不能与--b同用"),
        ("ambiguous option: --p could match --plan", "选项--p写得不全，无法确定"),
        ("argument 动作: invalid choice: 'x' (choose from 'add')", "没有“x”这个动作"),
        ("argument 命令: invalid choice: \"it's\" (choose from 'a')", "没有“it's”这个命令"),
        ("argument --json: ignored explicit argument 'x'", "--json后面不能带内容“x”"),
        ("unrecognized arguments: a\nb --c", "多余的内容：a\nb --c"),
        ("something new", "命令写法不对（something new）"),
    ],
)
def test_messages_are_said_in_chinese(message, chinese):
    assert translated(message) == chinese


def test_options_may_stand_before_and_behind_the_command():
    before = parse(["--database", "a.db", "--json", "plans"])
    behind = parse(["plans", "--json", "--database", "a.db"])
    assert (before.database, before.json) == (behind.database, behind.json) == ("a.db", True)


def test_an_empty_database_is_not_the_user_s_own():
    with pytest.raises(UsageError, match="--database后面缺少内容"):
        parse(["plans", "--database", ""])


def test_without_a_command_the_window_is_wanted():
    assert parse([]).command is None


def test_every_message_of_the_table_can_be_said(monkeypatch):
    said = []
    for entry in arguments._MESSAGES:
        monkeypatch.setattr(arguments, "_MESSAGES", (entry,))
        said.append(any(not translated(each).startswith("命令写法不对") for each in ENGLISH))
    assert all(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--j=x", "plans"], "--json后面不能带内容“x”"),
        (["report", "--"], "缺少种类, --plan"),
        (["plans", "--database"], "--database后面缺少内容"),
        (["trace", "--plan", "p"], "缺少编码, --quarter"),
        (["plans", "add"], "缺少文件夹"),
        (["form", "--plan", "p", "--quarter", "2024Q1"], "缺少--department或--all"),
        (
            ["form", "--plan", "p", "--quarter", "2024Q1", "--all", "--department", "D"],
            "--department不能与--all同用",
        ),
        (["enter", "--plan", "p", "--quarter", "2024Q1"], "缺少编码=数"),
        (["it's"], "没有“it's”这个命令"),
    ],
)
def test_what_argparse_itself_says_is_said_in_chinese(words, said):
    with pytest.raises(UsageError, match=rf"^{said}。用法见 guiji -h$"):
        parse(words)


@pytest.mark.parametrize(
    "words", [["-h"], *([name, "-h"] for name in COMMANDS), ["plans", "add", "--help"]]
)
def test_help_is_in_chinese(capsys, words):
    with pytest.raises(SystemExit) as end:
        parse(words)
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：guiji")
    assert "选项：" in told
    assert not any(word in told for word in ("usage", "options", "positional", "show this"))
