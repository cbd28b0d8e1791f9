"""What may stand on the command line, told in Chinese."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import NoReturn

from core.errors import UsageError

_MESSAGES = (
    (r"the following arguments are required: (.+)", "缺少{}"),
    (r"one of the arguments (\S+) (\S+) is required", "缺少{}或{}"),
    (r"argument (.+): expected one argument", "{}后面缺少内容"),
    (r"argument (.+): expected at least one argument", "{}后面缺少内容"),
    (r"argument 命令: invalid choice: ['\"](.*?)['\"] .*", "没有“{}”这个命令"),
    (r"argument 动作: invalid choice: ['\"](.*?)['\"] .*", "没有“{}”这个动作"),
    (r"argument (.+): invalid choice: '(.*)' .*", "{}不能是“{}”"),
    (r"argument (.+): ignored explicit argument '(.*)'", "{}后面不能带内容“{}”"),
    (r"unrecognized arguments: (.+)", "多余的内容：{}"),
    (r"argument (.+): not allowed with argument (.+)", "{}不能与{}同用"),
    (r"ambiguous option: (\S+) .*", "选项{}写得不全，无法确定"),
)


class _Parser(argparse.ArgumentParser):
    """Reads words; what is wrong with them is a UsageError in Chinese."""

    def error(self, message: str) -> NoReturn:
        """Raise the message in Chinese."""
        raise UsageError(f"{translated(message)}。用法见 {self.prog.split()[0]} -h")

    def format_help(self) -> str:
        """Write the help with Chinese headings."""
        told = super().format_help().replace("usage: ", "用法：", 1)
        told = told.replace("positional arguments:", "内容：")
        return re.sub("^options:", "选项：", told, flags=re.MULTILINE)


class _Piped(argparse.Action):
    """Reads a line from stdin, so that a password stands on no command line."""

    def __call__(self, _: object, asked: argparse.Namespace, *__: object) -> None:
        """Keep the line; raises UsageError where none comes."""
        line = sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
        if not line:
            raise UsageError("--password-stdin要从标准输入读一行密码，没有读到")
        setattr(asked, self.dest, line)


def translated(message: str) -> str:
    """Give argparse's message in Chinese."""
    for pattern, wording in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return wording.format(*found.groups())
    return f"命令写法不对（{message}）"


def parse(words: list[str]) -> argparse.Namespace:
    """Read the command line; `command` is None when the window is wanted.

    Raises UsageError.
    """
    asked = _parser().parse_args(words)
    if asked.database == "":  # an unset variable must not lead to the user's own database
        raise UsageError("--database后面缺少内容")
    return asked


def _parser() -> argparse.ArgumentParser:
    """Describe all commands."""
    parser = _Parser(
        prog="guiji",
        description="规绩：规划实施填报、评估与报告。不带命令时打开窗口。",
        add_help=False,
        parents=[_common(top=True)],
    )
    commands = parser.add_subparsers(dest="command", metavar="命令", parser_class=_Parser)
    for name, (told, options) in _COMMANDS.items():
        command = commands.add_parser(
            name, help=told, description=told, add_help=False, parents=[_common(top=False)]
        )
        for option in options:
            _OPTIONS[option](command)
    return parser


def _plan_actions(command: argparse.ArgumentParser) -> None:
    """Describe what `plans` can do beside listing."""
    actions = command.add_subparsers(dest="action", metavar="动作", parser_class=_Parser)
    told = "载入一个规划文件夹"
    add = actions.add_parser(
        "add", help=told, description=told, add_help=False, parents=[_common(top=False)]
    )
    add.add_argument("folder", metavar="文件夹", help="含plan.toml和CSV的文件夹")


def _mail_actions(command: argparse.ArgumentParser) -> None:
    """Describe on what occasions `mail` writes, and how it is told addresses."""
    actions = command.add_subparsers(
        dest="action", metavar="动作", required=True, parser_class=_Parser
    )
    for name, (told, options) in _MAIL_ACTIONS.items():
        action = actions.add_parser(
            name, help=told, description=told, add_help=False, parents=[_common(top=False)]
        )
        for option in options:
            _OPTIONS[option](action)


def _whose(command: argparse.ArgumentParser) -> None:
    """Describe whose forms are written."""
    whose = command.add_mutually_exclusive_group(required=True)
    whose.add_argument("--department", metavar="单位", default="", help="单位的编码或名称")
    whose.add_argument("--all", action="store_true", help="所有有填报任务的单位")


def _returned_form(command: argparse.ArgumentParser) -> None:
    """Describe whose form goes back, where no file says it."""
    command.add_argument("--plan", metavar="规划", default="", help="规划编码，见plans命令")
    command.add_argument("--quarter", metavar="报告期", default="", help="写作2024Q1")
    command.add_argument("--department", metavar="单位", default="", help="单位的编码或名称")


def _common(*, top: bool) -> _Parser:
    """Describe what every command takes, before or behind its name."""
    absent = None if top else argparse.SUPPRESS
    common = _Parser(add_help=False)
    common.add_argument("-h", "--help", action="help", help="显示用法")
    common.add_argument(
        "--database", metavar="文件或网址", default=absent, help="数据库，默认在用户数据文件夹中"
    )
    common.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="只输出一个JSON文档",
    )
    return common


_READING = ("wanted quarter", "wanted department", "password")  # of what came back

_LETTER = ("plan", "needed quarter", "recipient", "attach", "password", "send", "folder")

_MAIL_ACTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "forms": ("下发填报表：不写--attach则先写出填报表", _LETTER),
    "reminders": ("催报：写给还没有报送的单位", _LETTER),
    "returns": ("退回：附件是要退回的文件", _LETTER),
    "reports": ("发送报告：附件是写好的报告，用--attach给出", _LETTER),
    "addresses": ("列出或填写单位的电子邮箱", ("plan", "addresses")),
    "sent": ("列出直接发送过的信", ("plan",)),
}

_COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "plans": ("列出规划，或载入规划文件夹", ("actions",)),
    "reports": ("列出报告种类", ()),
    "report": (
        "写出报告",
        (
            *("kind", "plan", "quarter", "one department", "section", "binding"),
            *("edition", "public", "format", "folder"),
        ),
    ),
    "verify-code": ("按校验码查询印出的报告是什么数据、现在是否还是这些", ("printed code",)),
    "assess": ("逐项判断完成情况", ("plan", "quarter")),
    "form": ("写出填报表，发给各单位", ("plan", "needed quarter", "whose", "folder", "by")),
    "check": ("检查收回的填报表，不写入", ("files", *_READING)),
    "intake": ("收回填报表并入库", ("files", *_READING, "take", "anyway", "by")),
    "return": (
        "退回要改正的填报表：写出批注本和退回单",
        ("returned files", "returned form", "reason", "until", "password", "folder", "by"),
    ),
    "enter": ("填报数据", ("plan", "needed quarter", "figures", "by")),
    "trace": ("查询一个数从哪里来", ("code", "plan", "needed quarter", "original")),
    "mail": ("写出给各单位的邮件草稿（.eml）", ("mail actions",)),
    "backup": ("备份数据库", ("target",)),
    "restore": ("用备份恢复数据库，原来的另存一份", ("source", "by")),
    "verify": ("检查数据库是否完好", ()),
}

_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], object]] = {
    "actions": _plan_actions,
    "kind": lambda to: to.add_argument(
        "kind", metavar="种类", help="报告种类，见reports命令；all是所有适用的种类"
    ),
    "one department": lambda to: to.add_argument(
        "--department", metavar="单位", default="", help="只写这个单位的，写编码或名称"
    ),
    "section": lambda to: to.add_argument(
        "--section", metavar="类别", default="", help="只写这个类别或专栏的，写编码或名称"
    ),
    "binding": lambda to: to.add_argument(
        "--binding", metavar="属性", default="", help="只写约束性或预期性指标"
    ),
    "edition": lambda to: to.add_argument(
        "--edition", metavar="稿别", default="", help="正式稿、送审稿或内部资料，默认正式稿"
    ),
    "public": lambda to: to.add_argument(
        "--public", action="store_true", help="公开版：标为不公开的数不印出"
    ),
    "printed code": lambda to: to.add_argument(
        "code", metavar="校验码", nargs="+", help="页脚的12位校验码，可以带空格"
    ),
    "code": lambda to: to.add_argument("code", metavar="编码", help="指标编码"),
    "plan": lambda to: to.add_argument(
        "--plan", metavar="规划", required=True, help="规划编码，见plans命令"
    ),
    "quarter": lambda to: to.add_argument(
        "--quarter", metavar="报告期", help="写作2024Q1；默认规划的最后一季"
    ),
    "needed quarter": lambda to: to.add_argument(
        "--quarter", metavar="报告期", required=True, help="写作2024Q1"
    ),
    "format": lambda to: to.add_argument(
        "--format", metavar="格式", default="pdf,xlsx", help="pdf、xlsx或两者，用逗号隔开"
    ),
    "folder": lambda to: to.add_argument(
        "-o", "--output", metavar="文件夹", default=".", help="写到哪个文件夹，默认当前文件夹"
    ),
    "whose": _whose,
    "figures": lambda to: to.add_argument(
        "figures", metavar="编码=数", nargs="+", help="如B-01=560.12"
    ),
    "files": lambda to: to.add_argument(
        "files", metavar="文件", nargs="+", help="填报表、文件夹或.eml邮件"
    ),
    "wanted quarter": lambda to: to.add_argument(
        "--quarter", metavar="报告期", default="", help="只收这一期的表，写作2024Q1；别的期要人选定"
    ),
    "wanted department": lambda to: to.add_argument(
        "--department",
        metavar="单位",
        default="",
        help="只收这个单位的表，写单位代码；别的要人选定",
    ),
    "take": lambda to: to.add_argument(
        "--take",
        choices=("incoming", "stored"),
        metavar="哪边",
        help="两边都改了的：incoming采用来件，stored保留库里的；不写则不入库",
    ),
    "anyway": lambda to: to.add_argument(
        "--anyway", action="store_true", help="旧表、别的数据库分发的表等有疑问的，也入库"
    ),
    "returned files": lambda to: to.add_argument(
        "files", metavar="文件", nargs="*", help="要退回的填报表；不写则退回库里的表"
    ),
    "returned form": _returned_form,
    "reason": lambda to: to.add_argument(
        "--reason",
        metavar="编码=怎么改",
        action="append",
        default=[],
        help="库里的表哪个数怎么改，可写几次；不写则退回查出的问题",
    ),
    "until": lambda to: to.add_argument(
        "--until", metavar="日期", default="", help="改正时限，写作2024-07-30；默认三个工作日"
    ),
    "original": lambda to: to.add_argument(
        "--original", metavar="文件夹", default="", help="把这个数所在的来件原样另存到文件夹"
    ),
    "mail actions": _mail_actions,
    "recipient": lambda to: to.add_argument(
        "--department", metavar="单位", default="", help="只写给这个单位，写编码或名称"
    ),
    "attach": lambda to: to.add_argument(
        "--attach", metavar="文件夹", default="", help="附件所在的文件夹，按文件名中的单位分发"
    ),
    "password": lambda to: to.add_argument(
        "--password-stdin",
        action=_Piped,
        nargs=0,
        dest="password",
        default="",
        help="从标准输入读一行，作填报表的打开密码",
    ),
    "send": lambda to: to.add_argument(
        "--send", action="store_true", help="不写草稿，用设置与数据里的发信服务器直接发送"
    ),
    "addresses": lambda to: to.add_argument(
        "addresses", metavar="编码=地址", nargs="*", help="如D02=tjj@example.cn，留空则删去"
    ),
    "target": lambda to: to.add_argument("file", metavar="文件", help="备份写到哪个新文件"),
    "source": lambda to: to.add_argument("file", metavar="文件", help="要恢复的备份"),
    "by": lambda to: to.add_argument("--by", metavar="姓名", default="", help="填表人或操作人"),
}
