"""An economy in the officer's words."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.ages import age
from app.core.ids import PersonId
from app.core.money import format_kroner
from app.core.text import plural
from app.debt.economy.model import (
    LIVES,
    BudgetChild,
    BudgetHousehold,
    Entry,
    Interval,
    NetIncome,
    Owned,
)
from ui.labels import day, named, title_word, word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("economy", text)


def contacts() -> list[tuple[int, str]]:
    """What a child may be to the budget (rules 6.3)."""
    classes = [(each, tr("Samværsklasse {}").format(each)) for each in (1, 2, 3, 4)]
    return [(LIVES, tr("Bor her")), *classes]


def child_words(child: BudgetChild, on: date) -> str:
    """«Elif, 6 år»; of one who visits the contact class too."""
    years = tr("{} år").format(age(child.birth_date, on))
    who = f"{child.name}, {years}" if child.name else years
    if child.contact_class is None:
        return who
    return tr("{} (samværsklasse {})").format(who, child.contact_class)


def children_words(known: BudgetHousehold, on: date) -> str:
    """All of them, those who live there first."""
    return ", ".join(child_words(child, on) for child in known.children) or tr("ingen")


def monthly_words(entry: Entry) -> str:
    """«24 000 kr», for a month, or what something is worth."""
    return format_kroner(entry.value if isinstance(entry, Owned) else entry.monthly)


def entry_words(entry: Entry, names: Mapping[PersonId, str]) -> str:
    """What stands under a line: whose it is, how it was told, since when, what is to be known.

    `names` are of those whose an income may be; of one alone it is not said.
    """
    said = []
    if isinstance(entry, NetIncome) and entry.person is not None and len(names) > 1:
        said.append(named(names.get(entry.person, "")))
    if isinstance(entry, Owned):
        if entry.owed:
            said.append(tr("lån {}").format(format_kroner(entry.owed)))
    elif entry.interval is not Interval.MONTH:
        said.append(f"{format_kroner(entry.amount)} {word(entry.interval)}")
    if entry.words:
        said.append(entry.words)
    said.append(tr("fra {}").format(day(entry.since)))
    if entry.until is not None:
        said.append(tr("til {}").format(day(entry.until)))
    return " · ".join(said)


def entry_title(entry: Entry) -> str:
    """«Husleie»."""
    return title_word(entry.kind)


def unseen_words(count: int) -> str:
    """How many sums no paper shows yet."""
    lines = plural(count, tr("beløp"), tr("beløp"))
    return tr("{} er ikke vist på papir").format(lines)
