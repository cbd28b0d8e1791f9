"""What people have recorded is kept: explanations beside figures, plans under a taken code."""

import shutil
from dataclasses import replace

import pytest

import resources
from core.domain.period import Quarter
from core.domain.submission import Missing, Origin
from core.domain.vintage import Vintage
from core.services import entry, provenance
from core.services.planning import plans
from tests import factory as the
from tests.core.memory import MemoryStore

SHIPPED = resources.path("plans")
A1, CITY = "zhanggong-2016-2020", "ganzhou-2024"
END = Quarter(2020, 4)
BY = Origin(through="命令行填报", by="张三")
SHORTFALL = "受减税降费政策等影响"


@pytest.fixture(params=["memory", "sqlite"])
def office(request, store):
    """A store with the shipped plans, in memory and in SQLite."""
    if request.param == "sqlite":
        return store
    memory = MemoryStore()
    plans.load_shipped(memory, SHIPPED)
    return memory


@pytest.fixture(params=["memory", "sqlite"])
def empty(request, tmp_path):
    """A store with nothing in it, in memory and in SQLite."""
    from db.engine import open_store

    return MemoryStore() if request.param == "memory" else open_store(tmp_path / "empty.db")


def entered(office, code, text):
    return entry.enter(office, A1, END, {code: text}, BY)


def kept(office, code):
    found = provenance.trace(office, A1, code, END).entry
    assert found is not None
    return found


def test_the_same_figure_again_keeps_all_that_stands_beside_it(office):
    assert entered(office, "A1-03", "45.58").saved == ("A1-03",)
    assert (kept(office, "A1-03").explanation, kept(office, "A1-03").vintage) == (
        SHORTFALL,
        Vintage.EXPECTED,
    )
    assert len(provenance.trace(office, A1, "A1-03", END).changes) == 1


def test_a_corrected_figure_keeps_the_explanation_of_its_shortfall(office):
    entered(office, "A1-03", "46.10")
    assert (kept(office, "A1-03").text, kept(office, "A1-03").explanation) == ("46.10", SHORTFALL)
    assert kept(office, "A1-03").vintage is Vintage.PRELIMINARY


def test_what_a_colleague_recorded_a_moment_before_is_not_overwritten(office, monkeypatch):
    late = MemoryStore()  # what was seen before the colleague's change
    plans.load_shipped(late, SHIPPED)
    changed = replace(kept(office, "A1-03"), explanation="同事刚改的说明")
    with office.writing() as work:
        work.entries.save(A1, [changed], Origin("填报", "李四"), "2026-11-23T09:00:00+08:00")
    monkeypatch.setattr(late, "writing", office.writing)
    entered(late, "A1-03", "46.10")
    assert kept(office, "A1-03").explanation == "同事刚改的说明"


def test_a_first_figure_ends_the_reason_why_there_was_none(office):
    assert kept(office, "A1-16").missing is Missing.UNPUBLISHED
    entered(office, "A1-16", "4")
    assert (kept(office, "A1-16").missing, kept(office, "A1-16").explanation) == (None, "")


def test_a_plan_of_one_s_own_under_a_shipped_code_is_left_alone(empty):
    with empty.writing() as work:
        work.plans.add(the.plan(the.level("1"), code=CITY, departments=(the.STATISTICS,)))
    assert CITY not in plans.load_shipped(empty, SHIPPED)
    titles = {each.code: each.title for each in plans.summaries(empty)}
    assert titles[CITY] == the.plan().title
    assert plans.load_shipped(empty, SHIPPED) == ()


def test_two_first_starts_at_the_same_moment_load_each_plan_once(office, monkeypatch):
    late = MemoryStore()  # what a program saw before another one loaded the plans
    monkeypatch.setattr(late, "writing", office.writing)
    assert plans.load_shipped(late, SHIPPED) == ()
    assert len(plans.summaries(office)) == 3


def test_a_stray_file_beside_the_shipped_plans_stops_no_start(empty, tmp_path):
    folder = tmp_path / "plans"
    shutil.copytree(SHIPPED / CITY, folder / CITY)
    (folder / "Thumbs.db").write_bytes(b"\0")
    assert plans.load_shipped(empty, folder) == (CITY,)


def test_the_shipped_folders_are_called_by_their_plans_codes(office):
    with office.reading() as work:
        assert set(work.plans.shipped()) == {each.name for each in SHIPPED.iterdir()}
