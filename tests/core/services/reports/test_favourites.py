"""Reports that are often asked for keep their names and their order."""

import pytest

from core.domain.indicator import Binding
from core.domain.printed import Edition
from core.errors import UserError
from core.services.reports import favourites
from core.services.reports.favourites import LONGEST, MOST, Favourite
from core.services.reports.reporting import Request
from tests import forms

PLAIN = Favourite("季报", Request("completion", "p"))
WHOLE = Favourite(
    "区科技局约束性",
    Request("targets", "p", forms.HALF, "D05", "T1", Binding.BINDING, Edition.REVIEW, public=True),
)
KEY = "reports:favourites"


def names(store):
    """The names in their order."""
    return [each.name for each in favourites.load(store)]


def test_a_favourite_comes_back_as_it_was(desk):
    favourites.add(desk, PLAIN)
    assert favourites.add(desk, WHOLE) == favourites.load(desk) == (PLAIN, WHOLE)


def test_one_of_the_same_name_takes_the_place_of_the_other(desk):
    favourites.add(desk, PLAIN)
    favourites.add(desk, WHOLE)
    favourites.add(desk, Favourite(" 季报 ", WHOLE.request))
    assert favourites.load(desk) == (Favourite("季报", WHOLE.request), WHOLE)


def test_favourites_stand_in_the_order_of_keeping_and_are_taken_away(desk):
    for name in "甲乙丙":
        favourites.add(desk, Favourite(name, PLAIN.request))
    assert names(desk) == ["甲", "乙", "丙"]
    favourites.remove(desk, "甲")
    favourites.remove(desk, "丁")
    assert names(desk) == ["乙", "丙"]
    favourites.remove(desk, "丙")
    favourites.remove(desk, "乙")
    with desk.reading() as work:
        assert KEY not in work.settings.all()


@pytest.mark.parametrize("name", ["", " ", "长" * (LONGEST + 1), "\u200b"])
def test_a_name_must_be_one_to_read(desk, name):
    with pytest.raises(UserError, match="常用报告的名称应为1至40个"):
        favourites.add(desk, Favourite(name, PLAIN.request))
    assert names(desk) == []


def test_there_is_an_end_to_favourites(desk):
    for number in range(MOST):
        favourites.add(desk, Favourite(str(number), PLAIN.request))
    favourites.add(desk, Favourite("0", WHOLE.request))
    with pytest.raises(UserError, match="最多50个"):
        favourites.add(desk, PLAIN)
    assert len(names(desk)) == MOST


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("{", []),
        ('{"a": 1}', []),
        ('[1, {"name": "甲"}, {"name": "乙", "kind": "x", "plan": "p"}]', ["乙"]),
        ('[{"name": "甲", "kind": "x", "plan": "p", "quarter": "2024"}]', []),
        ('[{"name": "甲", "kind": "x", "plan": "p", "binding": "?"}]', []),
    ],
)
def test_what_cannot_be_read_is_left_out(desk, kept, left):
    with desk.writing() as work:
        work.settings.put({KEY: kept})
    assert names(desk) == left
