"""The files of evidence, packed, each once by its digest."""

import zlib
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select

from core.domain.submission import Evidence
from core.errors import NotFoundError, StorageError
from db import tables

_FILES = tables.archive.c


def keep(connection: Connection, evidence: Evidence, content: bytes) -> None:
    """Store the file of an evidence unless it is there.

    Raises StorageError for a content that is not what the evidence names.
    """
    if connection.scalar(select(_FILES.size).where(_FILES.sha256 == evidence.sha256)) is not None:
        return
    if sha256(content).hexdigest() != evidence.sha256:
        raise StorageError(
            f"佐证材料“{evidence.name}”的内容与它的校验值不符，没有保存，已有的材料没有变；"
            "请重新选择这个文件。"
        )
    packed = zlib.compress(content)
    row = {"sha256": evidence.sha256, "size": len(content), "packed": packed}
    connection.execute(insert(tables.archive).values(row))


def content(connection: Connection, digest: str) -> bytes:
    """Give a file byte for byte.

    Raises NotFoundError, or StorageError when it was damaged.
    """
    packed = connection.scalar(select(_FILES.packed).where(_FILES.sha256 == digest))
    if packed is None:
        raise NotFoundError(
            f"数据库里没有校验值为“{digest}”的佐证材料，没有改动；请重新添加这个文件。"
        )
    unpacked = unpack(packed)
    if unpacked is None or sha256(unpacked).hexdigest() != digest:
        raise StorageError(
            f"校验值为“{digest}”的佐证材料已损坏，没有取出，文件没有被改动；"
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
    """Delete the files that no evidence names any more."""
    named = select(tables.evidences.c.sha256).where(tables.evidences.c.sha256.is_not(None))
    connection.execute(delete(tables.archive).where(_FILES.sha256.not_in(named)))
