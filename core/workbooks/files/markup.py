"""XML read piece by piece, with nothing in it that could grow, be fetched or be executed."""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from core.workbooks.files.book import DamagedError

Attributes = Mapping[str, str]


def _pass_over(_: str) -> None:
    """Take no note."""


def listen(
    pieces: Iterable[bytes],
    root: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] = _pass_over,
    text: Callable[[str], None] = _pass_over,
) -> None:
    """Tell the elements of a part as they pass, and the text in them.

    Names come without the prefix that the outermost element has. Text that stands together may
    come in several pieces. Raises DamagedError where it is no XML, its outermost element is not
    `root`, or it declares entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _rooted(parser, root, begin, end)
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        place = f"第{error.lineno}行第{error.offset + 1}个字符"
        raise DamagedError(f"{place}起不是完整的XML") from error


def _rooted(
    parser: expat.XMLParserType,
    root: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None],
) -> Callable[[str, Attributes], None]:
    """Look at the outermost element, then tell it and all others as it calls them."""

    def first(tag: str, attributes: Attributes) -> None:
        """Look at the outermost element."""
        before, _, name = tag.rpartition(":")
        if name != root:
            raise DamagedError(f"里面是“{name[:20]}”，不是“{root}”")
        prefix = f"{before}:" if before else ""
        parser.StartElementHandler = _bare(prefix, begin)
        parser.EndElementHandler = _bare(prefix, end)
        begin(name, attributes)

    return first


def _bare(prefix: str, told: Callable[..., None]) -> Callable[..., None]:
    """Leave out a prefix; without one there is nothing to be done, for every element."""
    if not prefix:
        return told
    return lambda tag, *rest: told(tag.removeprefix(prefix), *rest)


def _refuse(*_: object) -> None:
    """Stop at a declaration: no program that writes workbooks makes any."""
    raise DamagedError("里面声明了XML实体，可能有害")
