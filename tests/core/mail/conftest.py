"""What a mail server on this computer needs to be believed."""

import pytest

from tests.core.mail.server import make_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate of this computer."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate, monkeypatch):
    """The same, believed by this computer as if its administrator had put it there."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate
