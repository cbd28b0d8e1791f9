"""What is sent survives its hidden sheet to the character, and its seal shows every change."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import TYPED
from core.domain.returned import Slip
from core.errors import UsageError
from core.workbooks.layout import FIELDS, LOCKED, Sheet
from core.workbooks.manifest import Contact, Manifest, Sent, line, manifest, records, sent
from core.workbooks.seal import is_genuine, sealed
from tests import factory as the
from tests.core.domain.laws import law

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
texts = st.text("农业GDP 0.1[]-=+@'\"\u3000①😀\u200b", min_size=1, max_size=12)
slips = st.builds(
    Slip,
    texts,
    texts,
    st.sampled_from([the.quarter("2024Q2"), the.quarter("2025Q4")]),
    st.integers(1, 99),
    texts,
    texts,
    st.just("2026-01-05T09:00:00+08:00"),
)
lines = st.builds(
    Sent,
    texts,
    st.sampled_from((Sheet.FORM, Sheet.PROJECTS)),
    st.integers(4, 9999),
    st.booleans(),
    st.frozensets(st.sampled_from(TYPED)),
    st.one_of(st.just(""), texts),
    st.dictionaries(st.sampled_from(TYPED), texts),
    st.dictionaries(st.sampled_from(LOCKED), texts),
)
manifests = st.builds(
    Manifest,
    slips,
    st.dates(date(2020, 1, 1), date(2031, 12, 31)),
    st.builds(Contact, st.one_of(st.just(""), texts), texts, st.just("")),
    st.dictionaries(
        st.sampled_from((Sheet.FORM, Sheet.PROJECTS)), st.just(FIELDS[Sheet.FORM]), min_size=1
    ),
    st.lists(lines, max_size=3).map(tuple),
)
SLIP = Slip("p", "D05", the.quarter("2024Q2"), 2, "here", "as-sent", "2024-07-01T09:00:00+08:00")
LINE = Sent("B-01", Sheet.FORM, 5, milestone=False, open=frozenset(TYPED), category="质效",
            typed={TYPED[0]: "12.50"}, locked=dict.fromkeys(LOCKED, "锁"))  # fmt: skip
SENT = sealed(
    Manifest(SLIP, date(2024, 7, 22), Contact("区发改委"), FIELDS, (LINE,)),
    KEY,
)  # fmt: skip
LATER = date(2024, 8, 1)


def stripped(rows):
    """The rows without the empty cells at their ends, as a program may give them back."""
    for row in rows:
        kept = list(row)
        while kept and not kept[-1]:
            kept.pop()
        yield kept


@law
@given(lines)
def test_a_row_comes_back_as_it_was_sent(given_line):
    assert sent(line(given_line)) == given_line


@law
@given(manifests)
def test_all_that_is_sent_comes_back(given_manifest):
    issued = sealed(given_manifest, KEY)
    back = manifest(stripped(records(issued)))
    assert back == given_manifest
    assert back.seal == issued.seal
    assert is_genuine(back, KEY)
    assert not is_genuine(back, OTHER_KEY)


@pytest.mark.parametrize("field", LOCKED)
def test_a_locked_text_that_changed_breaks_the_seal(field):
    changed = replace(LINE, locked={**LINE.locked, field: "别的"})
    assert not is_genuine(replace(SENT, lines=(changed,)), KEY)


@pytest.mark.parametrize(
    "changed",
    [
        {"code": "B-02"},
        {"row": 6},
        {"milestone": True},
        {"open": frozenset(TYPED[:1])},
        {"category": "创新"},
        {"typed": {TYPED[0]: "12.5"}},
    ],
)
def test_whatever_else_changed_of_a_row_breaks_it_too(changed):
    assert not is_genuine(replace(SENT, lines=(replace(LINE, **changed),)), KEY)


@pytest.mark.parametrize(
    "changed",
    [
        {"slip": replace(SLIP, plan="别的")},
        {"slip": replace(SLIP, department="别的")},
        {"slip": replace(SLIP, database="别的")},
        {"slip": replace(SLIP, revision="2025")},
        {"slip": replace(SLIP, issued="2025")},
        {"slip": replace(SLIP, number=1)},
        {"slip": replace(SLIP, quarter=the.quarter("2024Q3"))},
        {"deadline": LATER},
        {"contact": Contact("区发改委", "张三")},
        {"sheets": {Sheet.FORM: FIELDS[Sheet.FORM][1:]}},
        {"lines": ()},
        {"seal": ""},
    ],
)
def test_a_changed_slip_breaks_it(changed):
    assert is_genuine(SENT, KEY)
    assert not is_genuine(replace(SENT, **changed), KEY)


@pytest.mark.parametrize(
    ("row", "written"),
    [
        (0, ("format", "2")),
        (1, ("another", "p")),
        (3, ("quarter", "2024")),
        (4, ("number", "第一")),
        (8, ("deadline", "七月")),
        (9, ("contacts", "区发改委")),
        (10, ("seals", "")),
        (11, ("sheet", "form", "A")),
        (14, ("", "form", "5")),
        (14, ("B-01", "form", "五")),
    ],
)
def test_what_is_no_hidden_sheet_of_ours_is_refused(row, written):
    rows = list(records(SENT))
    rows[row] = written
    with pytest.raises((ValueError, LookupError, UsageError)):
        manifest(rows)
