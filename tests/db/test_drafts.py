"""What stands half-typed outlives the process, and costs nothing where it cannot be kept."""

import json

import pytest

from core.domain.submission import Draft
from db import drafts
from db.engine import open_store
from tests.db.factories import END
from tests.db.files import read_only

DRAFT = Draft("p", "D01", END, "B-01", "explanation", "受汛期“影响”\n\x00😀\ud83d")


@pytest.fixture
def beside(file):
    return file.with_name("guiji.db.draft")


def written(**changed):
    told = {"plan": "p", "department": "D01", "quarter": "2025Q4", "code": "B-01"}
    return json.dumps({**told, "column": "figure", "text": "1", **changed})


def test_a_draft_is_found_by_the_next_start(file):
    open_store(file).keep_draft(DRAFT)
    assert open_store(file).draft() == DRAFT


def test_the_last_draft_alone_is_kept(file):
    store = open_store(file)
    for text in ("1", "受汛期影响", None, "12", "1"):
        given = Draft("p", "D01", END, "B-01", "figure", text)
        store.keep_draft(given)
        assert store.draft() == given
    assert {each.name for each in file.parent.iterdir()} == {"guiji.db", "guiji.db.draft"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n{}",
        "{",
        "[]",
        "1",
        "null",
        '"text"',
        "{}",
        written(quarter="2025Q5"),
        written(quarter=5),
    ],
)
def test_what_cannot_be_read_is_no_draft(file, beside, content):
    beside.write_text(content)
    assert drafts.read(file) is None


@pytest.mark.parametrize("changed", [{"code": None}, {"text": 5}, {"column": []}])
def test_what_another_program_wrote_is_no_draft(file, beside, changed):
    beside.write_text(written(**changed))
    assert drafts.read(file) is None


def test_bytes_that_are_no_text_are_no_draft(file, beside):
    beside.write_bytes(b"\xff\xfe\x00")
    assert drafts.read(file) is None


def test_a_folder_that_refuses_is_left_alone(file):
    store = open_store(file)
    store.keep_draft(DRAFT)
    with read_only(file.parent):
        store.keep_draft(None)
        store.keep_draft(Draft("p", "D01", END, "B-02", "figure"))
    assert store.draft() == DRAFT


def test_a_database_without_a_file_keeps_no_draft():
    store = open_store("sqlite://")
    store.keep_draft(DRAFT)
    assert store.draft() is None
    store.engine.dispose()
