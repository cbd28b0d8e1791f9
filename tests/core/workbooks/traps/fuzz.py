"""Damage by chance, the same for the same number: to XML inside a sound zip, or to its bytes."""

import re
from random import Random

from tests.core.workbooks import returned as the

_ELEMENT = re.compile(rb"<(\w+)[^<>]*?(?:/>|>[^<>]*</\1>)")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_MOST_FLIPPED = 20


def _cut(chance, found):
    """Cut a part off."""
    name = chance.choice(sorted(found))
    found[name] = found[name][: chance.randrange(len(found[name]))]


def _drop(chance, found):
    """Drop elements of a part, or the part."""
    name = chance.choice(sorted(found))
    elements = list(_ELEMENT.finditer(found[name]))
    if not elements:
        del found[name]
        return
    for each in chance.sample(elements, min(3, len(elements))):
        found[name] = found[name].replace(each[0], b"", 1)


def _change(chance, found):
    """Change attributes of a part."""
    name = chance.choice(sorted(found))
    attributes = list(_ATTRIBUTE.finditer(found[name]))
    if not attributes:
        return
    for each in chance.sample(attributes, min(3, len(attributes))):
        other = chance.choice(attributes)[2]
        value = chance.choice([b"", b"-1", b"99999", b"A1:XFD1048576", "甲".encode(), other])
        found[name] = found[name].replace(each[0], each[1] + b'="' + value + b'"', 1)


def _swap(chance, found):
    """Swap two parts."""
    one, other = chance.sample(sorted(found), 2)
    found[one], found[other] = found[other], found[one]


def _flip(chance, content):
    """Turn some bytes over."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, _MOST_FLIPPED)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def damaged(content, number):
    """A workbook with the damage of a number."""
    chance = Random(number)  # noqa: S311 - the same again is wanted
    act = (_cut, _drop, _change, _swap, None)[number % 5]
    if act is None:
        return _flip(chance, content)
    found = the.parts(content)
    act(chance, found)
    return the.packed(found)
