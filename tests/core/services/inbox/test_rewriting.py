"""改为: what somebody types in the place of a returned part is read before it is decided."""

from dataclasses import replace

import pytest

from core.domain.cell import Column
from core.domain.submission import Origin
from core.errors import FigureError, NotFoundError
from core.services.inbox import rewriting
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.returning import filled, issued, read


@pytest.fixture
def office():
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(forms.plan())
    return store


@pytest.fixture
def file(office, tmp_path):
    """A returned file in which a figure and an explanation are others than in the store."""
    path = issued(office, tmp_path)
    given = entry("B-02", "15", explanation="受市场影响")
    with office.writing() as work:
        work.entries.save("p", [given], Origin("填报", "张三"), "2024-07-02T12:00:00+08:00")
    (found,) = read(office, filled(path, {"B-02": 12, ("B-02", Column.EXPLANATION): "减产"})).files
    return found


def match(file, column):
    return next(each for each in file.matches if each.spot == ("B-02", column))


def test_a_text_is_shown_as_it_is_read(office, file):
    figure = match(file, Column.FIGURE)
    assert rewriting.reading(office, file, figure, "1３.50") == "13.50"
    assert rewriting.reading(office, file, figure, "未统计") == "未统计"
    assert rewriting.reading(office, file, figure, "15") == "15"
    assert rewriting.reading(office, file, match(file, Column.EXPLANATION), "停产") == "停产"


def test_what_cannot_be_read_is_refused_and_nothing_is_stored(office, file):
    with pytest.raises(FigureError, match="abc"):
        rewriting.reading(office, file, match(file, Column.FIGURE), "abc")
    with office.reading() as work:
        assert [each.text for each in work.entries.of("p", [HALF])] == ["15"]


def test_a_file_without_a_form_or_of_a_plan_that_is_gone_has_nothing_to_be_read_for(office, file):
    figure = match(file, Column.FIGURE)
    with pytest.raises(ValueError, match="回件"):
        rewriting.reading(office, replace(file, slip=None), figure, "1")
    with pytest.raises(NotFoundError):
        rewriting.reading(MemoryStore(), file, figure, "1")
