"""报送情况: how many forms came in time, late or not at all, whose, and what went back."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import attrgetter

from core.domain import exact, told
from core.domain.days import dated
from core.domain.standing import Standing
from core.reports import handed_in
from core.reports.facts import Facts
from core.reports.handed_in import Sort
from core.reports.narrative.sections import Section
from core.reports.prose import Level, Paragraph


def opening(facts: Facts, *, more: bool) -> Iterator[Paragraph]:
    """Say to whom, and how many have handed in by today, in time and late, and how many not.

    `more` tells whether anything follows.
    """
    yield Paragraph("各有关单位：", Level.ADDRESS)
    forms, whose = _own(facts), f"{facts.plan.name}{facts.as_of.label}"
    if not forms:
        yield Paragraph(f"{whose}没有需要报送的数据。")
    elif is_uncollected(facts):
        yield Paragraph(f"{whose}没有组织报送。")
    else:
        until = dated(max(each.deadline for each in forms))
        below = "现将有关情况通报如下。" if more else ""
        yield Paragraph(f"{_summary(facts, forms)}。报送截止日为{until}。{below}")


def is_uncollected(facts: Facts) -> bool:
    """Tell whether the office never collected what the report's quarter asks for."""
    forms = _own(facts)
    return bool(forms) and not handed_in.is_collected(forms)


def groups(facts: Facts) -> Iterator[Section]:
    """Name the departments of each sort: in time by the day, late by the days, and so on."""
    forms = _own(facts)
    on_time = sorted(_of(forms, Sort.ON_TIME), key=attrgetter("on"))
    yield _group(facts, "按时报送的单位", on_time, _unmarked)
    late = sorted(_of(forms, Sort.LATE), key=attrgetter("late"))
    yield _group(facts, "迟报的单位", late, lambda each: f"（迟报{each.late}天）")
    yield _group(facts, "未报的单位", _of(forms, Sort.OWED), _owing)
    back = [each for each in forms if each.returned]
    yield _group(facts, "被退回改正的单位", back, lambda each: f"（{each.returned}次）")


def before(facts: Facts) -> Iterator[Paragraph]:
    """Count the forms of the quarters before that came late or are still owed."""
    asked = [
        each
        for each in facts.standings
        if each.quarter < facts.as_of and handed_in.sort(each) in handed_in.NAMED
    ]
    if not asked:
        return
    _, late, owed, _ = handed_in.counts(asked)
    first, last = (pick(each.quarter for each in asked).label for pick in (min, max))
    span = first if first == last else f"{first}至{last}"
    yield Paragraph(f"{span}应报送{len(asked)}次，其中迟报{late}次、未报{owed}次。")


def closing(facts: Facts) -> Iterator[Paragraph]:
    """Ask those who have not handed in to do so."""
    owed = _of(_own(facts), Sort.OWED)
    if owed:
        again = "，被退回的单位按意见改正后重新报送" if any(each.returned for each in owed) else ""
        yield Paragraph(f"请未报的单位抓紧报送{again}。")


def _own(facts: Facts) -> list[Standing]:
    """Give the forms that the report's quarter asks for."""
    return [each for each in facts.standings if each.quarter == facts.as_of and not each.idle]


def _summary(facts: Facts, forms: list[Standing]) -> str:
    """Count who has handed in by today, in time and late, and who has not."""
    on_time, late, owed, back = handed_in.counts(forms)
    done, whole = on_time + late, len(forms)
    rate = told.percent(exact.fraction(Decimal(done), Decimal(whole)), 1)
    left = whole - done - owed
    asked = (
        f"截至{dated(forms[0].today)}，{facts.plan.name}{facts.as_of.label}数据应报送单位{whole}个"
    )
    clauses = (
        f"{asked}，已报送{done}个，报送率{rate}，其中按时报送{on_time}个、迟报{late}个",
        f"未报{owed}个" if owed else "",
        f"尚未报送{left}个" if left else "",
        f"退回改正{back}次" if back else "",
    )
    return "；".join(filter(None, clauses))


def _of(forms: Iterable[Standing], sort: Sort) -> list[Standing]:
    """Give the forms of a sort."""
    return [each for each in forms if handed_in.sort(each) is sort]


def _group(
    facts: Facts, title: str, forms: list[Standing], mark: Callable[[Standing], str]
) -> Section:
    """Name the departments of some forms, all of them, each with a mark."""
    names = "、".join(handed_in.name(facts.plan, each.department) + mark(each) for each in forms)
    return f"{title}（{len(forms)}个）", [Paragraph(f"{names}。")] if forms else []


def _owing(form: Standing) -> str:
    """Say by how much a form is late that is still owed, and that it went back."""
    back = "退回后没有重新报送，" if form.returned else ""
    return f"（{back}逾期{form.late}天）"


def _unmarked(_: Standing) -> str:
    """Say nothing behind a name."""
    return ""
