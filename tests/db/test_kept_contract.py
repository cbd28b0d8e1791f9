"""What every store keeps beside figures: forms, evidence, events, settings, drafts."""

from dataclasses import replace

import pytest

from core.domain.submission import Draft, State
from core.errors import NotFoundError, StorageError
from tests.db.factories import (
    AT,
    END,
    FORM,
    entry,
    event,
    evidence,
    plan,
    quarter,
    submission,
)

PLAN = plan().code
EARLIER = quarter("2025Q3")


def note(store, *events):
    with store.writing() as work:
        for each in events:
            work.changes.note(PLAN, each)


def add(store, *evidences, content=b""):
    with store.writing() as work:
        for each in evidences:
            work.evidences.add(PLAN, each, content)


def evidences_of(store, *where):
    with store.reading() as work:
        return work.evidences.of(PLAN, *where)


def hand_in(store, *submissions):
    with store.writing() as work:
        for each in submissions:
            work.submissions.save(PLAN, each)


def test_forms_come_by_quarter_and_department(planned):
    late, early, other = submission(), submission(at="2025Q3"), submission("D02", "2025Q3")
    hand_in(planned, late, other, early)
    with planned.reading() as work:
        assert work.submissions.of(PLAN) == (early, other, late)
        assert work.submissions.of(PLAN, EARLIER) == (early, other)
        assert work.submissions.of("p") == ()


def test_one_state_of_a_form_stands_with_its_signature_or_without(planned):
    hand_in(planned, submission(), submission("D02"))
    back = submission(state=State.FILLING, signature=None, revision=1)
    hand_in(planned, back)
    with planned.reading() as work:
        assert work.submissions.of(PLAN, END) == (back, submission("D02"))
    hand_in(planned, submission(revision=2))
    with planned.reading() as work:
        assert work.submissions.of(PLAN, END)[0] == submission(revision=2)


def test_a_form_of_nobody_is_refused(planned):
    with pytest.raises(NotFoundError, match="D99"):
        hand_in(planned, submission("D99"))
    with pytest.raises(NotFoundError, match="“p”"), planned.writing() as work:
        work.submissions.save("p", submission())


def test_evidence_comes_in_the_order_of_adding(planned):
    letter = evidence(None, document="章府办〔2025〕7号", name="")
    other, third = evidence(b"2", "P01-01"), evidence(b"1", name="另一份.pdf")
    add(planned, other, content=b"2")
    add(planned, letter, third, evidence(b"1", at="2025Q3"), content=b"1")
    assert evidences_of(planned, END) == (other, letter, third)
    assert evidences_of(planned, END, "B-01") == (letter, third)
    assert evidences_of(planned, EARLIER) == (evidence(b"1", at="2025Q3"),)


def test_a_file_comes_back_byte_for_byte(planned):
    content = bytes(range(256)) * 5000
    add(planned, evidence(content), content=content)
    with planned.reading() as work:
        assert work.evidences.content(evidence(content).sha256) == content
    assert evidences_of(planned, END)[0].size == len(content)


def test_an_empty_file_is_a_file(planned):
    add(planned, evidence(b""))
    with planned.reading() as work:
        assert work.evidences.content(evidence(b"").sha256) == b""


def test_the_same_evidence_twice_changes_nothing(planned):
    letter = evidence(None, document="7号")
    add(planned, evidence(b"1"), letter, evidence(b"1"), letter, content=b"1")
    assert evidences_of(planned, END) == (evidence(b"1"), letter)


def test_a_file_stays_while_something_names_it(planned):
    first, second = evidence(b"1"), evidence(b"1", "B-02")
    add(planned, first, second, content=b"1")
    with planned.writing() as work:
        work.evidences.remove(PLAN, first)
    assert evidences_of(planned, END) == (second,)
    with planned.writing() as work:
        assert work.evidences.content(first.sha256) == b"1"
        work.evidences.remove(PLAN, second)
        with pytest.raises(NotFoundError, match=first.sha256):
            work.evidences.content(first.sha256)


def test_a_document_is_removed_by_its_number(planned):
    seventh, eighth = evidence(None, document="7号"), evidence(None, document="8号")
    add(planned, seventh, eighth)
    with planned.writing() as work:
        work.evidences.remove(PLAN, seventh)
    assert evidences_of(planned, END) == (eighth,)


def test_evidence_without_its_file_is_refused(planned):
    with pytest.raises(StorageError, match=r"“证明.pdf”的内容与它的校验值不符"):
        add(planned, evidence(b"1"))
    assert evidences_of(planned, END) == ()


def test_evidence_of_what_the_plan_does_not_know_is_refused(planned):
    with pytest.raises(NotFoundError, match="Z-99"):
        add(planned, evidence(None, "Z-99"))
    with pytest.raises(NotFoundError, match="“p”"), planned.writing() as work:
        work.evidences.add("p", evidence(None))


def test_events_come_by_subject_as_they_were_recorded(planned):
    first, back = event(), event(before="已报送", after="填报中")
    file = event("佐证材料", "B-01", before="", after="证明.pdf")
    setting = event("设置", "", quarter="", origin=replace(FORM, file="a.xlsx", cell="C7"))
    note(planned, first, file, back, setting)
    with planned.reading() as work:
        assert work.changes.events(PLAN, "报送") == (first, back)
        assert work.changes.events(PLAN, "设置") == (setting,)
        assert work.changes.events("p", "报送") == ()


def test_an_event_is_no_change_of_a_figure(planned):
    with planned.writing() as work:
        work.entries.save(PLAN, [entry()], FORM, AT)
    note(planned, event("佐证材料", "B-01", before="", after="证明.pdf"))
    with planned.reading() as work:
        assert [each.after for each in work.changes.of(PLAN, "B-01", END)] == ["12.50"]
        assert work.changes.sources(PLAN, END, ["B-01"]) == {"B-01": FORM.through}
    assert planned.problems() == ()


def test_an_event_may_belong_to_no_plan(store):
    with store.writing() as work:
        work.changes.note("", event("设置", "day", quarter=""))
    with store.reading() as work:
        assert len(work.changes.events("", "设置")) == 1
    assert store.problems() == ()


def test_a_setting_is_set_changed_and_taken_away(store):
    with store.writing() as work:
        work.settings.put({"role": "office", "name": "张三", "phone": ""})
        work.settings.put({"name": "李四"})
        work.settings.put({})
    with store.writing() as work:
        assert work.settings.all() == {"role": "office", "name": "李四"}
        work.settings.put({"name": "", "role": "department"})
    with store.reading() as work:
        assert work.settings.all() == {"role": "department"}


def test_where_somebody_works_is_remembered_until_it_is_forgotten(store):
    assert store.draft() is None
    first = Draft(PLAN, "D01", END, "B-01", "figure", "12.")
    store.keep_draft(first)
    assert store.draft() == first
    store.keep_draft(replace(first, code="B-02", text=None))
    assert store.draft() == replace(first, code="B-02", text=None)
    store.keep_draft(None)
    assert store.draft() is None
