"""Content as bytes: the same for the same content, another code for another figure, read back."""

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.judging.judgement import Light
from core.domain.printed import Edition
from core.errors import StorageError
from core.reports import canonical
from core.reports.chart import Chart, ChartKind, Series, Tone
from core.reports.content import Align, Cell, Column, Heading, Report, Row, RowKind, Table
from core.reports.kinds.appendix import completion, targets
from core.reports.prose import Level, Paragraph, Prose, Signing
from tests.core.reports import sample
from tests.core.reports.paper import CITY, B, facts, pdf, report, table, with_cell

TEXTS = st.text(max_size=8)
NUMBERS = st.none() | st.decimals(-(10**9), 10**9, places=3)
CELLS = st.builds(
    Cell, TEXTS, NUMBERS, st.integers(1, 3), TEXTS, st.none() | st.sampled_from(Light),
    st.booleans(),
)  # fmt: skip
ROWS = st.builds(Row, st.lists(CELLS, max_size=3).map(tuple), st.sampled_from(RowKind))
COLUMNS = st.builds(Column, st.integers(1, 90) | st.floats(1, 90), st.sampled_from(Align))
HEADINGS = st.recursive(
    st.builds(Heading, TEXTS, st.just(()), st.integers(1, 2)),
    lambda inner: st.builds(Heading, TEXTS, st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
TABLES = st.builds(
    Table,
    st.lists(COLUMNS, max_size=3).map(tuple),
    st.lists(HEADINGS, max_size=2).map(tuple),
    st.lists(ROWS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    TEXTS, TEXTS, TEXTS, st.booleans(), st.booleans(),
)  # fmt: skip
PROSE = st.builds(
    Prose,
    st.lists(st.builds(Paragraph, TEXTS, st.sampled_from(Level), TEXTS, st.booleans())).map(tuple),
    st.booleans(),
)
SERIES = st.builds(
    Series,
    TEXTS,
    st.lists(NUMBERS, max_size=3).map(tuple),
    st.sampled_from(Tone),
    st.lists(st.sampled_from(Tone), max_size=3).map(tuple),
)
CHARTS = st.builds(
    Chart,
    st.sampled_from(ChartKind),
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(SERIES, max_size=2).map(tuple),
)
SIGNINGS = st.builds(Signing, st.lists(TEXTS, max_size=3).map(tuple), TEXTS, TEXTS)
REPORTS = st.builds(
    Report,
    *[TEXTS] * 6,
    st.lists(TABLES | PROSE | CHARTS | SIGNINGS, max_size=3).map(tuple),
    TEXTS, TEXTS, st.sampled_from(Edition), st.booleans(), st.none() | TABLES,
)  # fmt: skip


@settings(deadline=None)
@given(REPORTS)
def test_what_was_archived_is_read_back_and_written_the_same_again(made):
    kept = canonical.content(made)
    assert canonical.read(kept) == made
    assert canonical.content(canonical.read(kept)) == kept


@pytest.mark.parametrize(("build", "code"), [(completion, B), (targets, B), (completion, CITY)])
def test_the_reports_of_the_shipped_plans_are_read_back(build, code):
    made = build(facts(code))
    assert canonical.read(canonical.content(made)) == made
    assert canonical.content(made) == canonical.content(build(facts(code)))


def test_archived_content_is_drawn_as_it_was():
    made = sample.report()
    assert pdf(canonical.read(canonical.content(made))) == pdf(made)


def test_the_code_is_the_beginning_of_the_digest():
    kept = canonical.content(report())
    assert canonical.digest(kept) == sha256(kept).hexdigest()
    assert canonical.code(kept) == sha256(kept).hexdigest()[:12]


def test_one_other_figure_gives_another_code():
    one, other = report(), report(with_cell(table(), "另一项指标"))
    assert canonical.code(canonical.content(one)) != canonical.code(canonical.content(other))


def test_an_edition_of_its_own_has_a_code_of_its_own():
    made = replace(report(), edition=Edition.REVIEW)
    assert canonical.code(canonical.content(made)) != canonical.code(canonical.content(report()))


def test_a_whole_width_is_written_the_same_however_it_was_given():
    one, other = (replace(table(), columns=(Column(width),) * 3) for width in (10, 10.0))
    assert canonical.content(report(one)) == canonical.content(report(other))


def test_what_has_its_default_is_left_out_so_that_later_fields_change_no_code():
    assert b"withheld" not in canonical.content(report())
    assert b'"data"' not in canonical.content(report())


def test_digits_that_were_printed_are_kept():
    made = report(replace(table(), rows=(Row((Cell("1.50", Decimal("1.50"), 3),)),)))
    (row,) = canonical.read(canonical.content(made)).tables[0].rows
    assert str(row.cells[0].number) == "1.50"


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff",
        b"[]",
        b'"x"',
        b"{}",
        b'{"is":"Report"}',
        canonical.content(report()).replace(b'"Table"', b'"Sheet"'),
        canonical.content(report()).replace(b'"Report"', b'"Table"'),
        canonical.content(report()).replace(b'"targets"', b"7"),
        canonical.content(report()).replace(b'"align":"left"', b'"align":"up"'),
    ],
)
def test_damaged_bytes_are_refused_with_a_sentence(damaged):
    with pytest.raises(StorageError, match="存档的报告内容已损坏"):
        canonical.read(damaged)
