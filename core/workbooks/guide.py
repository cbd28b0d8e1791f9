"""What the sheet 填报说明 says: how to fill in the form, what is checked, whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain import checks
from core.domain.cell import Column
from core.domain.checks.catalogue import CALCULATED
from core.domain.days import dated
from core.domain.form import Form
from core.domain.issue import Severity
from core.domain.submission import Missing
from core.workbooks.layout import FOOT, Field
from core.workbooks.manifest import Manifest
from core.workbooks.wording import department_of

_MEANINGS = {
    Severity.BLOCKING: "必须改正，能看出的格子变红",
    Severity.EXPLAIN: "请核对，确实如此的在说明栏写明原因；能看出的格子变橙，写了说明就恢复",
    Severity.HINT: "请留意",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def chapters(form: Form, sent: Manifest) -> tuple[Chapter, ...]:
    """Say everything, chapter by chapter; one that has nothing to say is left out."""
    told = {
        "报送要求": _task(form, sent),
        "怎样填写": _numbered(_filling(form, sent)),
        "核对规则": (*_checks(form, sent), *_rules(form, sent)),
        "本期不填的指标": _numbered(_idle(form)),
        "联系方式": _contact(sent),
    }
    kept = [(title, tuple(texts)) for title, texts in told.items()]
    spoken = [(title, texts) for title, texts in kept if texts]
    return tuple(
        Chapter(f"{number}、{title}", texts)
        for number, (title, texts) in zip("一二三四五"[: len(spoken)], spoken, strict=True)
    )


def _numbered(texts: Iterator[str]) -> Iterator[str]:
    """Put a number before each paragraph."""
    return (f"{number}.{text}" for number, text in enumerate(texts, 1))


def _task(form: Form, sent: Manifest) -> Iterator[str]:
    """Say who reports what, until when, and how it goes back."""
    sheets = "、".join(f"“{sheet.label}”" for sheet in sent.sheets)
    yield (
        f"请{department_of(form)}填报{form.quarter.label}数据，于{dated(sent.deadline)}前报送。"
        f"要填的在{sheets}，共{len(sent.lines)}项。"
    )
    yield "填好后保存为原来的格式（.xlsx），把本文件发回；需要盖章的，打印签字盖章后另送。"


def _filling(form: Form, sent: Manifest) -> Iterator[str]:
    """Say how the cells are filled in, as far as this form has them."""
    fields = {field for sheet in sent.sheets.values() for field in sheet}
    yield (
        "只填浅黄色的格子。灰色的由系统填好，改了也不采用；发现有误，请联系汇总单位更正。"
        "选中要填的格子，旁边会显示填什么、单位和口径。"
    )
    yield (
        f"{Column.FIGURE.label}按“单位”栏的单位填数，不写单位；时期数填年初以来的累计数。"
        "已有的数是以前填报的，请核对，有变化的改填。"
    )
    reasons = "、".join(each.label for each in Missing)
    yield f"没有数的，不要填0、“无”或“-”，请空着本期，在{Column.MISSING.label}里选：{reasons}。"
    if _computes(form):
        yield (
            "由公式计算的指标（如收入比）不用填，公式里的数齐了由程序算出，已有的数已带出；"
            f"要另填一个数的，请在{Column.EXPLANATION.label}栏写明原因。"
        )
    if Field.GROWTH in fields:
        yield f"{Column.GROWTH.label}只填已发布的不变价增速；灰色的不用填，由系统计算。"
    if Field.NODE in fields:
        yield f"节点从列表里选已达到的；{Column.PROGRESS.label}填0到100之间的百分数。"
    yield "可以加宽行列、添加自己的工作表；请不要改动表头，也不要把本文件另存为其他格式。"
    yield f"表尾填写{'、'.join(FOOT.values())}。"


def _computes(form: Form) -> bool:
    """Tell whether a formula gives a figure of the form."""
    return any(row.calculation for row in form.rows)


def _checks(form: Form, sent: Manifest) -> Iterator[str]:
    """Word every check that a form's columns can meet, the gravest first."""
    columns = {field.column for sheet in sent.sheets.values() for field in sheet}
    nodes = any(Field.NODE in fields for fields in sent.sheets.values())
    for severity, meaning in _MEANINGS.items():
        yield f"（{severity.label}）{meaning}："
        for each in checks.CATALOGUE:
            mine = each.grade is severity and each.column in columns
            given = each is not CALCULATED or _computes(form)
            if mine and given and (nodes or not each.code.startswith("node")):
                yield f"　　{each.title}：{each.explanation}"


def _rules(form: Form, sent: Manifest) -> Iterator[str]:
    """Word the plan's rules that look at a figure of this form."""
    rules = checks.rules_of(form.plan, {line.code for line in sent.lines})
    if rules:
        yield "指标之间的核对关系："
    for rule in rules:
        yield f"　　（{rule.grade.label}）{rule.message}。"


def _idle(form: Form) -> Iterator[str]:
    """List what is left out, and why."""
    for row in form.rows:
        if row.idle:
            yield f"{row.item.name}：{row.idle}。"


def _contact(sent: Manifest) -> Iterator[str]:
    """Say whom to ask, and which issue of the form this is."""
    contact, slip = sent.contact, sent.slip
    people = "　".join(filter(None, (contact.office, contact.name, contact.phone)))
    if people:
        yield f"填报中有疑问，请联系：{people}。"
    yield f"本文件为第{slip.number}次分发，于{slip.issued[:10]}生成。"
