"""How a number is written in the letters from vedtak to lease. Pure."""

from app.core.numbers import NumberKind, format_number, identify


def written(value: str, kind: NumberKind) -> str:
    """A number as it is written in a letter: «1234 56 78903»; as it stands when it is none."""
    return format_number(identify(value, kind)[0]) if value else ""
