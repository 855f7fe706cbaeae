"""A column of whole numbers, to the right."""

from collections.abc import Callable
from typing import TypeVar

from app.core.text import grouped
from ui.kit.columns import Align, Column

T = TypeVar("T")


def number(
    key: str,
    title: str,
    of: Callable[[T], int],
    *,
    width: int = 90,
    last: Callable[[T], bool] | None = None,
    spare: int = 0,
    strong: bool = False,
) -> Column[T]:
    """Sorted by the number; the row that is `last`, a sum, keeps its place at the end."""
    return Column(
        key,
        title,
        lambda row: grouped(of(row)),
        value=of,
        sort=lambda row: None if last is not None and last(row) else of(row),
        align=Align.RIGHT,
        width=width,
        spare=spare,
        strong=strong,
    )
