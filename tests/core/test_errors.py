"""What goes wrong is told in one sentence, or in a list that ends."""

import pytest

from core.errors import LISTED, Fault, MalformedPlanError


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("a.csv", 2, "单位", "①", "单位"), "a.csv第2行“单位”：现为“①”，应为单位"),
        (Fault("a.csv", 2, "", "空", "一行"), "a.csv第2行：现为“空”，应为一行"),
        (Fault("plan.toml", 0, "", "没有", "一个文件"), "plan.toml：现为“没有”，应为一个文件"),
        (Fault("plan.toml", 0, "code", "", "编码"), "plan.toml“code”：现为“”，应为编码"),
    ],
)
def test_a_fault_says_its_place_what_stands_there_and_what_should(fault, said):
    assert str(fault) == said


@pytest.mark.parametrize(
    ("count", "lines"), [(1, 2), (LISTED, LISTED + 1), (LISTED + 1, LISTED + 2), (999, LISTED + 2)]
)
def test_a_message_lists_200_faults_and_counts_the_rest(count, lines):
    faults = tuple(Fault("a.csv", line, "单位", "①", "单位") for line in range(1, count + 1))
    error = MalformedPlanError("p", faults)
    told = str(error).splitlines()
    assert error.faults == faults
    assert told[0] == f"规划“p”有{count}处错误，未载入："
    assert len(told) == lines
    assert (f"  此外还有{count - LISTED}处" == told[-1]) == (count > LISTED)
