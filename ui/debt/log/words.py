"""How a case ended, in the officer's words."""

from PySide6.QtCore import QCoreApplication

from app.core.money import format_kroner
from app.debt.closing.model import DebtEffect
from app.debt.model import DebtCase
from ui.kit.cards import Fact
from ui.labels import day, title_word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_log", text)


def ending_facts(case: DebtCase, effect: DebtEffect | None) -> list[Fact]:
    """Outcome, day, what was owed before and after, and the home."""
    facts = [
        Fact(tr("Hvordan det endte"), title_word(case.outcome) if case.outcome else ""),
        Fact(tr("Avsluttet"), day(case.closed_on) if case.closed_on else ""),
    ]
    if effect is None:
        return facts
    if effect.owed_before is not None and effect.owed_after is not None:
        since = tr("{} den {}").format(format_kroner(effect.owed_before), day(effect.counted_from))
        facts += [
            Fact(tr("Skyldig husleie før"), since),
            Fact(tr("Skyldig husleie etter"), format_kroner(effect.owed_after)),
        ]
    return [*facts, Fact(tr("Boligen"), title_word(effect.home))]
