"""How a quarter stands, in the one sentence at the top of the page 首页."""

from collections.abc import Sequence
from datetime import date

from core.domain.standing import Standing

NO_DEPARTMENTS = "这个规划没有列出部门，补上部门以后才有报送一览。"
NO_OWN = "请先选定本单位是哪个部门，选定后这里列出要填的报表。"


def for_department(form: Standing, today: date) -> str:
    """Say how a department's own form stands."""
    label = form.quarter.label
    if form.idle:
        return f"{label}没有要填的数，可以先看看下面各期的报送情况。"
    if form.state.closed:
        return f"{label}的报表{form.word}，{form.timing}，没有别的事要做。"
    return f"{label}已填{form.filled}/{form.required}项，{_until(form, today)}。"


def for_office(forms: Sequence[Standing], today: date) -> str:
    """Say how many departments have handed in their forms of a quarter."""
    asked = [each for each in forms if not each.idle]
    label = forms[0].quarter.label
    if not asked:
        return f"{label}没有部门要填报。"
    done = sum(each.state.closed for each in asked)
    if done == len(asked):
        return f"{label}应报{len(asked)}个部门，已经全部报送。"
    owed = next(each for each in asked if not each.state.closed)
    return f"{label}应报{len(asked)}个部门，已报送{done}个，{_until(owed, today)}。"


def _until(form: Standing, today: date) -> str:
    """Say until when a form is expected."""
    day = day_words(form.deadline, today)
    if not form.over:
        return f"本期还没有结束，{day}截止"
    return f"{day}截止，{form.timing}" if form.counted else f"{day}已经截止"


def day_words(day: date, today: date) -> str:
    """Write a day, with its year where that is another than today's."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"
