"""Words of the command line, and what is wrong with them in Chinese."""

import pytest

from core.console.arguments import parse, translated


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
        ("something new", "命令写法不对（something new）"),
    ],
)
def test_messages_are_said_in_chinese(message, chinese):
    assert translated(message) == chinese


def test_options_may_stand_before_and_behind_the_command():
    before = parse(["--database", "a.db", "--json", "plans"])
    behind = parse(["plans", "--json", "--database", "a.db"])
    assert (before.database, before.json) == (behind.database, behind.json) == ("a.db", True)


def test_without_a_command_the_window_is_wanted():
    assert parse([]).command is None


@pytest.mark.parametrize("words", [["-h"], ["report", "-h"], ["plans", "add", "--help"]])
def test_help_is_in_chinese(capsys, words):
    with pytest.raises(SystemExit) as end:
        parse(words)
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：guiji")
    assert "选项：" in told
