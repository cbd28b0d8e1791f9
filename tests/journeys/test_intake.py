"""A quarter by e-mail: forms of all departments go out, come back filled in, and are taken in."""

import json
import shutil
from email.message import EmailMessage
from email.policy import SMTP

import pytest

import main
from core.domain.cell import Column, shown, typed
from core.domain.period import Quarter
from core.domain.submission import Origin, State
from core.services import forms
from tests.core.reports.test_office import converted
from tests.journeys import clerks
from tests.returning import SIGNED

QUARTER = Quarter(2024, 4)
PLANS = ["zhanggong-2021-2025", "ganzhou-2024"]
AT = "2025-01-06T09:00:00+08:00"
COLUMNS = {each.label: each for each in Column}


@pytest.fixture
def guiji(database, capfd):
    """Run a command for its status and its JSON document."""

    def run(*words):
        status = main.main([*map(str, words), "--database", str(database), "--json"])
        return status, json.loads(capfd.readouterr().out)

    return run


class Office:
    """The planning office: sends the forms of a plan out, and knows what comes back."""

    def __init__(self, guiji, store, plan, folder):
        self.guiji, self.store, self.plan, self.folder = guiji, store, plan, folder

    def send(self, name):
        """Send the forms of all departments out; give the files by department."""
        words = ("--plan", self.plan, "--quarter", QUARTER, "--all", "-o", self.folder / name)
        _, document = self.guiji("form", *words)
        checked = self.guiji("check", *document["files"])[1]["files"]
        return {each["department"]: each["path"] for each in checked}

    def form(self, department):
        return forms.load(self.store, self.plan, department, QUARTER)

    def fill(self, sent, name, **how):
        """Have each department fill in its form; give what the entries should be."""
        (self.folder / name).mkdir()
        expected: dict[tuple[str, Column], str] = {}
        for department, path in sent.items():
            to = self.folder / name / f"{department}.xlsx"
            expected |= clerks.fill(self.form(department), path, to, **how)
        return expected

    def take_in(self, name, *words):
        """Take what lies in a folder in, and give what is said about it."""
        return self.guiji("intake", self.folder / name, *words)

    def stands(self, places):
        """What stands in some cells now."""
        with self.store.reading() as work:
            found = {each.code: each for each in work.entries.of(self.plan, [QUARTER])}
        return {(code, column): shown(found[code], column) for code, column in places}

    def edit(self, sent, codes):
        """Change some figures in the database, and all that stands beside them."""
        for department in sent:
            form = self.form(department)
            for row in (each for each in form.rows if each.item.code in codes):
                open_ = [each for each in row_columns(row) if not row.lock(each)]
                entry = row.entry
                for column, _, text in clerks.answers(row.item, open_, 2):
                    entry = typed(row.item, entry, column, text).entry
                with self.store.writing() as work:
                    work.entries.save(self.plan, [entry], Origin("填报", "李四"), AT)

    def count(self):
        """How many links the chain has, and how many files were taken in."""
        with self.store.reading() as work:
            (count,) = work.plans.connection.exec_driver_sql("SELECT count(*) FROM changes").one()
            return count, len(work.receipts.of(self.plan))


def row_columns(row):
    """The columns of a row that its department fills in."""
    return [c for c in Column if row.line.gives or c is Column.EXPLANATION]


@pytest.fixture(params=[pytest.param(PLANS[0], marks=pytest.mark.slow), PLANS[1]])
def office(request, guiji, store, tmp_path):
    return Office(guiji, store, request.param, tmp_path)


def test_every_figure_comes_back_to_the_character_and_a_second_time_nothing(office):
    sent = office.send("发出")
    expected = office.fill(sent, "回件", gaps=True)
    status, document = office.take_in("回件")

    assert (status, document["conflicts"], len(document["files"])) == (0, [], len(sent))
    assert office.stands(expected) == expected
    assert {*document["taken"]} == {code for code, _ in expected}
    assert office.guiji("verify") == (0, {"ok": True, "problems": []})

    before = office.count()
    status, again = office.take_in("回件")
    assert (status, again["taken"], again["conflicts"], again["backup"]) == (0, [], [], None)
    assert office.count() == before


@pytest.mark.slow
def test_cells_edited_on_both_sides_are_conflicts_and_only_those(office):
    codes = sorted({code for code, _ in office.fill(office.send("一"), "一回")})
    office.take_in("一回")
    sent = office.send("二")
    ours, theirs = set(codes[::3]), set(codes[::2])
    office.edit(sent, ours)
    expected = office.fill(sent, "二回", again=1, only=theirs)
    status, document = office.take_in("二回")

    both = {place for place in expected if place[0] in ours}
    said = {(each["code"], COLUMNS[each["column"]]) for each in document["conflicts"]}
    assert (status, said) == (1, both)
    now = office.stands(expected)
    assert {place for place, text in now.items() if text != expected[place]} == both

    status, _ = office.take_in("二回", "--take", "incoming")
    assert (status, office.stands(expected)) == (0, expected)
    assert office.guiji("verify")[0] == 0


def test_a_signed_quarter_is_reported_and_every_figure_leads_back_to_its_cell(office):
    expected = office.fill(office.send("发出"), "回件", signed=SIGNED)
    _, document = office.take_in("回件", "--by", "王主任")

    assert {each["state"] for each in document["files"]} == {State.SUBMITTED.label}
    for code, column in list(expected)[::40]:
        words = ("trace", code, "--plan", office.plan, "--quarter", QUARTER)
        _, found = office.guiji(*words, "--original", office.folder / "原件")
        if column is Column.FIGURE:
            assert found["text"] == expected[code, column]
            assert (found["source"], found["by"]) == ("来件", "王主任")
            assert found["raw"]
        original = next(office.folder.glob(f"回件/{found['file']}"))
        assert (office.folder / "原件" / found["file"]).read_bytes() == original.read_bytes()
        shutil.rmtree(office.folder / "原件")


@pytest.mark.slow
def test_forms_that_come_by_mail_are_taken_in_from_the_mails(office):
    expected = office.fill(office.send("发出"), "回件")
    letters = office.folder / "来信"
    letters.mkdir()
    for path in (office.folder / "回件").iterdir():
        letter = EmailMessage(policy=SMTP)
        letter["Subject"] = "报送季度填报表"
        letter.set_content("附上填报表，请查收。")
        name = f"{path.stem}（2024年全年）.xlsx"
        letter.add_attachment(path.read_bytes(), "application", "octet-stream", filename=name)
        (letters / f"{path.stem}.eml").write_bytes(letter.as_bytes())
    status, document = office.take_in("来信")

    assert (status, office.stands(expected)) == (0, expected)
    assert all(each["name"].endswith("（2024年全年）.xlsx") for each in document["files"])


@pytest.mark.office
@pytest.mark.slow
def test_forms_that_libreoffice_saved_again_say_the_same(office):
    expected = office.fill(office.send("发出"), "回件", gaps=True)
    saved = office.folder / "xlsx"
    for path in sorted((office.folder / "回件").iterdir()):
        converted(path, "xlsx", office.folder)
    _, document = office.take_in(saved.name)

    assert document["conflicts"] == []
    assert office.stands(expected) == expected
    assert not [
        each for file in document["files"] for each in file["issues"] if "锁定" in each["message"]
    ]
