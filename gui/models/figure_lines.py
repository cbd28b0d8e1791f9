"""What is said of one figure under review, as labels and words."""

from collections.abc import Iterator, Sequence

from core.domain.reviewing.docket import Reviewed
from core.domain.submission import Evidence
from core.services.review.vintages import Reported
from gui.models.backups_model import when
from gui.models.figures_columns import before_of, change, value

Lines = Iterator[tuple[str, str]]


def of(each: Reviewed, reported: Sequence[Reported]) -> tuple[tuple[str, str], ...]:
    """Give what is known of a figure; a line without words is left out."""
    return tuple((label, words) for label, words in _lines(each, reported) if words)


def altered(each: Reviewed) -> str:
    """Word what was changed after approval: what, why, by whom and when."""
    found = each.alteration
    if found is None:
        return ""
    why = found.reason or "没有写明理由"
    who = "，".join(filter(None, [found.by, when(found.at) if found.at else ""]))
    return f"{each.row.item.name}　{change(each)}\n理由：{why}　{who}"


def _lines(each: Reviewed, reported: Sequence[Reported]) -> Lines:
    """Say what stands there and what was said of it, the most telling first."""
    entry = each.row.counted
    yield "本期", "，".join(filter(None, [value(each), each.growth]))
    yield "数据性质", entry.vintage.label if entry.figure else ""
    yield "说明", entry.explanation
    for issue in each.issues:
        yield issue.severity.label, issue.message
    if each.alteration:
        yield "审定后改动", altered(each).partition("　")[2]
    elif before_of(each):
        yield "比上次报送", change(each)
    yield "完成情况", each.assessment.sentence if each.assessment else ""
    yield "佐证材料", "；".join(_named(proof) for proof in each.evidences)
    if len(reported) > 1:
        yield "各次数据", "\n".join(map(_told, reversed(reported)))
    yield "本期要求", each.row.idle or each.row.line.reason


def _named(proof: Evidence) -> str:
    """Name an evidence."""
    return f"文号：{proof.document}" if proof.document else proof.name


def _told(each: Reported) -> str:
    """Word a figure as it was reported once."""
    entry, change_ = each.entry, each.change
    shown = entry.text or (entry.missing.label if entry.missing else "空")
    frozen = "，已审定" if each.approvals else ""
    whence = f"{change_.origin.through}，{change_.origin.by}，{when(change_.at)}"
    return f"{entry.vintage.label}{shown}{frozen}（{whence}）"
