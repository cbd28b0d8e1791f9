"""The seal of a link: JSON as anybody writes it, so that the chain can be checked without us."""

import json
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from db.chain import seal

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
PAYLOADS = st.lists(st.integers(1) | TEXTS | st.none(), max_size=6).map(lambda p: [*p, "end"])


@given(TEXTS, PAYLOADS, st.integers(0, 3))
def test_a_seal_covers_one_line_of_json_without_null_at_its_end(previous, payload, nulls):
    line = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    expected = sha256((previous + line).encode()).hexdigest()
    assert seal(previous, [*payload, *[None] * nulls]) == expected


@given(PAYLOADS, PAYLOADS)
def test_different_links_have_different_seals(first, second):
    assert (seal("", first) == seal("", second)) == (first == second)
