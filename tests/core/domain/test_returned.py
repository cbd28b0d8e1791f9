"""What came of reading a file that came back."""

import pytest

from core.domain.issue import Severity
from core.domain.returned import Finding, Place, Returned, Slip, Tampering, Verdict
from tests import factory as the

SLIP = Slip("p", "D05", the.quarter("2024Q2"), 1, "db", "r", "2024-07-01")
GRAVE, HINT = Finding(Severity.BLOCKING, "？", "看不懂"), Finding(Severity.HINT, "2000万", "已换算")
CHANGED = Tampering("B-01", "单位", "亿元", "万元", Place("填报表", "D6"))


@pytest.mark.parametrize(
    ("slip", "findings", "tampered", "verdict"),
    [
        (None, (), (), Verdict.UNREADABLE),
        (SLIP, (HINT,), (), Verdict.READY),
        (SLIP, (HINT, GRAVE), (), Verdict.DOUBTFUL),
        (SLIP, (), (CHANGED,), Verdict.DOUBTFUL),
    ],
)
def test_a_file_is_taken_at_once_only_without_anything_grave(slip, findings, tampered, verdict):
    file = Returned("甲.xlsx", "0" * 64, 1, slip, findings=findings, tampered=tampered)
    assert file.verdict is verdict


def test_a_cell_is_named_by_sheet_and_address():
    assert str(CHANGED.place) == "填报表!D6"
