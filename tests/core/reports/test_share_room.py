"""Percentages keep their distance from the rule beside which the next column has its lights."""

import pytest

from core.domain.period import Quarter
from core.reports.content import Align
from core.reports.kinds import annual, department, projects, quarterly
from core.reports.pdf import measure
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.selection import Selection
from tests import filled

CASES = [
    (annual, filled.CITY, Quarter(2024, 3), Selection()),
    (annual, filled.DISTRICT, Quarter(2023, 4), Selection()),
    (department, filled.DISTRICT, Quarter(2023, 4), Selection(department="D04")),
    (projects, filled.DISTRICT, Quarter(2023, 4), Selection(section="P22")),
    (quarterly, filled.DISTRICT, Quarter(2023, 4), Selection()),
]
ROOM = 4.0  # points on either side of 100.0%


@pytest.mark.parametrize(("kind", "code", "at", "selection"), CASES)
def test_a_whole_percentage_does_not_touch_the_light_beside_it(kind, code, at, selection):
    needed = typeface(Role.SONG).width("100.0%", measure.BODY) + 2 * ROOM
    tables = kind.build(filled.facts(code, at, selection=selection)).tables
    for table in tables:
        widths = measure.widths(table, measure.orientation(table))
        shares = [
            width
            for width, column in zip(widths, table.columns, strict=True)
            if column.align is Align.DECIMAL
        ]
        assert shares
        assert min(shares) >= needed
