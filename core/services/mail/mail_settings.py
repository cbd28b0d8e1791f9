"""The office's mail account and the texts of its letters: kept as settings, but no password."""

from collections.abc import Iterator, Mapping

from core.mail.account import Account, Security
from core.mail.addresses import checked
from core.mail.wording import USUAL, Kind, Text
from core.mail.wording import checked as checked_text
from core.ports import Store, UnitOfWork

_HOST, _PORT, _SECURITY, _USER = "mail:host", "mail:port", "mail:security", "mail:user"
_SENDER, _NAME, _LIMIT = "mail:sender", "mail:name", "mail:limit"
_USUAL = Account()


def load(store: Store) -> Account:
    """Give the account; one without a server where nobody entered any."""
    with store.reading() as work:
        return read(work)


def read(work: UnitOfWork) -> Account:
    """Give the account within a transaction."""
    kept = work.settings.all()
    return Account(
        kept.get(_HOST, ""),
        int(kept.get(_PORT, _USUAL.port)),
        Security.of(kept.get(_SECURITY, _USUAL.security)),
        kept.get(_USER, ""),
        kept.get(_SENDER, ""),
        kept.get(_NAME, ""),
        int(kept.get(_LIMIT, _USUAL.limit)),
    )


def save(store: Store, account: Account) -> None:
    """Keep the account.

    Raises MailError for a sender that is no address; nothing is kept then.
    """
    sender = checked(account.sender) if account.sender else ""
    with store.writing() as work:
        work.settings.put(
            {
                _HOST: account.host,
                _PORT: str(account.port),
                _SECURITY: str(account.security),
                _USER: account.user,
                _SENDER: sender,
                _NAME: account.sender_name,
                _LIMIT: str(account.limit),
            }
        )


def text(work: UnitOfWork, kind: Kind) -> Text:
    """Give the text of an occasion within a transaction; the usual one where nobody changed it."""
    kept = work.settings.all()
    subject, body = _keys(kind)
    usual = USUAL[kind]
    return Text(kept.get(subject, usual.subject), kept.get(body, usual.body))


def texts(store: Store) -> Mapping[Kind, Text]:
    """Give the texts of all occasions."""
    with store.reading() as work:
        return {kind: text(work, kind) for kind in Kind}


def save_texts(store: Store, given: Mapping[Kind, Text]) -> None:
    """Keep the texts of some occasions; a usual one is kept as none.

    Raises MailError for one that cannot be sent; nothing is kept then.
    """
    kept: dict[str, str] = {}
    for kind, each in given.items():
        subject, body = _keys(kind)
        usual, new = USUAL[kind], checked_text(each)
        kept[subject] = "" if new.subject == usual.subject else new.subject
        kept[body] = "" if new.body == usual.body else new.body
    with store.writing() as work:
        work.settings.put(kept)


def _keys(kind: Kind) -> Iterator[str]:
    """Give under which names an occasion's subject and body are kept."""
    return (f"mail:{kind}:{part}" for part in ("subject", "body"))
