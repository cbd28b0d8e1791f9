"""Who issues forms: this database's identity and the key of its seals, kept as settings."""

import secrets
from dataclasses import dataclass

from core.ports import Store, UnitOfWork

_KEY, _IDENTITY = "seal:key", "database:id"
_KEY_BYTES, _IDENTITY_BYTES = 32, 8


@dataclass(frozen=True, slots=True)
class Issuer:
    """`identity` tells this database from others; with `key` it seals what it sends out."""

    identity: str
    key: bytes


def read(work: UnitOfWork) -> Issuer | None:
    """Give the issuer within a transaction; nothing where no form was ever sent out."""
    kept = work.settings.all()
    if _KEY not in kept or _IDENTITY not in kept:
        return None
    return Issuer(kept[_IDENTITY], bytes.fromhex(kept[_KEY]))


def ensure(store: Store) -> Issuer:
    """Give the issuer, made at the first need.

    Raises StorageError where nothing can be written.
    """
    with store.reading() as work:
        known = read(work)
    if known:
        return known
    with store.writing() as work:
        return read(work) or _made(work)


def _made(work: UnitOfWork) -> Issuer:
    """Make up an identity and a key."""
    made = Issuer(secrets.token_hex(_IDENTITY_BYTES), secrets.token_bytes(_KEY_BYTES))
    work.settings.put({_IDENTITY: made.identity, _KEY: made.key.hex()})
    return made
