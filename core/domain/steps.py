"""`Step`: what somebody can do next on the page 首页, for a department and for the office."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.profile import Role
from core.domain.standing import Standing
from core.domain.submission import State

NAMED = 3  # departments that a sentence names before 等


class Aim(StrEnum):
    """What a step is for; where it leads is the page's affair."""

    PROFILE = "profile"
    DEPARTMENTS = "departments"
    FILL = "fill"
    EXPLAIN = "explain"
    SUBMIT = "submit"
    LOOK = "look"
    REVIEW = "review"
    APPROVE = "approve"
    CHASE = "chase"
    BASES = "bases"


@dataclass(frozen=True, slots=True)
class Step:
    """A button's words and the sentence beside it, and the form and item that are meant."""

    aim: Aim
    action: str
    detail: str
    department: str = ""
    quarter: Quarter | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """The codes of a form where something is missing, where an explanation is, and what blocks."""

    missing: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


def preparing(plan: Plan, role: Role | None, department: str) -> Iterator[Step]:
    """Say what has to be settled before anybody can fill in or collect forms."""
    if not plan.departments:
        words = "规划没有列出部门，指标也就没有人填"
        yield Step(Aim.DEPARTMENTS, "补上部门", words)
    elif role is None:
        words = "还没有说明由谁使用：部门填报，还是汇总单位"
        yield Step(Aim.PROFILE, "选择角色", words)
    elif role is Role.DEPARTMENT and not department:
        yield Step(Aim.PROFILE, "选择部门", f"还没有选定本单位是{plan.region}的哪个部门")


def own(form: Standing, todo: Open) -> Iterator[Step]:
    """Say what a department can do with its form of the quarter."""
    if form.idle:
        return
    if form.state.closed:
        yield _at(form, Aim.LOOK, "查看报表", f"{form.state.label}，{form.timing}")
    elif todo.missing:
        yield _fill(form, todo.missing)
    yield from () if form.state.closed else _finish(form, todo)


def _fill(form: Standing, missing: Sequence[str]) -> Step:
    """Lead to the first item that is missing."""
    action = "继续填报" if form.filled else "开始填报" if form.over else "提前填报"
    rest = f"还有{len(missing)}项未填" if form.filled else f"{len(missing)}项要填"
    early = "" if form.over else f"，{form.quarter.label}还没有结束"
    return _at(form, Aim.FILL, action, rest + early, missing[0])


def _finish(form: Standing, todo: Open) -> Iterator[Step]:
    """Say what stands between what is filled and 报送."""
    if todo.blocked:
        words = f"{len(todo.blocked)}项有强制问题，改正后才能报送"
        yield _at(form, Aim.EXPLAIN, "改正问题", words, todo.blocked[0])
    if todo.unexplained:
        words = f"{len(todo.unexplained)}项须说明，写明后才能报送"
        yield _at(form, Aim.EXPLAIN, "补写说明", words, todo.unexplained[0])
    if not (todo.missing or todo.blocked or todo.unexplained) and form.over:
        words = f"{form.required}项已填齐，请经科室审核后报送"
        yield _at(form, Aim.SUBMIT, "去报送", words)


def earlier(forms: Sequence[Standing], quarter: Quarter) -> Iterator[Step]:
    """Lead to the newest form before a quarter that was begun, or called for, and is still owed."""
    before = [each for each in forms if each.quarter < quarter and each.owed]
    owed = [each for each in before if each.counted or each.state is State.FILLING]
    if owed:
        form = owed[-1]
        late = f"，{form.timing}" if form.late else ""
        yield _at(form, Aim.FILL, "补报往期", f"{form.quarter.label}还没有报送{late}")


def reviewing(forms: Sequence[Standing], names: Mapping[str, str]) -> Iterator[Step]:
    """Say in one step which forms of the quarter wait to be reviewed, and which to be approved."""
    handed_in = [each for each in forms if each.state is State.SUBMITTED]
    reviewed = [each for each in forms if each.state is State.REVIEWED]
    told = [("待审核", handed_in), ("待审定", reviewed)]
    words = "；".join(f"{word}{len(some)}份：{_named(some, names)}" for word, some in told if some)
    if handed_in:
        yield _at(handed_in[0], Aim.REVIEW, "去审核", words)
    elif reviewed:
        yield _at(reviewed[0], Aim.APPROVE, "去审定", words)


def chasing(forms: Sequence[Standing], names: Mapping[str, str]) -> Iterator[Step]:
    """Say which departments still owe their form of the quarter, the latest first."""
    owed = [each for each in forms if each.owed and each.counted]
    late = sorted((each for each in owed if each.late), key=lambda each: -each.late)
    if late:
        words = f"{len(late)}个部门逾期未报：{_named(late, names)}，最长逾期{late[0].late}天"
    elif owed:
        words = f"{len(owed)}个部门还没有报送：{_named(owed, names)}，{owed[0].timing}"
    if owed:
        yield Step(Aim.CHASE, "只看未报", words, quarter=owed[0].quarter)


def filling_bases(count: int) -> Iterator[Step]:
    """Ask for the bases that progress cannot be counted without."""
    if count:
        words = f"{count}项指标没有基期，补录后才能计算增量进度"
        yield Step(Aim.BASES, "补录基期…", words)


def _at(form: Standing, aim: Aim, action: str, detail: str, code: str = "") -> Step:
    """Make a step at a form."""
    return Step(aim, action, detail, form.department, form.quarter, code)


def _named(forms: Sequence[Standing], names: Mapping[str, str]) -> str:
    """Name the first departments, and say that there are more."""
    first = "、".join(names.get(each.department, each.department) for each in forms[:NAMED])
    return first if len(forms) <= NAMED else f"{first}等"
