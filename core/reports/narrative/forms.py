"""报送情况: how many forms came in time, late or not at all, and whose."""

from collections.abc import Iterable, Iterator, Sequence

from core.domain.standing import Standing
from core.reports.facts import Facts
from core.reports.narrative.names import some
from core.reports.prose import Paragraph


def quarter(facts: Facts) -> Iterator[Paragraph]:
    """Count the forms of the quarter, and name those that are late or owed."""
    asked = [e for e in facts.standings if e.quarter == facts.as_of and not e.idle]
    if not asked:
        yield Paragraph(f"{facts.as_of.label}没有单位需要报送。")
        return
    timely = [e for e in asked if e.on is not None and not e.late]
    late = [e for e in asked if e.on is not None and e.late]
    owed = [e for e in asked if e.on is None and e.owed]
    ahead = len(asked) - len(timely) - len(late) - len(owed)
    counts = (
        ("按时报送", len(timely)),
        ("迟报", len(late)),
        ("未报", len(owed)),
        ("未到期", ahead),
    )
    said = "、".join(f"{word}{number}个" for word, number in counts if number)
    yield Paragraph(f"{facts.as_of.label}应报送的单位{len(asked)}个，其中{said}。")
    yield from _named(facts, "迟报", late)
    yield from _named(facts, "未报", owed)


def before(facts: Facts) -> Iterator[Paragraph]:
    """Count the forms of the quarters before that came late or are still owed."""
    asked = [e for e in facts.standings if e.quarter < facts.as_of and not e.idle and e.counted]
    if not asked:
        return
    late = sum(e.on is not None and e.late > 0 for e in asked)
    owed = sum(e.on is None and e.owed for e in asked)
    first = min(e.quarter for e in asked)
    span = f"{first.label}至{max(e.quarter for e in asked).label}"
    yield Paragraph(f"{span}应报送{len(asked)}次，其中迟报{late}次、未报{owed}次。")


def _named(facts: Facts, word: str, forms: Sequence[Standing]) -> Iterator[Paragraph]:
    """Name the departments of forms, each with how late it is."""
    if forms:
        names = some(_names(facts, forms))
        yield Paragraph(f"{word}的{len(forms)}个单位是{names}。")


def _names(facts: Facts, forms: Iterable[Standing]) -> Iterator[str]:
    """Give the names of departments, each with how late it is: 区统计局（迟报3天）."""
    for each in forms:
        known = facts.plan.department(each.department)
        yield f"{known.short_name if known else each.department}（{each.timing}）"
