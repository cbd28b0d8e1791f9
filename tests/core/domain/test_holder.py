"""Who has a database open, as the others are told."""

import pytest

from core.domain.holder import Holder


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        (Holder("a.db", "张三", "主机"), "现由 张三（主机）使用，只能查看"),
        (Holder("a.db"), "现由 别的窗口使用，只能查看"),
    ],
)
def test_it_is_said_who_has_it_and_what_is_left(holder, said):
    assert str(holder) == said
