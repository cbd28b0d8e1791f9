"""A real mail server on this computer, with whatever temper a test gives it."""

import ssl
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from socket import create_server

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from core.mail.account import Account, Security

HOST, USER, KEY, SENDER = "127.0.0.1", "fgw", "授权码".encode().hex(), "fgw@example.cn"


@dataclass
class Mailbox:
    """What arrives; `temper` gives an answer instead of the usual one, by command and number.

    An answer of None hangs up.
    """

    temper: dict[object, str | None] = field(default_factory=dict)
    messages: list[tuple[str, tuple[str, ...], bytes]] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    _count: dict[str, int] = field(default_factory=dict)

    def _answer(self, server, command):
        number = self._count[command] = self._count.get(command, 0) + 1
        answer = self.temper.get((command, number), self.temper.get(command, "250 OK"))
        if answer is None:
            server.transport.abort()
            return "421 gone"
        return answer

    async def handle_MAIL(self, server, session, envelope, address, _):  # noqa: N802
        if not session.authenticated:
            return "530 login first"
        answer = self._answer(server, "MAIL")
        if answer.startswith("250"):
            envelope.mail_from = address
        return answer

    async def handle_RCPT(self, server, _, envelope, address, __):  # noqa: N802
        answer = self.temper.get(address) or self._answer(server, "RCPT")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, _, envelope):  # noqa: N802
        answer = self._answer(server, "DATA")
        if answer.startswith("250"):
            self.messages.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        return answer

    def __call__(self, _, __, ___, ____, login):
        """Tell whether somebody may log in."""
        self.logins.append(login.login.decode())
        good = (login.login, login.password) == (USER.encode(), KEY.encode())
        return AuthResult(success=good, handled=False)


@contextmanager
def serving(security=Security.NONE, certificate=None, temper=()):
    """Run a server; give the account to use it with, and its mailbox."""
    mailbox = Mailbox(dict(temper))
    controller = Controller(
        mailbox,
        hostname=HOST,
        port=free_port(),
        server_hostname="mail.example.cn",
        authenticator=mailbox,
        auth_require_tls=False,
        **_encrypted(security, certificate),
    )
    controller.start()
    try:
        yield Account(HOST, controller.port, security, USER, SENDER, "区发展和改革委员会"), mailbox
    finally:
        controller.stop()


def account_at(port):
    """An account at a port of this computer."""
    return Account(HOST, port, Security.NONE, USER, SENDER)


def free_port():
    """A port where nobody listens."""
    with closing(create_server((HOST, 0))) as made:
        return made.getsockname()[1]


def make_certificate(folder):
    """A certificate of this computer that nobody but the test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "guiji test")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem)
    )
    return path


def _encrypted(security, certificate):
    """How a server encrypts."""
    if security is Security.NONE:
        return {}
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if security is Security.TLS:
        return {"ssl_context": context}
    return {"tls_context": context, "require_starttls": True}
