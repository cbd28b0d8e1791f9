"""A plan that was written is the plan that is read, but for the digest of its files."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from core.domain.figure import Figure
from core.domain.plan import Dictionary
from core.domain.target import Target, TargetState
from core.errors import OutputError
from core.plans.folder import load, write
from core.plans.kinds import HIDDEN
from core.ports import LoadedPlan
from tests.core.plans.factory import contents, dated, put

SHIPPED = ("zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024")


def small(tmp_path: Path) -> LoadedPlan:
    return load(put(contents(), tmp_path / "small"))


def returned(loaded: LoadedPlan, folder: Path) -> LoadedPlan:
    """What is read of a plan that was written, under the digest that it had."""
    write(loaded, folder)
    return replace(load(folder), digest=loaded.digest)


def first_changed(loaded: LoadedPlan, **changes) -> LoadedPlan:
    first, *rest = loaded.plan.indicators
    plan = replace(loaded.plan, indicators=(replace(first, **changes), *rest))
    return replace(loaded, plan=plan)


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_plan_comes_back_as_it_was(tmp_path, code):
    loaded = load(resources.path("plans", code))
    assert returned(loaded, tmp_path / "new" / "p") == loaded


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_file_is_written_as_it_stands(tmp_path, code):
    folder = resources.path("plans", code)
    write(load(folder), tmp_path / "p")
    for path in (tmp_path / "p").iterdir():
        assert path.read_bytes().replace(b"\r\n", b"\n") == (folder / path.name).read_bytes()
    assert {path.name for path in (tmp_path / "p").iterdir()} == {
        path.name for path in folder.iterdir()
    }


def test_a_plan_with_every_kind_of_cell_comes_back_as_it_was(tmp_path):
    loaded = small(tmp_path)
    assert returned(loaded, tmp_path / "p") == loaded


def test_what_single_periods_and_days_bring_comes_back_as_it_was(tmp_path):
    loaded = load(put(dated(), tmp_path / "dated"))
    assert returned(loaded, tmp_path / "p") == loaded
    assert {path.name for path in (tmp_path / "p").iterdir()} == set(dated())


def test_tables_are_written_for_excel_and_the_plan_file_for_toml(tmp_path):
    write(small(tmp_path), tmp_path / "p")
    table = (tmp_path / "p" / "indicators.csv").read_bytes()
    assert table.startswith("\ufeff编码,所属,指标,".encode())
    assert table.count(b"\r\n") == table.count(b"\n") == 5
    assert not (tmp_path / "p" / "plan.toml").read_bytes().startswith(b"\xef")


def test_files_with_nothing_to_say_are_not_written(tmp_path):
    loaded = first_changed(small(tmp_path), revisions=())
    loaded = replace(loaded, plan=replace(loaded.plan, milestones=()), entries=(), decisions=())
    assert returned(loaded, tmp_path / "p") == loaded
    assert {path.name for path in (tmp_path / "p").iterdir()} == {
        "plan.toml",
        "sections.csv",
        "departments.csv",
        "indicators.csv",
    }


@pytest.mark.parametrize("floor", [None, Decimal("0.9"), Decimal("0.85"), Decimal(0)])
def test_a_floor_or_none_comes_back_as_it_was(tmp_path, floor):
    loaded = small(tmp_path)
    words = Dictionary(exceeded="超额完成", full="完成", floor=floor)
    loaded = replace(loaded, plan=replace(loaded.plan, dictionary=words))
    assert returned(loaded, tmp_path / "p") == loaded


@pytest.mark.parametrize(
    "target",
    [
        Target(None, low=Decimal("7.5"), high=Decimal("7.5")),
        Target(Figure.parse("5.5左右"), low=Decimal("5.5")),
        Target(Figure.parse("5.5左右")),
        Target(Figure.parse("全覆盖")),
        Target(Figure.parse("市统计指标"), TargetState.PENDING),
        Target(None, TargetState.NONE),
    ],
)
def test_a_target_comes_back_with_its_bounds(tmp_path, target):
    loaded = first_changed(small(tmp_path), target=target)
    assert returned(loaded, tmp_path / "p") == loaded


TEXTS = st.text(max_size=60).map(str.strip).filter(lambda text: not HIDDEN.search(text))


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(lambda text: text[:1] not in {*"=+@-#＝＋＠"} and "\r" not in text))
def test_any_readable_remark_comes_back_as_it_was(text):
    with tempfile.TemporaryDirectory() as name:
        loaded = first_changed(small(Path(name)), definition=text, remark=text)
        loaded = replace(loaded, plan=replace(loaded.plan, remark=text, notes=(f"注{text}",)))
        assert returned(loaded, Path(name) / "p") == loaded


def test_text_that_excel_would_compute_is_written_as_text(tmp_path):
    loaded = first_changed(small(tmp_path), remark="=1+1")
    write(loaded, tmp_path / "p")
    assert load(tmp_path / "p").plan.indicators[0].remark == "'=1+1"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    folder = put({"心得.txt": b"x"}, tmp_path / "p")
    with pytest.raises(OutputError, match="不是空的，没有写入"):
        write(small(tmp_path), folder)
    assert [path.name for path in folder.iterdir()] == ["心得.txt"]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="规划写不到“"):
        write(small(tmp_path), tmp_path / "file" / "p")
