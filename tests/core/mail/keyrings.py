"""Keyrings that systems have, or have not."""

from keyring.errors import KeyringLocked


class Remembering:
    """A keyring that forgets everything with the test."""

    priority = 5.0

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


class Locked:
    """A keyring whose owner does not open it."""

    priority = 5

    def get_password(self, *_):
        raise KeyringLocked

    set_password = get_password


def worth(priority):
    """Give a keyring of another worth."""
    made = Remembering()
    made.priority = priority
    return made


class Broken:
    """A keyring that does not even say what it is worth."""

    @property
    def priority(self):
        raise RuntimeError
