"""What letters say: a text per occasion, with places in braces that are filled for each one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.words import Word
from core.errors import MailError

_PLACE = re.compile(r"\{([^{}\n]*)\}")


class Kind(Word):
    """An occasion to write to a department."""

    FORMS = "forms", "下发填报表"
    REMINDER = "reminders", "催报"
    RETURN = "returns", "退回"
    REPORT = "reports", "发送报告"


class Blank(StrEnum):
    """What a place in a text stands for."""

    DEPARTMENT = "单位"
    PLAN = "规划"
    QUARTER = "报告期"
    DEADLINE = "截止日期"
    TIMING = "期限"
    MATTERS = "事项"
    PASSWORD = "密码提示"  # noqa: S105 - the word for a sentence about one
    CONTACT = "联系方式"
    OFFICE = "落款"
    DAY = "日期"


@dataclass(frozen=True, slots=True)
class Text:
    """The subject and the body of a letter, with places to be filled."""

    subject: str
    body: str


_FOOT = "　　{密码提示}\n　　{联系方式}\n\n{落款}\n{日期}\n"
USUAL: Mapping[Kind, Text] = {
    Kind.FORMS: Text(
        "请报送{规划}{报告期}实施情况",
        "{单位}：\n"
        "　　现将{规划}{报告期}填报表发给你单位，请于{截止日期}以前（含当日）报送。\n"
        "　　一、只填没有锁定的单元格；没有数的，请选择缺数原因；须说明的，请写明原因。\n"
        "　　二、填好后经单位负责人审核，把附件中的工作簿原样保存，作为附件回复本邮件。\n"
        "　　{事项}\n" + _FOOT,
    ),
    Kind.REMINDER: Text(
        "催报：{规划}{报告期}填报表",
        "{单位}：\n"
        "　　{规划}{报告期}填报表的报送截止日期是{截止日期}，{期限}。"
        "至今没有收到你单位的填报表，请尽快报送；已经发出的，请告知发出的时间。\n"
        "　　{事项}\n" + _FOOT,
    ),
    Kind.RETURN: Text(
        "退回：{规划}{报告期}填报表",
        "{单位}：\n"
        "　　你单位报送的{规划}{报告期}填报表有需要改正的内容，现予退回，请改正后尽快重新报送。\n"
        "　　{事项}\n" + _FOOT,
    ),
    Kind.REPORT: Text(
        "{规划}{报告期}实施情况报告",
        "{单位}：\n　　现将{规划}{报告期}实施情况的报告发给你单位，请查收附件。\n　　{事项}\n"
        + _FOOT,
    ),
}


def filled(text: Text, values: Mapping[Blank, str]) -> Text:
    """Fill the places of a text; a line whose places all stay empty is left out.

    What is not in `values` stays empty. Raises MailError for a place that does not exist.
    """
    known = {str(blank): values.get(blank, "") for blank in Blank}
    lines = (_line(line, known) for line in text.body.split("\n"))
    return Text(
        _line(text.subject, known) or "",
        "\n".join(line for line in lines if line is not None),
    )


def checked(text: Text) -> Text:
    """Give a text that somebody wrote, whole enough to be sent.

    Raises MailError for one that is empty, or has a place that does not exist.
    """
    if not text.subject.strip() or not text.body.strip():
        raise MailError("邮件的主题和正文都要填写，没有保存；请补齐后重试。")
    if "\n" in text.subject:
        raise MailError("邮件的主题只能是一行，没有保存；请改正后重试。")
    filled(text, {})
    return text


def _line(line: str, values: Mapping[str, str]) -> str | None:
    """Fill the places of a line; None where there are some and all stay empty."""
    named = _PLACE.findall(line)
    for name in named:
        if name not in values:
            known = "".join(f"{{{blank}}}" for blank in Blank)
            raise MailError(f"邮件文字里的“{{{name}}}”不认识，没有采用；可用的有{known}。")
    if named and not any(values[name] for name in named):
        return None
    return _PLACE.sub(lambda found: values[found[1]], line)
