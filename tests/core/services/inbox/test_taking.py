"""入库: all files of a batch or none, with where each figure came from and what was decided."""

from dataclasses import replace

import pytest

from core.domain.cell import Column
from core.domain.changes import Choice, Way
from core.domain.incoming import Ruling, everywhere
from core.domain.receipt import Doubt
from core.domain.submission import Missing, Origin, State, Submission
from core.errors import FigureError, StorageError, UserError
from core.progress import finish
from core.services import forms as service
from core.services import handing_in, provenance
from core.services.inbox.taking import OvertakenError, take
from db.engine import open_store
from tests import forms, returning
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.returning import filled, issued, read

NOON = "2024-07-02T12:00:00+08:00"
BY = Origin("填报", "张三")
BOSS = "王主任"
COMPLETE = {
    "B-01": 300,
    ("B-01", Column.GROWTH): 6.1,
    "B-02": 12,
    "P01-01": "开工",
    ("P01-02", Column.MISSING): "未统计",
}
FIGURE, SECOND = ("B-01", Column.FIGURE), ("B-02", Column.FIGURE)


@pytest.fixture
def sent(desk, tmp_path):
    """The form of the science department as it was sent out."""
    return issued(desk, tmp_path)


def put(desk, *entries):
    with desk.writing() as work:
        work.entries.save("p", entries, BY, NOON)


def taken(desk, batch, rulings=None):
    return finish(take(desk, batch, rulings or {}, BOSS))


def take_in(desk, *paths, rulings=None):
    """Read files and take them in; rulings are by the names of the files."""
    batch = read(desk, *paths)
    given = {each.sha256: (rulings or {}).get(each.name, Ruling()) for each in batch.files}
    return taken(desk, batch, given)


def texts(desk):
    with desk.reading() as work:
        return {each.code: each.text for each in work.entries.of("p", [HALF]) if each.text}


def explained(desk, code):
    with desk.reading() as work:
        (found,) = work.entries.of("p", [HALF], [code])
    return found.explanation


def receipts(desk):
    with desk.reading() as work:
        return work.receipts.of("p")


def submission(desk):
    with desk.reading() as work:
        return next(iter(work.submissions.of("p", HALF)), None)


def changes(desk):
    with desk.reading() as work:
        return [work.changes.of("p", code, HALF) for code in ("B-01", "B-02", "P01-01")]


def test_a_complete_and_signed_form_is_handed_in_with_all_its_figures(desk, sent):
    done = take_in(desk, filled(sent, COMPLETE, returning.SIGNED))

    assert texts(desk) == {"B-01": "300.00", "B-02": "12.00", "P01-01": "开工"}
    form = service.load(desk, "p", "D05", HALF)
    assert form.rows[form.row("P01-02")].entry.missing is Missing.UNCOUNTED
    assert str(form.rows[form.row("B-01")].entry.growth) == "6.1"
    (file,) = done.files
    assert (file.taken, file.unchanged) == (("B-01", "B-02", "P01-01", "P01-02"), ())
    assert (file.open, file.state, done.left) == ((), State.SUBMITTED, ())
    kept = submission(desk)
    assert (kept.state, kept.revision) == (State.SUBMITTED, 1)
    assert kept.signature == forms.SIGNED
    assert desk.problems() == ()


def test_every_figure_says_from_which_cell_of_which_file_it_came(desk, sent):
    path = filled(sent, COMPLETE | {("B-01", Column.EXPLANATION): "新建产能"})
    take_in(desk, path)
    (file,) = read(desk, path).files
    came = Origin("来件", BOSS, "回件.xlsx", file.sha256, "填报表", "J5")

    assert provenance.trace(desk, "p", "B-01", HALF).changes[-1].origin == came
    node = provenance.trace(desk, "p", "P01-02", HALF)
    assert (node.changes[-1].origin.sheet, node.changes[-1].origin.cell) == ("重点工程", "H6")
    assert service.load(desk, "p", "D05", HALF).rows[0].taken


def test_an_explanation_alone_says_its_own_cell(desk, sent):
    take_in(desk, filled(sent, {("B-02", Column.EXPLANATION): "项目延后"}))
    assert provenance.trace(desk, "p", "B-02", HALF).changes[-1].origin.cell == "M6"
    assert explained(desk, "B-02") == "项目延后"


def test_an_unsigned_or_incomplete_form_is_being_filled_in(desk, sent):
    done = take_in(desk, filled(sent, {"B-01": 300}, returning.SIGNED))
    assert (done.files[0].state, submission(desk)) == (State.FILLING, None)

    done = take_in(desk, filled(sent, COMPLETE, name="未签.xlsx"))
    assert (done.files[0].state, submission(desk)) == (State.FILLING, None)


def test_nobody_signs_for_what_others_have_filled_in(desk, sent):
    put(desk, entry("B-02", "12"))
    some = {code: value for code, value in COMPLETE.items() if code != "B-02"}
    done = take_in(desk, filled(sent, some, returning.SIGNED))
    assert (done.files[0].state, submission(desk)) == (State.FILLING, None)


def test_the_same_batch_twice_changes_nothing(desk, sent):
    path = filled(sent, COMPLETE, returning.SIGNED)
    take_in(desk, path)
    put(desk, entry("B-02", "13"))
    before = changes(desk), receipts(desk), submission(desk)
    again = take_in(desk, path)

    assert (changes(desk), receipts(desk), submission(desk)) == before
    assert texts(desk)["B-02"] == "13"
    assert (again.files[0].taken, again.backup) == ((), None)
    assert again.files[0].unchanged == ("B-01", "B-02", "P01-01", "P01-02")
    assert read(desk, path).files[0].known.startswith("已于20")
    assert read(desk, path).files[0].known.endswith(f"由{BOSS}入库")


def test_conflicts_stay_out_until_somebody_decides_and_then_go_in(desk, sent):
    put(desk, entry("B-02", "11"))
    path = filled(sent, COMPLETE, returning.SIGNED)
    first = take_in(desk, path)

    assert [each.spot for each in first.files[0].open] == [SECOND]
    assert first.files[0].unchanged == ()
    assert texts(desk)["B-02"] == "11"
    assert (first.files[0].state, submission(desk)) == (State.FILLING, None)
    (file,) = read(desk, path).files
    assert [each.spot for each in file.matches] == [SECOND]
    assert file.known.endswith("还有1处没有选定")

    still = take_in(desk, path)
    assert (still.backup, len(receipts(desk)), len(still.files[0].open)) == (None, 1, 1)

    choices = everywhere(file, Way.TAKE)
    last = take_in(desk, path, rulings={"回件.xlsx": Ruling(choices=choices)})
    assert (texts(desk)["B-02"], last.files[0].open) == ("12.00", ())
    assert last.files[0].state is submission(desk).state is State.SUBMITTED
    assert [each.choices.get(SECOND) for each in receipts(desk)] == [None, Choice(Way.TAKE)]
    assert desk.problems() == ()


@pytest.mark.parametrize(
    ("choice", "text", "through"),
    [
        (Choice(Way.KEEP), "11", "填报"),
        (Choice(Way.TAKE), "12.00", "来件"),
        (Choice(Way.WRITE, "12.3"), "12.3", "来件改数"),
    ],
)
def test_a_conflict_is_decided_one_way_or_the_other(desk, sent, choice, text, through):
    put(desk, entry("B-02", "11"))
    path = filled(sent, {"B-02": 12})
    take_in(desk, path, rulings={"回件.xlsx": Ruling(choices={SECOND: choice})})

    assert texts(desk)["B-02"] == text
    assert provenance.trace(desk, "p", "B-02", HALF).changes[-1].origin.through == through
    (cell,) = receipts(desk)[0].cells
    assert (cell.sent, cell.stored, cell.returned) == ("", "11", "12.00")
    assert (cell.choice, cell.raw, str(cell.place)) == (choice, "12", "填报表!J6")


def test_a_text_that_cannot_be_read_takes_nothing_in(desk, sent):
    path = filled(sent, COMPLETE)
    written = Ruling(choices={SECOND: Choice(Way.WRITE, "12吨")})
    with pytest.raises(FigureError, match="“12吨”"):
        take_in(desk, path, rulings={"回件.xlsx": written})
    assert (texts(desk), receipts(desk)) == ({}, ())


def test_the_same_decisions_about_the_same_file_and_state_give_the_same(desk, sent):
    put(desk, entry("B-01", "290"), entry("B-02", "11"))
    path = filled(sent, COMPLETE, returning.SIGNED)
    chosen = {FIGURE: Choice(Way.WRITE, "295"), SECOND: Choice(Way.KEEP)}
    other = MemoryStore(replace(desk_of(desk)))
    take_in(desk, path, rulings={"回件.xlsx": Ruling(choices=chosen)})

    replayed = Ruling(choices=receipts(desk)[0].choices)
    take_in(other, path, rulings={"回件.xlsx": replayed})
    assert texts(other) == texts(desk) == {"B-01": "295", "B-02": "11", "P01-01": "开工"}
    assert [each.cells for each in receipts(other)] == [each.cells for each in receipts(desk)]


def desk_of(desk):
    """What a store holds, put into memory."""
    with desk.reading() as work:
        made = MemoryStore()
        with made.writing() as copy:
            copy.plans.add(work.plans.get("p"))
            copy.entries.save("p", work.entries.of("p"), BY, NOON)
            copy.settings.put(work.settings.all())
    return made.held


def test_the_file_is_kept_byte_for_byte(desk, sent):
    path = filled(sent, COMPLETE)
    content = path.read_bytes()
    take_in(desk, path)
    path.unlink()

    (kept,) = receipts(desk)
    assert (kept.name, kept.size, kept.by) == ("回件.xlsx", len(content), BOSS)
    with desk.reading() as work:
        assert work.receipts.content(kept.sha256) == content


def test_a_doubtful_file_stays_out_unless_a_person_says_so(desk, sent, tmp_path):
    issued(desk, tmp_path)
    path = filled(sent, COMPLETE)
    left = take_in(desk, path)
    assert ([each.name for each in left.left], left.files, left.backup) == (["回件.xlsx"], (), None)
    assert (texts(desk), receipts(desk)) == ({}, ())

    take_in(desk, path, rulings={"回件.xlsx": Ruling(goes_in=True)})
    assert texts(desk)["B-02"] == "12.00"
    assert receipts(desk)[0].doubts == (Doubt.OLDER,)
    assert read(desk, path).files[0].doubts == ()


def test_a_sound_file_stays_out_where_a_person_says_so(desk, sent):
    done = take_in(desk, filled(sent, COMPLETE), rulings={"回件.xlsx": Ruling(goes_in=False)})
    assert (len(done.left), texts(desk)) == (1, {})


def two(sent):
    """Two files of one department that contradict each other in one figure."""
    one = filled(sent, {"B-01": 300, "B-02": 12}, name="一.xlsx")
    return one, filled(sent, {"B-01": 301, "P01-01": "开工"}, name="二.xlsx")


def test_of_two_files_of_one_department_only_what_they_agree_about_goes_in(desk, sent):
    done = take_in(desk, *two(sent))

    assert texts(desk) == {"B-02": "12.00", "P01-01": "开工"}
    assert [[each.spot for each in file.open] for file in done.files] == [[FIGURE], [FIGURE]]


def test_taking_one_of_two_files_keeps_off_the_other(desk, sent):
    chosen = Ruling(choices={FIGURE: Choice(Way.TAKE)})
    done = take_in(desk, *two(sent), rulings={"二.xlsx": chosen})

    assert texts(desk)["B-01"] == "301.00"
    assert [file.open for file in done.files] == [(), ()]
    assert [each.choices[FIGURE].way for each in receipts(desk)] == [Way.KEEP, Way.TAKE]


def test_keeping_off_one_of_two_files_does_not_choose_the_other(desk, sent):
    chosen = Ruling(choices={FIGURE: Choice(Way.KEEP)})
    done = take_in(desk, *two(sent), rulings={"二.xlsx": chosen})
    assert [len(file.open) for file in done.files] == [1, 0]


def test_a_file_that_stays_out_contradicts_nobody(desk, sent):
    done = take_in(desk, *two(sent), rulings={"二.xlsx": Ruling(goes_in=False)})
    assert (texts(desk), done.files[0].open) == ({"B-01": "300.00", "B-02": "12.00"}, ())


def test_a_whole_file_is_kept_off_at_once_and_never_chosen_over_another(desk, sent):
    put(desk, entry("P01-01", "未开工"))
    first, second = read(desk, *two(sent)).files

    assert everywhere(second, Way.TAKE) == {("P01-01", Column.FIGURE): Choice(Way.TAKE)}
    assert everywhere(first, Way.KEEP) == {FIGURE: Choice(Way.KEEP)}


def test_a_corrected_form_of_a_department_that_has_reported_opens_or_replaces_it(desk, sent):
    take_in(desk, filled(sent, COMPLETE, returning.SIGNED))
    later = returning.SIGNED | {"head": "赵六"}
    corrected = filled(sent, COMPLETE | {"B-02": 12.5}, later, "更正.xlsx")
    (file,) = read(desk, corrected).files
    ruling = {"更正.xlsx": Ruling(choices=everywhere(file, Way.TAKE))}
    assert [each.spot for each in file.conflicts] == [SECOND]
    take_in(desk, corrected, rulings=ruling)

    assert (submission(desk).revision, submission(desk).signature.head) == (2, "赵六")
    unsigned = filled(sent, COMPLETE | {("B-02", Column.EXPLANATION): "再核"}, name="再.xlsx")
    done = take_in(desk, unsigned)
    assert done.files[0].state is submission(desk).state is State.FILLING
    with desk.reading() as work:
        steps = [each.after for each in work.changes.events("p", handing_in.SUBJECT)]
    assert [each.partition("：")[0] for each in steps] == ["已报送", "已报送", "填报中"]


def test_a_form_that_says_nothing_new_leaves_what_was_reported_alone(desk, sent):
    take_in(desk, filled(sent, COMPLETE, returning.SIGNED))
    again = take_in(desk, filled(sent, COMPLETE, returning.SIGNED | {"phone": "1"}, "再.xlsx"))
    assert (again.files[0].state, submission(desk).revision) == (State.SUBMITTED, 1)
    assert again.files[0].taken == ()

    take_in(desk, filled(sent, COMPLETE, name="未签.xlsx"))
    assert submission(desk).state is State.SUBMITTED


def test_a_cell_that_cannot_be_read_keeps_a_form_from_being_reported(desk, tmp_path):
    put(desk, entry("B-02", "11"))
    sent = issued(desk, tmp_path)
    done = take_in(desk, filled(sent, COMPLETE | {"B-02": "12吨"}, returning.SIGNED))

    assert (texts(desk)["B-02"], done.files[0].state) == ("11", State.FILLING)


def test_somebody_else_s_change_in_between_takes_nothing_in(desk, sent):
    batch = read(desk, filled(sent, COMPLETE))
    put(desk, entry("B-02", "11"))
    with pytest.raises(
        OvertakenError, match="“研发经费”的本期核对以后又改为“11”；全部来件都没有入库"
    ):
        taken(desk, batch)
    assert (texts(desk), receipts(desk)) == ({"B-02": "11"}, ())


def test_a_figure_cleared_in_between_is_named_as_empty(desk, sent):
    put(desk, entry("B-02", "11"))
    batch = read(desk, filled(sent, COMPLETE))
    put(desk, entry("B-02"))
    with pytest.raises(OvertakenError, match="核对以后又改为“空”"):
        taken(desk, batch)


def test_a_review_or_another_s_report_in_between_takes_nothing_in(desk, sent):
    put(desk, entry("P01-01", "投用", at="2024Q1"), entry("P01-01", "", at="2024Q1"))
    batch = read(desk, filled(sent, COMPLETE))
    put(desk, entry("P01-01", "投用", at="2024Q1"))
    with pytest.raises(OvertakenError, match="“科创大桥”2024年一季度已报告完成"):
        taken(desk, batch)

    with desk.writing() as work:
        state = Submission("D05", HALF, State.REVIEWED, forms.SIGNED, NOON, 1)
        work.submissions.save("p", state)
    with pytest.raises(OvertakenError, match="本表已审核，要改请先退回"):
        taken(desk, batch)
    assert (texts(desk), receipts(desk)) == ({}, ())


def test_a_file_that_another_took_in_in_between_is_not_taken_in_twice(desk, sent):
    batch = read(desk, filled(sent, COMPLETE))
    taken(desk, batch)
    with pytest.raises(OvertakenError, match="刚在别处入库"):
        taken(desk, batch)
    assert len(receipts(desk)) == 1


def test_a_file_that_was_saved_again_in_between_takes_nothing_in(desk, sent):
    path = filled(sent, COMPLETE)
    batch = read(desk, sent, path)
    filled(sent, {"B-01": 1})
    with pytest.raises(OvertakenError, match=r"“回件.xlsx”：文件在读入以后有改动"):
        taken(desk, batch)
    path.unlink()
    with pytest.raises(UserError, match=r"“回件.xlsx”打不开"):
        taken(desk, batch)
    assert (texts(desk), receipts(desk)) == ({}, ())


def test_a_job_that_is_closed_in_the_midst_leaves_nothing_behind(desk, sent, tmp_path):
    other = filled(issued(desk, tmp_path, department="D02"), {"B-03": 5}, name="统计局.xlsx")
    job = take(desk, read(desk, filled(sent, COMPLETE), other), {}, BOSS)
    words = [next(job).words, next(job).words]
    job.close()

    assert words == ["正在入库回件.xlsx", "正在入库统计局.xlsx"]
    assert (texts(desk), receipts(desk), desk.problems()) == ({}, (), ())


def test_a_copy_is_kept_before_anything_is_taken_in(tmp_path):
    store = open_store(tmp_path / "guiji.db")
    with store.writing() as work:
        work.plans.add(forms.plan())
    path = filled(issued(store, tmp_path), COMPLETE)
    done = take_in(store, path)

    assert done.backup.name.endswith("-入库前.db")
    assert (texts(open_store(done.backup)), texts(store)["B-02"]) == ({}, "12.00")


def test_where_only_reading_is_possible_nothing_is_copied_or_taken_in(tmp_path):
    first = open_store(tmp_path / "guiji.db", alone=True)
    with first.writing() as work:
        work.plans.add(forms.plan())
    path = filled(issued(first, tmp_path), COMPLETE)
    second = open_store(tmp_path / "guiji.db", alone=True)
    with pytest.raises(StorageError, match="这一步没有保存"):
        take_in(second, path)
    assert list(tmp_path.glob("备份/*")) == []
    first.close()


def test_a_form_with_a_computed_figure_comes_back_whole_without_it(tmp_path):
    share = forms.own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
    items = (replace(forms.INDUSTRY, growth_kind=None), forms.RESEARCH, share)
    desk = MemoryStore()
    with desk.writing() as work:
        work.plans.add(forms.plan(*items, milestones=()))
    sent = issued(desk, tmp_path)
    back = filled(sent, {"B-01": 300, "B-02": 12}, returning.SIGNED)
    (file,) = take_in(desk, back).files
    assert (file.taken, file.state) == (("B-01", "B-02"), State.SUBMITTED)
    assert texts(desk) == {"B-01": "300.00", "B-02": "12.00"}
