"""What a set of needs comes to; the combinations are few and asked for again and again. Pure."""

from functools import lru_cache

from app.applications.model import MainNeed, NeedCategory
from app.applications.rules import main_need

Needs = frozenset[NeedCategory]


@lru_cache(maxsize=4096)
def main_of(needs: Needs) -> MainNeed | None:
    """The most pressing main category, None when nothing is mapped."""
    return main_need(needs)


@lru_cache(maxsize=4096)
def codes_of(needs: Needs) -> tuple[str, ...]:
    """«A1», «C3»."""
    return tuple(sorted(need.code for need in needs))


@lru_cache(maxsize=4096)
def pressing_codes(needs: Needs) -> tuple[str, ...]:
    """The codes inside the most pressing main category alone."""
    main = main_of(needs)
    return tuple(sorted(need.code for need in needs if need.main is main))
