"""Shipped plans are loaded once; what people did to them stays."""

import shutil

import pytest

import resources
from core.errors import MalformedPlanError, StorageError
from core.services import plans
from tests.core.memory import MemoryStore

SHIPPED = resources.path("plans")
CODES = ("ganzhou-2024", "zhanggong-2016-2020", "zhanggong-2021-2025")


def test_an_empty_database_gets_the_shipped_plans_once():
    store = MemoryStore()
    assert plans.load_shipped(store, SHIPPED) == CODES
    assert plans.load_shipped(store, SHIPPED) == ()
    assert [each.indicators for each in plans.summaries(store)] == [41, 33, 11]


def test_a_plan_that_was_deleted_stays_deleted():
    store = MemoryStore()
    plans.load_shipped(store, SHIPPED)
    del store.held.plans["ganzhou-2024"]
    assert plans.load_shipped(store, SHIPPED) == ()
    assert len(plans.summaries(store)) == 2


def copied(tmp_path, **changes):
    folder = shutil.copytree(SHIPPED / "ganzhou-2024", tmp_path / "mine")
    for name, (old, new) in changes.items():
        file = folder / name.replace("_", ".")
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return folder


def test_a_plan_folder_of_one_s_own_is_loaded(store, tmp_path):
    plans.add(store, copied(tmp_path, plan_toml=("ganzhou-2024", "mine-2024")))
    assert "mine-2024" in [each.code for each in plans.summaries(store)]


def test_a_taken_code_is_refused(store, tmp_path):
    with pytest.raises(StorageError, match="“ganzhou-2024”已经在数据库里"):
        plans.add(store, copied(tmp_path))


def test_a_malformed_folder_is_refused_whole(store, tmp_path):
    folder = copied(
        tmp_path,
        plan_toml=("ganzhou-2024", "mine-2024"),
        indicators_csv=("增速,比率", "乱写,比率"),
    )
    with pytest.raises(MalformedPlanError, match=r"indicators\.csv第2行“衡量方式”：现为“乱写”"):
        plans.add(store, folder)
    assert len(plans.summaries(store)) == 3
