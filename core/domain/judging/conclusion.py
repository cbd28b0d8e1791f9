"""总结评估: the final figure against the target, as one of the five grades of the end."""

from decimal import Decimal

from core.domain import outcome
from core.domain.figure import Bound
from core.domain.indicator import Binding, Measure
from core.domain.judging.finding import Finding
from core.domain.judging.judgement import Grade
from core.domain.plan import Dictionary


def concluded(dictionary: Dictionary, finding: Finding) -> Grade | None:
    """Compare the final figure with the target (domain.md, 总结); None when one is missing.

    GDP (附表1 A1-01) 521.94 for 突破450, no yearly figures: 提前完成; 财政总收入 (A1-03) 45.58 of
    54.16 is 84.16 % and expected: 基本完成, since the shipped 十三五 has no floor.
    """
    if finding.tally:
        return _year_by_year(dictionary, finding)
    margin = finding.margin
    if margin is None:
        return None
    if margin > 0 and not finding.spanned:
        late = Grade.EXCEEDED if dictionary.exceeded else Grade.FULL
        return Grade.EARLY if finding.reached_before else late
    if margin >= 0 or _about(finding):
        return Grade.FULL
    return _short(dictionary, finding)


def _year_by_year(dictionary: Dictionary, finding: Finding) -> Grade:
    """Count the years that met their own targets.

    Where each is better than asked, years before the last had reached it: 提前完成.
    """
    if all(each.better for each in finding.tally):
        return Grade.EARLY
    return Grade.FULL if finding.met == len(finding.tally) else _short(dictionary, finding)


def _short(dictionary: Dictionary, finding: Finding) -> Grade:
    """Grade what fell short: a binding target is missed, an expected one nearly met by its share.

    Four of five years are 80 %.
    """
    if finding.indicator.binding is Binding.BINDING:
        return Grade.MISSED
    floor = dictionary.floor
    near = floor is None or (finding.share is not None and finding.share >= floor)
    return Grade.NEARLY if near else Grade.MISSED


def _about(finding: Finding) -> bool:
    """Tell whether a 左右 target is met within 2 %; a binding target has no tolerance."""
    indicator, printed = finding.indicator, finding.indicator.aim.printed
    loose = printed is not None and printed.bound is Bound.ABOUT
    if not loose or indicator.binding is Binding.BINDING or indicator.measure is Measure.STRUCTURE:
        return False
    asked, margin = finding.asked or Decimal(0), finding.margin or Decimal(0)
    return -margin <= outcome.ABOUT_TOLERANCE * abs(asked)
