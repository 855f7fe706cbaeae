"""The last digit of accounts and payment references, from those before it (ID-11 to ID-13)."""

_ACCOUNT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def kid10_digit(payload: str) -> str:
    """ID-12: mod 10."""
    doubled = (int(d) * (2 - at % 2) for at, d in enumerate(reversed(payload)))
    return str(-sum(n // 10 + n % 10 for n in doubled) % 10)


def kid11_digit(payload: str) -> str:
    """ID-13: mod 11, a dash where the digit would be ten."""
    digit = _mod11_digit(sum(int(d) * (2 + at % 6) for at, d in enumerate(reversed(payload))))
    return digit or "-"


def account_digit(payload: str) -> str:
    """ID-11: mod 11 of ten digits; empty where it would be ten, so that no account is such."""
    return _mod11_digit(sum(int(d) * w for d, w in zip(payload, _ACCOUNT_WEIGHTS, strict=True)))


def _mod11_digit(total: int) -> str:
    digit = -total % 11
    return "" if digit == 10 else str(digit)
