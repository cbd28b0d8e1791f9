"""Workbooks that open with a password: Office encryption, old and new."""

from io import BytesIO

import msoffcrypto
from msoffcrypto.exceptions import InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from core.errors import MailError
from core.workbooks.files.book import BookError, LockedError

LONGEST_PASSWORD = 255  # characters that Excel takes
_OFFICE, _ZIP = (".xlsx", ".xlsm", ".docx", ".pptx"), b"PK\x03\x04"
_EVERYBODYS = "VelvetSweatshop"  # with which Excel itself encrypts what is only protected


def opened(content: bytes, password: str) -> bytes:
    """Decrypt a file.

    Raises LockedError without the right password, BookError where it is encrypted in a way that
    is not known.
    """
    decrypted = BytesIO()
    try:
        office = msoffcrypto.OfficeFile(BytesIO(content))
        office.load_key(password=password or _EVERYBODYS, verify_password=True)
        office.decrypt(decrypted)
    except InvalidKeyError as error:
        said = "密码不对，没有打开；请核对后再输" if password else "文件加了密码，请输入打开密码"
        raise LockedError(said) from error
    except Exception as error:  # whatever a hostile file brings about in there
        raise BookError("文件加了密，而加密方式不认识；请去掉密码后另存为.xlsx") from error
    return decrypted.getvalue()


def is_locked(content: bytes) -> bool:
    """Tell whether an old workbook is encrypted; what cannot be told is left to its reader."""
    try:
        return bool(msoffcrypto.OfficeFile(BytesIO(content)).is_encrypted())
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about in there
        return False


def encrypted(name: str, content: bytes, password: str) -> bytes:
    """Encrypt an Office file (AES-256, agile), anew each time.

    Raises MailError for a file that is none, and for a password that no program takes.
    """
    if not name.lower().endswith(_OFFICE) or not content.startswith(_ZIP):
        raise MailError(
            f"“{name}”不是.xlsx等Office文件，不能加打开密码，没有写邮件；请移出它，或不加密码。"
        )
    if not password.isprintable() or not 0 < len(password) <= LONGEST_PASSWORD:
        raise MailError(
            f"打开密码应为1至{LONGEST_PASSWORD}个可以打印的字，没有写邮件；请另设密码。"
        )
    locked = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(password, locked)
    return locked.getvalue()
