"""The version of a budget that was stood on last in each case, while the window is open."""

from weakref import WeakKeyDictionary

from app.core.ids import BudgetId, DebtCaseId
from ui.navigation import Navigator

_LAST: WeakKeyDictionary[Navigator, dict[DebtCaseId, BudgetId]] = WeakKeyDictionary()
"""A part is made anew whenever the register has changed, and a desk after it."""


def show(navigator: Navigator, case: DebtCaseId, budget: BudgetId) -> None:
    """This one from now."""
    _LAST.setdefault(navigator, {})[case] = budget


def shown(navigator: Navigator, case: DebtCaseId) -> BudgetId | None:
    """The one stood on, where somebody has chosen one."""
    return _LAST.get(navigator, {}).get(case)
