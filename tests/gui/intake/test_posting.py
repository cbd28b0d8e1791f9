"""Letters from the page 来件: drafts with the forms that were written, reminders, sending."""

from email import message_from_bytes, policy

import pytest

from core.services.mail import addresses, mail_passwords, mail_settings
from gui.journeys import letters
from gui.journeys.letters import LetterJourneys
from gui.pages.inbox import posting
from gui.posting import STOPPED
from tests.forms import OTHER, OWN
from tests.gui.papers import job


@pytest.fixture
def office(desk, tmp_path):
    """The desk, with the departments' addresses and a folder chosen."""
    made = desk()
    addresses.save(made.store, "p", {OWN.code: "kjj@example.cn", OTHER.code: "tjj@example.cn"})
    made.sending._folder.set_folder(str(tmp_path / "out"))
    made.part("分发")
    return made


def written(made):
    """Write the forms."""
    made.sending._write._write.click()
    made.wait(lambda: bool(made.sending._files.paths) and made.sending._looking is None)


def post(made, *, send=False, occasion=0):
    bar = made.sending._letters
    bar._occasion.setCurrentIndex(occasion)
    told = len(made.notices) + len(made.failures)
    (bar._send if send else bar._draft).click()
    made.wait(lambda: len(made.notices) + len(made.failures) > told)
    made.wait(lambda: made.sending._looking is None)


def drafts(folder):
    found = sorted(folder.glob("*.eml"))
    return [message_from_bytes(each.read_bytes(), policy=policy.default) for each in found]


def test_forms_are_drafted_as_letters_with_the_files_that_were_written(office, tmp_path):
    written(office)
    post(office)
    assert office.notices[-1].startswith("已写2封邮件草稿，在“")
    attached = [
        part.get_filename()
        for letter in drafts(tmp_path / "out")
        for part in letter.iter_attachments()
    ]
    assert sorted(attached) == sorted(each.name for each in office.sending._files.paths)
    assert len(attached) == 2


def test_letters_with_forms_need_the_forms_first(office):
    post(office)
    assert office.notices[-1] == posting.NO_FILES


def test_a_reminder_goes_to_those_who_are_ticked_and_carries_nothing(office, tmp_path):
    office.sending._model.tick([1], chosen=False)
    post(office, occasion=1)
    (letter,) = drafts(tmp_path / "out")
    assert letter["To"] == "kjj@example.cn"
    assert list(letter.iter_attachments()) == []


def test_who_has_no_address_is_named(office):
    addresses.save(office.store, "p", {OTHER.code: ""})
    written(office)
    post(office)
    assert office.notices[-1].startswith("已写1封邮件草稿")
    assert "区统计局" in office.notices[-1]


def test_sending_without_a_kept_password_says_where_to_put_it(office, monkeypatch):
    account = mail_settings.load(office.store)
    monkeypatch.setattr(
        mail_settings, "load", lambda _: account.__class__(**{**fields(account), "user": "fgw"})
    )
    monkeypatch.setattr(mail_passwords, "known", lambda _: "")
    post(office, send=True, occasion=1)
    assert office.failures == [letters.NOT_KEPT]


def test_what_was_sent_is_counted(office, monkeypatch):
    class Done:
        departments = (OWN, OTHER)
        left_out = ()

    monkeypatch.setattr(LetterJourneys, "send", lambda *_: job(Done()))
    post(office, send=True, occasion=1)
    assert office.notices[-1] == "已发给2个单位。"


def test_letters_can_be_stopped(office, monkeypatch):
    monkeypatch.setattr(LetterJourneys, "send", lambda *_: endless())
    bar = office.sending._letters
    bar._occasion.setCurrentIndex(1)
    bar._send.click()
    office.wait(lambda: office.sending._write.at_work)
    office.sending._write._cancel.click()
    office.wait(lambda: STOPPED in office.notices)


def endless():
    """A job that goes on until it is cancelled."""
    while True:
        yield from job(None, steps=1)


def fields(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
