"""What was done to a form, in the order in which it can be taken back."""

from gui.form.steps import Step, Steps

ONE, TWO, THREE = (Step(words, {}, {}) for words in ("填写本期", "粘贴2行", "清除"))


def test_the_last_step_is_taken_back_first_and_done_again_first():
    steps = Steps()
    steps.add(ONE)
    steps.add(TWO)

    assert (steps.last, steps.next) == (TWO, None)
    steps.went_back()
    assert (steps.last, steps.next) == (ONE, TWO)
    steps.went_back()
    assert (steps.last, steps.next) == (None, ONE)
    steps.went_on()
    assert (steps.last, steps.next) == (ONE, TWO)


def test_after_a_new_step_what_was_taken_back_cannot_be_done_again():
    steps = Steps()
    steps.add(ONE)
    steps.went_back()
    steps.add(THREE)

    assert (steps.last, steps.next) == (THREE, None)


def test_everything_is_forgotten_at_once():
    steps = Steps()
    steps.add(ONE)
    steps.add(TWO)
    steps.went_back()
    steps.clear()

    assert (steps.last, steps.next) == (None, None)
