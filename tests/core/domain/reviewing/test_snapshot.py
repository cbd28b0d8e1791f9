"""A snapshot is the same to the byte for the same values, and is read back as it was."""

import json
from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from core.domain.reviewing.review import Snapshot
from core.domain.reviewing.snapshot import content, digest, read
from core.domain.submission import Entry, Missing
from core.domain.vintage import Vintage
from tests import factory as the
from tests.core.domain.laws import figures, law

HALF = the.quarter("2024Q2")
ONE = Entry("B-01", HALF, the.figure("12.50"), explanation="新厂“投产”", growth=the.figure("6.1"))
TWO = Entry("B-02", HALF, None, Missing.UNCOUNTED, vintage=Vintage.FINAL)
STATUS = ("B-01", "略有滞后", "规划增量的47.9%")
FROZEN = Snapshot("p", "D05", HALF, (ONE, TWO), (STATUS,))

codes = st.text("BP-0123456789", min_size=1, max_size=6)
entries = st.builds(
    Entry,
    codes,
    st.just(HALF),
    st.none() | figures,
    st.none() | st.sampled_from(Missing),
    st.text(max_size=20),
    st.sampled_from(Vintage),
    st.none() | figures,
    st.none() | figures,
)
snapshots = st.builds(
    Snapshot,
    st.just("p"),
    st.just("D05"),
    st.just(HALF),
    st.lists(entries, max_size=5, unique_by=lambda each: each.code).map(tuple),
    st.lists(st.tuples(codes, st.text(max_size=8), st.text(max_size=20)), max_size=3).map(tuple),
)


def test_a_snapshot_is_plain_json_with_figures_as_they_stand():
    assert json.loads(content(FROZEN)) == {
        "edition": 1,
        "plan": "p",
        "department": "D05",
        "quarter": "2024Q2",
        "entries": [
            {
                "code": "B-01",
                "figure": "12.50",
                "explanation": "新厂“投产”",
                "vintage": "preliminary",
                "growth": "6.1",
            },
            {"code": "B-02", "missing": "uncounted", "vintage": "final"},
        ],
        "statuses": [["B-01", "略有滞后", "规划增量的47.9%"]],
    }


def test_its_bytes_never_change_from_one_edition_of_the_program_to_the_next():
    assert digest(content(FROZEN)) == (
        "eb6dff0e8671100688a46d1abf9d80ea16cc8aa40a12c5c26a9c9d91a6cce03c"
    )
    assert digest(b"x") == sha256(b"x").hexdigest()


def test_12_5_and_12_50_are_two_snapshots():
    other = replace(FROZEN, entries=(replace(ONE, figure=the.figure("12.5")), TWO))

    assert content(other) != content(FROZEN)


def test_the_order_in_which_figures_are_given_changes_nothing():
    assert content(replace(FROZEN, entries=(TWO, ONE))) == content(FROZEN)


@law
@given(snapshots)
def test_what_is_written_is_read_back_and_written_again_the_same(frozen):
    back = read(content(frozen))

    assert content(back) == content(frozen)
    assert sorted(back.entries, key=lambda each: each.code) == sorted(
        frozen.entries, key=lambda each: each.code
    )
