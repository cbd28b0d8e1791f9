"""The schema: migrations build what the tables say, and carry older files forward."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from core.domain.figure import Figure
from core.domain.receipt import Scan
from core.domain.scale import Scale
from core.domain.submission import Missing
from core.domain.vintage import Vintage
from core.errors import StorageError
from db import schema
from db.engine import open_store
from db.tables import metadata
from tests.db.factories import (
    AT,
    END,
    FORM,
    approval,
    decision,
    entry,
    event,
    evidence,
    plan,
    printed,
    quarter,
    receipt,
    remark,
    submission,
)
from tests.db.files import change, digest, planned_file, read_only, rows, writer
from tests.db.full import full_plan

PLAN = plan().code
RELEASED = Path(__file__).parents[1] / "data" / "databases"  # as earlier programs left them
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
STEP = f'''
from alembic import op
import sqlalchemy as sa

revision = "next"
down_revision = "{schema.REVISIONS[-1]}"


def upgrade():
    """Rebuild the table that all others refer to, the way SQLite can lose rows by."""
    with op.batch_alter_table("plans", recreate="always") as plans:
        plans.add_column(sa.Column("county", sa.String, server_default="360702", nullable=False))
'''


@pytest.fixture
def migrated(tmp_path):
    """A database that the migrations built."""
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with engine.begin() as connection:
        schema.upgrade(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def step(tmp_path, monkeypatch):
    """Teach the program a further migration, as it is written or with more lines."""

    def teach(more=""):
        folder = tmp_path / "migrations"
        shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "next_county.py").write_text(STEP + more, encoding="utf-8")
        monkeypatch.setattr(schema, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "next"))
        monkeypatch.setattr(sys, "dont_write_bytecode", True)

    return teach


def third():
    """The full plan as the third revision could hold it: no formulas, no scales of its own."""
    indicators = tuple(replace(each, formula="") for each in full_plan().indicators)
    return replace(full_plan(), indicators=indicators, monitoring=Scale(), midterm=Scale())


def copies(file):
    return sorted(each for each in file.parent.rglob("*.db") if each != file)


def test_the_migrations_build_what_the_tables_say(migrated):
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_a_migrated_database_equals_a_new_one_to_the_letter(migrated, file):
    open_store(file)
    assert rows(file, SCHEMA) == rows(migrated.url.database, SCHEMA)


def test_the_known_revisions_are_those_of_the_migrations():
    steps = ScriptDirectory(str(schema.MIGRATIONS)).walk_revisions()
    assert tuple(each.revision for each in steps)[::-1] == schema.REVISIONS


def test_a_new_database_carries_the_present_revision(file):
    open_store(file)
    assert rows(file, "SELECT version_num FROM alembic_version") == [(schema.REVISIONS[-1],)]


def test_an_older_database_is_migrated_with_everything_in_it(file, step):
    store = planned_file(file)
    with store.writing() as work:
        work.entries.save(PLAN, [entry()], FORM, AT)
    step()
    store = open_store(file)
    assert not store.created
    assert rows(file, "SELECT code, county FROM plans") == [(PLAN, "360702")]
    with store.reading() as work:
        assert work.entries.of(PLAN) == (entry(),)
        assert len(work.plans.connection.exec_driver_sql("SELECT * FROM items").all()) == 4
    assert store.problems() == ()


@pytest.fixture
def foundation(file):
    """The store of a file that the first revision left, with what was changed since."""
    shutil.copy(RELEASED / "0001.db", file)
    return open_store(file)


def test_a_file_of_the_first_revision_has_its_plan(foundation):
    now = third()
    first, *rest = now.indicators
    further = ("annual_targets", "quarterly_targets", "definitions", "base_revisions")
    first = replace(first, delay=0, **dict.fromkeys(further, ()))
    then = replace(now, indicators=(first, *rest), rules=(), reorganisations=())
    with foundation.reading() as work:
        assert work.plans.get(PLAN) == then
        assert work.plans.shipped() == {PLAN: "0" * 64}


def test_a_file_of_the_first_revision_has_its_figures_and_decisions(foundation):
    final = entry(vintage=Vintage.FINAL, explanation="受汛期影响")
    missing = {"missing": Missing.UNCOUNTED, "explanation": "未建立统计制度"}
    with foundation.reading() as work:
        assert work.entries.of(PLAN) == (
            entry("A-09", "2025Q3", "六"),
            final,
            entry("P01-02", "2024Q4", "", **missing),
        )
        assert work.decisions.of(PLAN, END) == (decision(),)
        changes = work.changes.of(PLAN, "B-01", END)
    assert [each.entry for each in changes] == [entry(text="12.5"), final]
    assert (changes[0].origin.cell, changes[1].origin) == ("C7", FORM)


def test_the_chain_of_a_first_revision_is_whole_and_goes_on(file, foundation):
    assert foundation.problems() == ()
    with foundation.writing() as work:
        work.entries.save(PLAN, [entry(growth=Figure.parse("5.3"))], FORM, AT)
        work.changes.note(PLAN, event())
    assert foundation.problems() == ()
    change(file, "UPDATE changes SET after = '9' WHERE sequence = 2")
    assert len(foundation.problems()) == 2


@pytest.fixture
def quarterly(file):
    """The store of a file that the second revision left."""
    shutil.copy(RELEASED / "0002.db", file)
    return open_store(file)


def test_a_file_of_the_second_revision_has_everything_that_was_in_it(quarterly):
    letter = evidence(None, document="章府办〔2025〕7号", name="章府办〔2025〕7号")
    with quarterly.reading() as work:
        assert work.plans.get(PLAN) == third()
        assert [each.text for each in work.entries.of(PLAN)] == ["12.5", ""]
        assert work.decisions.of(PLAN, END) == (decision(),)
        assert work.submissions.of(PLAN) == (submission(),)
        assert work.evidences.of(PLAN, END) == (evidence(b"%PDF"), letter)
        assert work.evidences.content(evidence(b"%PDF").sha256) == b"%PDF"
        assert work.changes.events(PLAN, "报送") == (event(),)
        assert work.settings.all() == {"role": "office", "name": "张三"}
        assert work.receipts.of(PLAN) == ()


def test_a_file_of_the_second_revision_takes_workbooks_in(quarterly):
    assert quarterly.problems() == ()
    with quarterly.writing() as work:
        work.receipts.add(receipt(), b"PK")
    assert quarterly.problems() == ()


@pytest.fixture
def returned(file):
    """The store of a file that the third revision left."""
    shutil.copy(RELEASED / "0003.db", file)
    return open_store(file)


def test_a_file_of_the_third_revision_has_everything_that_was_in_it(returned):
    scan = Scan("扫描件.pdf", evidence(b"1").sha256, 1)
    started = entry("P01-00", text="开工", progress=Figure.parse("35"))
    final = entry(growth=Figure.parse("5.3"), vintage=Vintage.FINAL)
    with returned.reading() as work:
        assert work.plans.get(PLAN) == third()
        assert work.entries.of(PLAN) == (final, started)
        assert work.decisions.every(PLAN) == {
            quarter("2024Q4"): (decision("A-09", "2024Q4", "未完成"),),
            END: (decision(),),
        }
        assert work.receipts.of(PLAN) == (receipt(scans=(scan,), number=1),)
        assert work.receipts.content(scan.sha256) == b"1"
        assert (work.remarks.of(PLAN), work.approvals.of(PLAN)) == ((), ())


def test_a_file_of_the_third_revision_is_reviewed_and_its_plan_edited(returned):
    assert returned.problems() == ()
    with returned.writing() as work:
        work.remarks.add(PLAN, remark())
        work.approvals.add(PLAN, approval(), b"{}")
        work.printed.add(PLAN, printed(), b"%PDF")
        work.plans.replace(full_plan())
        assert work.plans.get(PLAN) == full_plan()
    assert returned.problems() == ()


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_an_older_file_equals_a_new_one_to_the_letter(file, revision):
    shutil.copy(RELEASED / f"{revision}.db", file)
    open_store(file)
    open_store(file.with_name("new.db"))
    assert rows(file, SCHEMA) == rows(file.with_name("new.db"), SCHEMA)


def test_a_copy_is_kept_before_a_migration(file, step):
    planned_file(file)
    before = rows(file, SCHEMA)
    step()
    open_store(file)
    (copy,) = copies(file)
    assert rows(copy, SCHEMA) == before
    assert rows(copy, "SELECT code FROM plans") == [(PLAN,)]


def test_no_copy_is_kept_of_what_is_no_file(file, step):
    store = planned_file(file)
    step()
    assert not schema.settle(store.engine, None)
    assert rows(file, "SELECT county FROM plans") == [("360702",)]
    assert copies(file) == []


def test_a_migration_that_fails_leaves_the_file_as_it_was(file, step):
    planned_file(file)
    before = digest(file)
    step("    raise ZeroDivisionError\n")
    with pytest.raises(ZeroDivisionError):
        open_store(file)
    assert digest(file) == before


def test_a_migration_that_loses_rows_is_taken_back(file, step):
    planned_file(file)
    before = digest(file)
    step('    op.execute("DELETE FROM sections")\n')
    with pytest.raises(StorageError, match=r"升级后有\d+行.*已退回"):
        open_store(file)
    assert digest(file) == before


def test_a_migration_where_no_copy_can_be_kept_does_not_begin(file, step):
    planned_file(file)
    file.chmod(0o666)
    before = digest(file)
    step()
    with read_only(file.parent), pytest.raises(StorageError, match=r"存不下备份.*没有继续"):
        open_store(file)
    assert digest(file) == before


def test_an_older_read_only_file_is_not_migrated(file, step):
    planned_file(file)
    before = digest(file)
    step()
    with read_only(file), pytest.raises(StorageError, match="存不下备份"):
        open_store(file)
    assert digest(file) == before
    assert copies(file) == []


def test_a_file_in_use_is_not_migrated(file, step):
    planned_file(file)
    before = digest(file)
    step()
    with writer(file), pytest.raises(StorageError, match="正被另一个程序占用"):
        open_store(file, patience=0)
    assert digest(file) == before
    assert copies(file) == []


def test_of_two_first_starts_one_creates(file, monkeypatch):
    open_store(file)
    seen = iter((None, schema.REVISIONS[-1]))
    monkeypatch.setattr(schema, "stored", lambda _: next(seen))
    assert not open_store(file).created


def test_of_two_starts_after_an_update_one_migrates(file, step, monkeypatch):
    planned_file(file)
    step()
    seen = iter(schema.REVISIONS[-2:])
    monkeypatch.setattr(schema, "stored", lambda _: next(seen))
    open_store(file)
    assert copies(file) == []


def test_an_interrupted_creation_leaves_an_empty_file(file, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(schema._revision, "create", stop)  # its last step
        with pytest.raises(KeyboardInterrupt):
            open_store(file)
    assert file.read_bytes() == b""
    assert open_store(file).created
