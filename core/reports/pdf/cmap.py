"""ToUnicode maps that hold characters above U+FFFF, which reportlab writes malformed."""

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_PART = 100  # a beginbfchar section holds at most 100 lines (Adobe Technical Note 5411)


def install() -> None:
    """Let reportlab write its fonts with these maps."""
    ttfonts.makeToUnicodeCMap = to_unicode  # type: ignore[assignment]  # untyped on that side


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Write the CMap of a font's subset; code points above U+FFFF become surrogate pairs."""
    lines = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    parts = [lines[at : at + _PART] for at in range(0, len(lines), _PART)]
    mapped = [line for part in parts for line in (f"{len(part)} beginbfchar", *part, "endbfchar")]
    return "\n".join((*_head(name, len(subset)), *mapped, *_TAIL))


def _utf16(point: int) -> str:
    """Write a code point as big-endian UTF-16 in hexadecimal."""
    return chr(point).encode("utf-16-be", "surrogatepass").hex().upper()


def _head(name: str, size: int) -> tuple[str, ...]:
    """Name the map and its range of codes."""
    return (
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        "<< /Registry (Adobe)",
        "/Ordering (UCS)",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{size - 1:02X}>",
        "endcodespacerange",
    )


_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
