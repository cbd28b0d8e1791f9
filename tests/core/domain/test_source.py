"""Which change brought a figure."""

from core.domain.source import bringing
from core.domain.submission import Change, Missing, Origin
from tests import factory as the


def change(before, after, by, **rest):
    origin, entry = Origin("填报", by), the.entry(after, "2024Q1", **rest)
    return Change("B-01", entry.quarter, before, after, origin, "", entry)


def test_the_last_change_of_the_figure_itself_brought_it():
    first, second = change("", "5", "张三"), change("5", "6", "李四")
    explained = change("6", "6", "王五", explanation="基数较高")

    assert bringing((first, second, explained)) is second


def test_a_reason_why_there_is_no_figure_counts_as_one():
    first = change("5", "", "张三")
    missing = change("", "", "李四", missing=Missing.UNVERIFIED)

    assert bringing((first, missing)) is missing


def test_the_first_change_counts_whatever_it_says():
    explained = change("", "", "张三", explanation="待核")

    assert bringing((explained,)) is explained
    assert bringing(()) is None
