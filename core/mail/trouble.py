"""Why a server did not take a message, in sentences for whoever wanted to send it."""

import smtplib
import socket
import ssl

from core.errors import MailError
from core.mail.account import Account

TOO_LARGE, _NO_SUCH, NOT_NOW = 552, (550, 551, 553), range(400, 500)


class LostError(MailError):
    """The server cannot be used any more: nothing further can be sent."""


def refused(code: int, said: bytes | str) -> str:
    """Say why a message was not taken for an address, with the server's own words."""
    told = f"（服务器答复：{code} {_text(said)}）"
    if code == TOO_LARGE:
        return f"邮件太大，服务器不收{told}"
    if code in _NO_SUCH:
        return f"服务器不收发往这个地址的邮件，请核对地址{told}"
    if code in NOT_NOW:
        return f"服务器暂时不收，请过一会儿再发{told}"
    return f"服务器没有接收{told}"


def failed(error: OSError | UnicodeError, account: Account) -> str:
    """Say what went wrong with the server, and what to do."""
    spoken = isinstance(error, smtplib.SMTPException | UnicodeError)
    dropped = isinstance(error, smtplib.SMTPServerDisconnected)
    what, advice = (_answered if spoken and not dropped else _unreached)(error, account)
    return f"{what}，没有发信；{advice}。"


def _answered(error: Exception, account: Account) -> tuple[str, str]:
    """Say what a server does not let us do, and what can be done about it."""
    host = f"“{account.host}”"
    match error:
        case smtplib.SMTPAuthenticationError() | UnicodeError():
            told = f"{host}不接受用户名“{account.user}”和密码"
            return told, "请核对，许多邮箱要用网页上生成的授权码代替密码"
        case smtplib.SMTPSenderRefused():
            told = f"{host}不接受发件邮箱“{account.sender}”{_words(error)}"
            return told, "发件邮箱应与登录的用户名一致，请核对"
        case smtplib.SMTPResponseException():
            return f"{host}不让发信{_words(error)}", "请与邮箱管理员联系"
    told = f"{host}的端口{account.port}不支持所选的加密或登录方式"
    return told, "请改选加密方式和端口"


def _unreached(error: Exception, account: Account) -> tuple[str, str]:
    """Say why there is no connection with a server, and what can be done about it."""
    host, port = f"“{account.host}”", f"端口{account.port}"
    match error:
        case ssl.SSLCertVerificationError():
            told = f"{host}的证书不可信（{error.verify_message}）"
            advice = "请核对服务器名称，或请邮箱管理员更换证书"
        case ssl.SSLError():
            told, advice = f"{host}的{port}不能建立加密连接", "请核对加密方式和端口"
        case socket.gaierror():
            told, advice = f"找不到发信服务器{host}", "请核对名称，并检查网络是否接通"
        case TimeoutError() | smtplib.SMTPServerDisconnected(__context__=TimeoutError()):
            told, advice = f"{host}很久没有应答", f"请检查网络，并核对{port}和加密方式"
        case ConnectionRefusedError():
            told, advice = f"{host}的{port}没有发信服务", "请核对端口和加密方式"
        case smtplib.SMTPServerDisconnected() | ConnectionError():
            told, advice = f"与{host}的连接中断", "请检查网络，并核对端口和加密方式"
        case _:
            told, advice = f"连接{host}失败（{error}）", "请检查网络"
    return told, advice


def _words(error: smtplib.SMTPResponseException) -> str:
    """Give what the server said, in brackets."""
    return f"（服务器答复：{error.smtp_code} {_text(error.smtp_error)}）"


def _text(said: bytes | str) -> str:
    """Give a server's words on one line, whatever they are written in."""
    return " ".join((_decoded(said) if isinstance(said, bytes) else said).split())


def _decoded(said: bytes) -> str:
    """Read what may be UTF-8 or GB 18030."""
    try:
        return said.decode()
    except UnicodeDecodeError:
        return said.decode("gb18030", "replace")
