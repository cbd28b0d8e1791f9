"""The whole journey of judgement: a year entered, judged, reviewed, approved, then corrected."""

import json
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

import main
from core.domain.cell import Column
from core.domain.period import Quarter
from core.domain.reviewing.review import Remark
from core.domain.submission import Decision, Origin, Signature, State
from core.domain.vintage import Vintage
from core.errors import UserError
from core.progress import finish
from core.services import completing, forms, handing_in
from core.services.inbox import returning
from core.services.review import amending, approval, remarks, review, review_steps
from core.services.review.amending import Amendment
from core.services.review.approval import Authority
from core.services.review.review_steps import Chosen
from core.services.review.vintages import vintages
from core.workbooks.search.arrival import arrive
from tests import filled

PLAN, YEAR = filled.DISTRICT, 2023
END = Quarter(YEAR, 4)
STATISTICS, LABOUR, CIVIL, SILENT = "D02", "D07", "D19", "D09"
CLERK, BOSS = Origin(forms.THROUGH, "张三"), "王主任"
SIGNED = Signature("张三", "李四", "王五", "0797-8200000", date(2024, 1, 15))
MEETING = Authority("", "区政府第12次常务会议", "章府字〔2024〕8号", date(2024, 2, 1))
OURS = Chosen(PLAN, END, (STATISTICS,))
GDP = "B-01"


@pytest.fixture
def asked(database, capsys):
    """Ask the command line for JSON."""

    def ask(*words, status=0):
        assert main.main([*words, "--json", "--database", str(database)]) == status
        return json.loads(capsys.readouterr().out)

    return ask


@pytest.fixture
def office(asked, store):
    """The office, with a year of three departments entered quarter by quarter."""
    return Office(asked, store)


class Office:
    """Entering by the command line; the rest through the services that the pages call."""

    def __init__(self, asked, store):
        self.asked, self.store = asked, store
        told = filled.entries(filled.plan(PLAN), END)
        self.known = {entry: each for code in told for entry, each in _keyed(code, told[code])}
        self._earlier()
        self.entered = {at: self._enter(at) for at in _quarters()}

    def _earlier(self):
        """What was reported before the year."""
        before = [each for (_, at), each in self.known.items() if at.year < YEAR]
        with self.store.writing() as work:
            work.entries.save(PLAN, before, CLERK, "2023-01-20T09:00:00+08:00")

    def _enter(self, at):
        """Type the figures of three departments for a quarter; give the codes that were saved."""
        mine = [each for each in _items() if (each.code, at) in self.known]
        figures = {each.code: self.known[each.code, at].text for each in mine}
        pairs = [f"{code}={text}" for code, text in figures.items() if text]
        answer = self.asked("enter", "--plan", PLAN, "--quarter", str(at), *pairs, "--by", "张三")
        assert {each["code"] for each in answer["issues"] if each["severity"] == "强制"} == set()
        return set(answer["saved"])

    def assess(self, at=END):
        """What `assess` says of a quarter, by code."""
        told = self.asked("assess", "--plan", PLAN, "--quarter", str(at))
        return {each["code"]: each for each in told["indicators"]}

    def form(self, department=STATISTICS):
        """A form as it is stored."""
        return forms.load(self.store, PLAN, department, END)

    def hand_in(self):
        """Explain what has to be, and hand the form in."""
        form = self.form()
        rest = {
            number: replace(self.known[row.entry.code, END], explanation="按年度统计结果填报")
            for number, row in enumerate(form.rows)
            if row.entry.code in {each.code for each in handing_in.lacks(form)}
        }
        if rest:
            form = forms.save(self.store, form, rest, CLERK)
        return handing_in.hand_in(self.store, form, SIGNED, CLERK)

    def remark(self, text):
        """A reviewer's remark on the GDP."""
        said = Remark(STATISTICS, END, GDP, text, BOSS, "")
        return remarks.add(self.store, PLAN, said)

    def approve(self):
        """Review and approve the form."""
        review_steps.review(self.store, OURS, BOSS)
        (made,) = approval.approve(self.store, OURS, MEETING, BOSS)
        return made

    def line(self):
        """The line of the form on the page 审核."""
        found = finish(review.docket(self.store, PLAN, END))
        return next(each for each in found if each.department == STATISTICS)


def _keyed(code, entries):
    """Entries of an item by code and quarter."""
    return (((code, at), each) for at, each in entries.items())


def _quarters():
    """The quarters of the year."""
    return [Quarter(YEAR, number) for number in range(1, 5)]


def _items():
    """What the three departments enter as figures."""
    ours = (STATISTICS, LABOUR, CIVIL)
    mine = (each for each in filled.plan(PLAN).indicators if each.duty.giver in ours)
    return [each for each in mine if not each.formula and not each.same_source]


def test_a_year_is_judged_quarter_by_quarter_and_a_status_overridden(office):
    assert all(len(saved) > 10 for saved in office.entered.values())
    found = {str(at): office.assess(at) for at in _quarters()}
    growth = {at: judged[GDP] for at, judged in found.items()}
    assert [each["data_period"] for each in growth.values()] == list(found)
    assert [each["status"] for each in growth.values()] == ["基本符合预期"] * 3 + ["快于预期"]
    assert growth["2023Q2"]["annual"] | {"actual": ""} == {
        "target": "648.76", "actual": "", "progress": "0.5187", "pace": "0.5",
        "status": "基本符合预期", "asked": "324.38", "derived": True, "even": False,
    }  # fmt: skip
    assert "上半年应达324.38亿元（50%，按上年同期占全年的比重）" in growth["2023Q2"]["sentence"]
    said = [each for judged in found.values() for each in judged.values()]
    assert all(each["sentence"].endswith("。") for each in said)
    silent = {each.code for each in filled.plan(PLAN).indicators if each.duty.giver == SILENT}
    lights = {code: found["2023Q4"][code]["light"] for code in silent}
    assert set(lights.values()) == {"灰"}


def test_a_person_decides_otherwise_and_takes_it_back(office):
    decide = partial(completing.override, office.store, PLAN)
    with pytest.raises(UserError, match="没有写依据"):
        decide(Decision(GDP, END, "略有滞后", "", BOSS, "2024-02-01"), CLERK)
    decide(Decision(GDP, END, "略有滞后", "扣除一次性因素", BOSS, "2024-02-01"), CLERK)
    told = office.assess()[GDP]
    assert (told["status"], told["suggested"], told["light"]) == ("略有滞后", "快于预期", "黄")
    assert told["override"] == {
        "status": "略有滞后", "reason": "扣除一次性因素", "by": BOSS, "at": "2024-02-01",
    }  # fmt: skip
    completing.take_back(office.store, PLAN, GDP, END, CLERK)
    assert office.assess()[GDP]["override"] is None


def test_a_form_goes_back_is_approved_and_a_later_figure_shows_as_altered(office, tmp_path):
    office.hand_in()
    said = office.remark("与统计公报不一致，请核实")
    with pytest.raises(UserError, match="1条意见没有处理"):
        review_steps.review(office.store, OURS, BOSS)
    asked = review_steps.asked(office.store, OURS)
    (back,) = finish(returning.give_back(office.store, asked, tmp_path, arrive, BOSS))
    assert all(path.exists() for path in back.files)
    assert office.form().state is State.FILLING

    remarks.settle(office.store, PLAN, said, BOSS)
    office.hand_in()
    made = office.approve()
    with office.store.reading() as work:
        frozen = work.approvals.content(made.sha256)
    assert (office.line().state, office.line().altered) == (State.APPROVED, 0)
    refused = office.asked("enter", "--plan", PLAN, "--quarter", str(END), f"{GDP}=700", status=1)
    assert refused["saved"] == []

    figure, before = office.known[GDP, END].text, office.assess()[GDP]
    final = Amendment(GDP, Column.FIGURE, "600.12", "市统计局最终核实", Vintage.FINAL)
    amending.amend(office.store, PLAN, END, final, BOSS)
    assert office.line().altered == 1
    with office.store.reading() as work:
        told = vintages(work, filled.plan(PLAN), GDP, END)
        assert work.approvals.content(made.sha256) == frozen
    assert [(each.entry.text, bool(each.approvals)) for each in told] == [
        (figure, True), ("600.12", False),
    ]  # fmt: skip
    after = office.assess()[GDP]
    assert (before["status"], after["status"]) == ("快于预期", "明显滞后")
    assert office.asked("verify") == {"ok": True, "problems": []}
