"""Decimal arithmetic that neither the size of a number nor a thread's context changes."""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal

from core.domain.figure import WHOLE, half_up

_SPARE = 30  # digits beyond those of the operands, so that a last rounding is not the second
_RATIOS = Context(prec=50, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
_ROOTS = Context(prec=40, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
_SUMS = Context(prec=MAX_PREC, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)


def sum_of(first: Decimal, second: Decimal) -> Decimal:
    """Add two numbers, every digit kept."""
    return _SUMS.add(first, second)


def difference(first: Decimal, second: Decimal) -> Decimal:
    """Take the second number from the first, every digit kept."""
    return _SUMS.subtract(first, second)


def product(first: Decimal, second: Decimal) -> Decimal:
    """Multiply two numbers, every digit kept."""
    return _SUMS.multiply(first, second)


def quotient(over: Decimal, under: Decimal) -> Decimal:
    """Divide, to thirty digits more than both numbers have.

    Raises ZeroDivisionError.
    """
    return _context(over, under).divide(over, under)


def fraction(over: Decimal, under: Decimal) -> Decimal:
    """Divide to fifty digits, which is faster than `quotient` and ample for what is shown.

    Raises ZeroDivisionError.
    """
    return _RATIOS.divide(over, under)


def power(number: Decimal, over: int, under: int) -> Decimal:
    """Raise a positive number to the power of a fraction, as precisely as `quotient` divides."""
    context = _context(number)
    return context.power(number, context.divide(Decimal(over), Decimal(under)))


def root(number: Decimal, degree: int) -> Decimal:
    """Take a root of a number not below 0, to forty digits.

    Two of Newton's steps lead there: each doubles the digits that are right, from a float's 13.
    """
    if not number:
        return number
    shares = Decimal(degree)
    near = _nearer(number, _nearer(number, _near(number, degree), shares), shares)
    return _ROOTS.plus(near)


def _near(number: Decimal, degree: int) -> Decimal:
    """Take a root as a float does, whatever the size of the number."""
    size = number.adjusted() // degree
    small = float(_RATIOS.scaleb(number, -size * degree))
    return _RATIOS.scaleb(Decimal(small ** (1 / degree)), size)


def _nearer(number: Decimal, near: Decimal, shares: Decimal) -> Decimal:
    """Take one of Newton's steps: the mean of n − 1 times a root and of what is wanting to it."""
    rest = _RATIOS.divide(number, _RATIOS.power(near, shares - 1))
    return _RATIOS.divide(_RATIOS.fma(shares - 1, near, rest), shares)


def share_of(amount: Decimal, over: int, under: int) -> Decimal:
    """Give a fraction of an amount: 2/5 of 750."""
    return quotient(product(amount, Decimal(over)), Decimal(under))


def per_cent(over: Decimal, under: Decimal, decimals: int) -> Decimal:
    """Give by how many per cent one number is more than another, rounded half up once.

    It has all the decimals asked for, 10.0 as 9.7. Raises ZeroDivisionError.
    """
    number = quotient(product(difference(over, under), WHOLE), under)
    return half_up(sum_of(number, Decimal(0).scaleb(-decimals - 1)), decimals)


def plain(number: Decimal) -> str:
    """Write a number without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def padded(number: Decimal, decimals: int) -> Decimal:
    """Give a number at least so many decimals, and none beyond them that say nothing."""
    return sum_of(Decimal(plain(number)), Decimal(0).scaleb(-decimals))


def _context(*numbers: Decimal) -> Context:
    """Make a context that is wide enough for the numbers, whatever their size."""
    digits = sum(len(number.as_tuple().digits) + abs(number.adjusted()) for number in numbers)
    return Context(prec=digits + _SPARE, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
