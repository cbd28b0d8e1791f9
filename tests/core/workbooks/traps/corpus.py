"""All workbooks with traps, by name."""

from tests.core.workbooks.traps import damage, hostile, kinds, sheets, values


def all_of_them():
    """What makes each of them."""
    plain = (
        *(values.all_of_them(), kinds.LOCKED, sheets.READ, sheets.FORGED),
        *(damage.MENDED, damage.LOST_CELLS, damage.LOST_STYLES, damage.LOST_SHEETS),
        *(damage.REFUSED, hostile.BOUNDED, hostile.DDE, hostile.REFUSED, hostile.LONG),
    )
    with_words = (kinds.OTHERS, sheets.NOT_READ, sheets.CHANGED)
    found = {name: make for group in plain for name, make in group.items()}
    return found | {name: make for group in with_words for name, (_, make) in group.items()}
