"""Files of evidence and receipts, snapshots and reports: packed, each once by its digest."""

import zlib
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, union

from core.errors import NotFoundError, StorageError
from db import tables

_FILES = tables.archive.c
_NAMING = (
    *(tables.evidences, tables.receipts, tables.scans),
    *(tables.approvals, tables.printed),
)


def keep(connection: Connection, name: str, digest: str, content: bytes) -> None:
    """Store a file unless it is there.

    Raises StorageError for a content whose digest is another.
    """
    if connection.scalar(select(_FILES.size).where(_FILES.sha256 == digest)) is not None:
        return
    if sha256(content).hexdigest() != digest:
        raise StorageError(
            f"“{name}”的内容与它的校验值不符，没有保存，已有的文件没有变；请重新选择这个文件。"
        )
    packed = zlib.compress(content)
    row = {"sha256": digest, "size": len(content), "packed": packed}
    connection.execute(insert(tables.archive).values(row))


def content(connection: Connection, digest: str) -> bytes:
    """Give a file byte for byte.

    Raises NotFoundError, or StorageError when it was damaged.
    """
    packed = connection.scalar(select(_FILES.packed).where(_FILES.sha256 == digest))
    if packed is None:
        raise NotFoundError(f"数据库里没有校验值为“{digest}”的文件，没有改动；请重新添加这个文件。")
    unpacked = unpack(packed)
    if unpacked is None or sha256(unpacked).hexdigest() != digest:
        raise StorageError(
            f"校验值为“{digest}”的文件已损坏，没有取出，文件没有被改动；"
            "请用 verify 检查，再从备份恢复，或重新添加这个文件。"
        )
    return unpacked


def unpack(packed: bytes) -> bytes | None:
    """Give what was packed, nothing for what is damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def sweep(connection: Connection) -> None:
    """Delete the files that nothing names any more."""
    named = union(*(select(each.c.sha256).where(each.c.sha256.is_not(None)) for each in _NAMING))
    connection.execute(delete(tables.archive).where(_FILES.sha256.not_in(named)))
