"""What comes after, in the officer's words."""

from PySide6.QtCore import QCoreApplication

from app.core.text import plural
from app.evictions.aftercare.model import AftercareTask, EarlyDays, FetchBy
from ui.kit.cards import Fact
from ui.labels import day, title_word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("aftercare", text)


def task_words(task: AftercareTask) -> str:
    """Own words before what it is about."""
    return task.words or title_word(task.kind)


def fetch_fact(fetch: FetchBy) -> Fact:
    """«Første runde: til 04.12.2026, regnet fra dagen boligen ble mistet»."""
    name = tr("Første runde") if fetch.number == 1 else tr("Andre runde")
    until = tr("til {}").format(day(fetch.until))
    if fetch.nominal != fetch.until:
        until = tr("{}, regnet dag {}").format(until, day(fetch.nominal))
    if fetch.expected:
        return Fact(name, tr("{} (ventet, beskjed er ikke ført inn)").format(until))
    where = tr(". {}").format(fetch.kept_where) if fetch.kept_where else ""
    return Fact(name, f"{until}{where}")


def early_facts(early: EarlyDays) -> list[Fact]:
    """When it could be seen and when somebody did something; «aldri» where nobody did."""
    never = tr("ingen ført inn")
    return [
        Fact(tr("Første tegn"), day(early.first_signal) if early.first_signal else never),
        Fact(tr("Første ubetalte leie"), day(early.first_unpaid) if early.first_unpaid else never),
        Fact(tr("Første samtale"), day(early.first_contact) if early.first_contact else never),
        Fact(tr("Første brev"), day(early.first_letter) if early.first_letter else never),
        Fact(tr("Meldingen kom"), day(early.told) if early.told else ""),
        Fact(tr("Ventetid"), waited_words(early)),
    ]


def waited_words(early: EarlyDays) -> str:
    """«39 dager fra første tegn til vi snakket sammen»."""
    if early.waited is None:
        return ""
    days = plural(early.waited, tr("dag"), tr("dager"))
    return tr("{} fra første tegn til vi snakket sammen").format(days)
