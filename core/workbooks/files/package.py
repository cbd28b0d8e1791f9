"""`Package`: the parts of a zip file, each checked while it is unpacked, mended where it can be."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from core.workbooks.files.book import BookError, DamagedError

LONGEST_PART, LONGEST = 100 * 2**20, 200 * 2**20  # bytes of a part and of all, unpacked
MOST_PARTS = 5000
_NO_SUM = -1  # that no content has
_MOST_TRIES = 100  # for the end of a part, whose sign may stand in it by chance
_CHUNK = 2**16
_HEADER = struct.Struct("<4s5HIIIHH")  # stands before each part
_AFTER = struct.Struct("<4sII")  # stands after a part whose size was not known before it
_BEFORE_SIGN, _AFTER_SIGN, _LISTED_SIGN = b"PK\x03\x04", b"PK\x07\x08", b"PK\x01\x02"
_ENCRYPTED, _STREAMED = 0x01, 0x08  # flags
_RAW = -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a part's header begins, how it is packed, into how many bytes, and its checksum."""

    start: int
    flags: int
    method: int
    packed: int
    crc: int


class Package:
    """The parts of a zip file by name, as the file spells them.

    `mended` tells that its directory was unreadable and the parts were found by their own headers.
    Raises BookError where there are too many.
    """

    def __init__(self, content: bytes) -> None:
        if content.count(_LISTED_SIGN) > MOST_PARTS or content.count(_BEFORE_SIGN) > MOST_PARTS:
            raise BookError(f"文件里有{MOST_PARTS}个以上的部件，不像报表，没有读；请核对文件")
        self._content = content
        self._unpacked = 0
        self.mended = False
        try:
            self._parts = _listed(content)
        except (BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
            self._parts, self.mended = dict(_searched(content)), True
        self._spelled = {_plain(name): name for name in self._parts}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    @property
    def plain_names(self) -> tuple[str, ...]:
        """The names of all parts, spelled in the one way in which they are looked for."""
        return tuple(self._spelled)

    def find(self, name: str) -> str | None:
        """Give how a part is spelled here; capitals and slashes differ between programs."""
        return self._spelled.get(_plain(name))

    def unpack(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece.

        Raises DamagedError, at the latest at its end, where it is not what was packed, BookError
        where it is too long.
        """
        part, before, crc = self._parts[name], self._unpacked, 0
        for piece in _pieces(self._content, part):
            self._unpacked += len(piece)
            if self._unpacked > min(before + LONGEST_PART, LONGEST):
                raise BookError(f"解开后超过{LONGEST_PART // 2**20}MB，不像报表，没有再读")
            crc = zlib.crc32(piece, crc)
            yield piece
        if crc != part.crc:
            raise DamagedError("校验和不符")


def _plain(name: str) -> str:
    """Spell a part's name in the one way in which parts are looked for."""
    return name.replace("\\", "/").lstrip("/").lower()


def _listed(content: bytes) -> dict[str, _Part]:
    """Give the parts that the directory lists."""
    with ZipFile(BytesIO(content)) as archive:
        return {
            each.filename: _Part(
                each.header_offset, each.flag_bits, each.compress_type, each.compress_size, each.CRC
            )
            for each in archive.infolist()
        }


def _searched(content: bytes) -> Iterator[tuple[str, _Part]]:
    """Find the parts by what stands before them, without a directory."""
    start = content.find(_BEFORE_SIGN)
    while 0 <= start <= len(content) - _HEADER.size:
        _, _, flags, method, _, _, crc, packed, _, length, extra = _HEADER.unpack_from(
            content, start
        )
        named = start + _HEADER.size
        begin = named + length + extra
        if flags & _STREAMED:
            crc, packed = _told_after(content, begin)
        name = content[named : named + length].decode("utf-8", "replace")
        yield name, _Part(start, flags, method, packed, crc)
        start = content.find(_BEFORE_SIGN, begin + packed)


def _told_after(content: bytes, begin: int) -> tuple[int, int]:
    """Give checksum and size that stand after a part, a sum of none where they do not."""
    at = begin - 1
    for _ in range(_MOST_TRIES):
        at = content.find(_AFTER_SIGN, at + 1)
        if not 0 <= at <= len(content) - _AFTER.size:
            break
        _, crc, packed = _AFTER.unpack_from(content, at)
        if packed == at - begin:
            return crc, packed
    return _NO_SUM, 0


def _pieces(content: bytes, part: _Part) -> Iterator[bytes]:
    """Unpack a part; raises DamagedError where it cannot be."""
    if part.flags & _ENCRYPTED:
        raise BookError("压缩包带有密码，没有读；请去掉密码，直接发送工作簿")
    if content[part.start : part.start + 4] != _BEFORE_SIGN or part.start + _HEADER.size > len(
        content
    ):
        raise DamagedError("开头不对")
    length, extra = _HEADER.unpack_from(content, part.start)[-2:]
    begin = part.start + _HEADER.size + length + extra
    packed = content[begin : begin + part.packed]
    if len(packed) < part.packed:
        raise DamagedError("不完整")
    match part.method:
        case method if method == ZIP_STORED:
            return (packed[at : at + _CHUNK] for at in range(0, len(packed), _CHUNK))
        case method if method == ZIP_DEFLATED:
            return _inflated(packed)
    raise DamagedError(f"压缩方法{part.method}不认识")


def _inflated(packed: bytes) -> Iterator[bytes]:
    """Inflate piece by piece, so that little is in memory whatever comes out."""
    inflating = zlib.decompressobj(_RAW)
    for at in range(0, len(packed), _CHUNK):
        rest = packed[at : at + _CHUNK]
        while rest and not inflating.eof:
            try:
                yield inflating.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise DamagedError("解压出错") from error
            rest = inflating.unconsumed_tail
    if not inflating.eof:
        raise DamagedError("不完整")
