"""Chinese numerals from 零 to 九十九, as official documents count projects and bases."""

_DIGITS = "零一二三四五六七八九"
_END = 100


def spell(number: int) -> str:
    """Write 0–99 as Chinese numerals: 20 → 二十.

    Raises ValueError outside that range.
    """
    if not 0 <= number < _END:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


_SPELLED = {spell(number): number for number in range(_END)}


def read(text: str) -> int | None:
    """Give the number that a Chinese numeral spells, or nothing: 六 → 6."""
    return _SPELLED.get(text)
