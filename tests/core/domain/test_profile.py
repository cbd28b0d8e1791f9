"""For which department somebody sits at the computer."""

from core.domain.profile import Profile


def test_a_department_is_that_of_the_region():
    profile = Profile(departments={"甲区": "D05"})
    assert (profile.department("甲区"), profile.department("乙区")) == ("D05", "")
