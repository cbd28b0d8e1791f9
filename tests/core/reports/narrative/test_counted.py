"""Whatever stands how: every number of the narrative is recounted from the assessments."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.plan import Section, SectionKind
from core.domain.scale import Scale
from core.reports.narrative import counting, prose
from core.reports.narrative.account import Account
from tests import factory
from tests.core.reports.narrative import told
from tests.core.reports.narrative.told import NAMES, facts, lines, with_lights

WORDS = Scale().words
ALARMING = WORDS[-2:]
REASONS = ("", "受减产影响", "停产")
ITEMS = st.tuples(
    st.sampled_from((*WORDS, "")), st.sampled_from(REASONS), st.integers(0, 2), st.booleans()
)
LISTED = "([^，。；：]+)"
CATEGORIES = tuple(
    Section(f"T{at}", "T", SectionKind.CATEGORY, f"类别{sign}") for at, sign in enumerate("子丑寅")
)


def plan(items):
    """Indicators in three categories, in their order, some 约束性."""
    made = [
        factory.level("120", "100", code=f"B-{at:02}", name=NAMES[at], section=f"T{category}")
        for at, (_, _, category, _) in enumerate(items)
    ]
    bound = [
        factory.binding(each) if item[3] else each for each, item in zip(made, items, strict=True)
    ]
    return factory.plan(*bound, sections=(factory.TABLE, *CATEGORIES))


def known(items):
    """Facts of generated items with the lights of a quarter before, when all kept pace."""
    statuses, reasons = [each[0] for each in items], [each[1] for each in items]
    whole = plan(items)
    now = facts(statuses, reasons=reasons, of=whole)
    return with_lights(now, facts([WORDS[2]] * len(items), of=whole, at=factory.quarter("2023Q3")))


def check(text, pattern, wanted):
    """Hold each number found against the one that is wanted; give the text without them."""
    for number in re.findall(pattern, text):
        assert int(number) == wanted, (pattern, text)
    return re.sub(pattern, "", text)


def recounted(text, statuses):
    """Recount a clause about items with these statuses; give what is left of it."""
    counts = Counter(statuses)
    text = check(text, r"共(\d+)个", len(statuses))
    text = check(text, r"(?:尚不能判断的指标|尚不能判断|缺数)(\d+)个", counts[""])
    for word in WORDS:
        text = check(text, rf"{word}(\d+)个", counts[word])
    return text


def category(line, items):
    """Recount what is said of a category."""
    place = next(at for at, each in enumerate(CATEGORIES) if f"）{each.name}。" in line)
    return recounted(line, [each[0] for each in items if each[2] == place])


def binding(line, items):
    """Recount what is said of the 约束性."""
    statuses = [each[0] for each in items if each[3]]
    left = check(line, r"约束性指标(\d+)个", len(statuses))
    left = check(left, r"可能完不成的(\d+)个", sum(each in ALARMING for each in statuses))
    return recounted(left, statuses)


def ahead(line, items):
    """Leave out what was computed for an indicator of which nothing is known: 100 → 120."""
    number = len(behind([each[0] for each in items]))
    left = check(line, r"其余(\d+)个指标从略", number - 8)
    assert left.count("2021—2025年需年均增长3.7%") == min(number, 8)
    return left.replace("2021—2025年需年均增长3.7%", "")


def overall(line, items):
    """Recount what is said of all."""
    statuses, bound = [each[0] for each in items], sum(each[3] for each in items)
    left = check(line, r"约束性(\d+)个、", bound)
    left = check(left, r"预期性(\d+)个", len(items) - bound)
    left = check(left, r"(?<!略有)(?<!明显)滞后的(\d+)个指标", len(behind(statuses)))
    for word in ALARMING:
        left = check(left, rf"{word}的(\d+)个", statuses.count(word))
    return recounted(unexplained(changed(left, statuses), items), statuses)


def behind(statuses):
    """The statuses that say 滞后."""
    return [each for each in statuses if each in ALARMING]


RECOUNTS = {"（": category, "约束性指标": binding, "要实现": ahead, "": overall}


@given(st.lists(ITEMS, min_size=1, max_size=20))
def test_every_number_is_that_of_the_assessments(items):
    found = known(items)
    for line in lines(prose.quarterly(found, found.plan.indicators).paragraphs):
        recount = next(of for opening, of in RECOUNTS.items() if line.startswith(opening))
        left = recount(line.replace("2023年全年", "").replace("2023年前三季度", ""), items)
        assert not re.search(r"\d", left), (line, left)


LIGHTS = dict(zip((*WORDS, ""), "蓝绿绿黄红灰", strict=True))


def changed(text, statuses):
    """Recount the lights that are others than the green ones before."""
    lights = Counter(LIGHTS[each] for each in statuses)
    for light in "蓝黄红灰":
        text = check(text, rf"由绿灯转{light}灯(\d+)个", lights[light])
    return check(text, r"(\d+)个指标灯色有变化", len(statuses) - lights["绿"])


def unexplained(text, items):
    """Recount those that share a reason or have none, where that number is told."""
    reasons = Counter(each[1] for each in items if each[0] in ALARMING)
    text = check(text, r"等(\d+)个指标原因未填报", reasons[""])
    for reason in REASONS[1:]:
        text = check(text, rf"等(\d+)个指标，{reason}", reasons[reason])
    return text


@given(st.lists(ITEMS, min_size=1, max_size=20))
def test_who_is_named_is_who_stands_so(items):
    found = known(items)
    said = "".join(lines(prose.quarterly(found, found.plan.indicators).paragraphs))
    for word in ALARMING:
        names = [NAMES[at] for at, each in enumerate(items) if each[0] == word]
        for told_names in re.findall(rf"{word}的\d+个(?:指标)?是{LISTED}", said):
            assert re.split("[、和]", told_names.removesuffix("等")) == names[:8]


@given(st.lists(ITEMS, min_size=1, max_size=20))
def test_the_same_data_give_the_same_text(items):
    once, again = known(items), known(items)
    told_of = prose.progress(once, once.plan.indicators)
    assert told_of == prose.progress(again, again.plan.indicators)


@given(st.lists(ITEMS, min_size=1, max_size=20))
def test_no_reason_is_told_that_nobody_recorded(items):
    found = facts([each[0] for each in items], of=plan(items))
    said = "".join(lines(prose.quarterly(found, found.plan.indicators).paragraphs))
    assert "主要原因" not in said
    assert ("未填报" in said) == any(each[0] in ALARMING for each in items)


@pytest.mark.parametrize(
    ("statuses", "bound", "said"),
    [
        (["快于预期"], 0, "共1个，为快于预期"),
        (["快于预期"] * 3, 0, "共3个，均为快于预期"),
        (
            ["快于预期", "明显滞后"],
            1,
            "共2个（约束性1个、预期性1个），其中快于预期1个、明显滞后1个",
        ),
        (["快于预期", "明显滞后"], 2, "共2个，其中快于预期1个、明显滞后1个"),
        (["快于预期", ""], 0, "共2个，其中快于预期1个，尚不能判断1个（缺数）"),
        ([""], 0, "共1个，尚不能判断（缺数）"),
        (["", ""], 0, "共2个，均尚不能判断（缺数）"),
        (["快于预期", "另行说明"], 0, "共2个，其中快于预期1个、另行说明1个"),
    ],
)
def test_one_none_and_all_are_worded_as_such(statuses, bound, said):
    found = facts(statuses, of=told.plan(len(statuses), bound))
    account = Account(found, found.plan.indicators)
    assert counting.whole(account, "主要指标").text == f"按2023年全年填报情况，主要指标{said}。"


def test_a_single_category_is_not_told_apart_nor_are_too_many():
    one = facts(["快于预期"] * 2)
    assert list(counting.categories(Account(one, one.plan.indicators))) == []
