"""Shipped plans are loaded once; what people did to them stays."""

import shutil
from dataclasses import replace

import pytest

import resources
from core.domain.period import Quarter
from core.errors import MalformedPlanError, StorageError
from core.services import provenance
from core.services.planning import plans
from tests.core.memory import MemoryStore
from tests.db.files import change

SHIPPED = resources.path("plans")
CODES = ("ganzhou-2024", "zhanggong-2016-2020", "zhanggong-2021-2025")


@pytest.fixture(params=["memory", "sqlite"])
def office(request, store):
    """A store after its first start, in memory and in SQLite."""
    if request.param == "sqlite":
        return store
    memory = MemoryStore()
    assert plans.load_shipped(memory, SHIPPED) == CODES
    return memory


def delete_the_city(office):
    """Take the city's plan out, as no part of the program does yet."""
    if isinstance(office, MemoryStore):
        del office.held.plans["ganzhou-2024"]
    else:
        change(office.path, "DELETE FROM plans WHERE code = 'ganzhou-2024'")


def copied(tmp_path, **changes):
    folder = shutil.copytree(SHIPPED / "ganzhou-2024", tmp_path / "mine")
    for name, (old, new) in changes.items():
        file = folder / name.replace("_", ".")
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return folder


def test_the_shipped_plans_are_loaded_once(office):
    assert plans.load_shipped(office, SHIPPED) == ()
    assert [each.indicators for each in plans.summaries(office)] == [41, 33, 11]


def test_a_shipped_figure_says_from_which_document_it_came(office):
    trace = provenance.trace(office, "zhanggong-2016-2020", "A1-01", Quarter(2020, 4))
    assert trace.entry is not None
    assert trace.entry.text == "521.94"
    assert trace.last is not None
    assert (trace.last.origin.through, trace.last.origin.file) == ("随附规划", "results.csv")


def test_a_plan_that_was_deleted_stays_deleted(office):
    delete_the_city(office)
    assert plans.load_shipped(office, SHIPPED) == ()
    assert [each.code for each in plans.summaries(office)] == list(CODES[1:])


def test_a_plan_folder_of_one_s_own_is_loaded(office, tmp_path):
    plans.add(office, copied(tmp_path, plan_toml=("ganzhou-2024", "mine-2024")))
    assert "mine-2024" in [each.code for each in plans.summaries(office)]


def test_a_taken_code_is_refused(office, tmp_path):
    with pytest.raises(StorageError, match="“ganzhou-2024”已"):
        plans.add(office, copied(tmp_path))
    assert len(plans.summaries(office)) == 3


def test_a_malformed_folder_is_refused_whole_with_all_its_faults(office, tmp_path):
    folder = copied(
        tmp_path,
        plan_toml=("ganzhou-2024", "mine-2024"),
        indicators_csv=("增速,比率", "乱写,比率"),
        milestones_csv=("2024Q4", "2024Q9"),
    )
    with pytest.raises(MalformedPlanError) as raised:
        plans.add(office, folder)
    faults = raised.value.faults
    assert {fault.file for fault in faults} == {"indicators.csv", "milestones.csv"}
    assert len(faults) > 2
    said = str(raised.value)
    assert said.startswith(f"规划“mine”有{len(faults)}处错误，未载入：\n")
    assert "indicators.csv第2行“衡量方式”：现为“乱写”" in said
    assert all(str(fault) in said for fault in faults)
    assert len(plans.summaries(office)) == 3


def test_a_shipped_plan_that_cannot_be_stored_leaves_nothing_of_the_others(tmp_path):
    store = MemoryStore()
    for name in ("a", "b"):
        shutil.copytree(SHIPPED / "ganzhou-2024", tmp_path / "plans" / name)
    with pytest.raises(StorageError):
        plans.load_shipped(store, tmp_path / "plans")
    assert plans.summaries(store) == ()


def test_a_corrected_edition_of_a_shipped_plan_leaves_the_stored_one_alone(office, tmp_path):
    code = "zhanggong-2021-2025"
    with office.writing() as work:
        stored = work.plans.get(code)
        older = replace(stored.find("B-13"), formula="")
        indicators = tuple(older if each.code == "B-13" else each for each in stored.indicators)
        work.plans.replace(replace(stored, indicators=indicators))
        work.plans.note_shipped(code, "0" * 64)
    assert plans.load_shipped(office, SHIPPED) == ()
    with office.reading() as work:
        assert work.plans.get(code).find("B-13").formula == ""
        assert work.plans.shipped()[code] == "0" * 64
