"""Measures, in the officer's words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.days import length
from app.core.money import Ore, format_kroner
from app.core.periods import Period
from app.core.text import plural
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureKind,
    DebtMeasureState,
    Found,
    RentSince,
    SettlementDays,
)
from ui.kit.chips import Chip, ChipKind
from ui.kit.rail import Stop, StopState
from ui.labels import day, title_word, word

_EACH_MONTH = frozenset({DebtMeasureKind.VOLUNTARY_DEDUCTION, DebtMeasureKind.MONEY_MANAGEMENT})
_CHIPS = {
    DebtMeasureState.CONSIDERED: ChipKind.NOT_STARTED,
    DebtMeasureState.ASKED: ChipKind.WAITING,
    DebtMeasureState.OPENED: ChipKind.INFO,
    DebtMeasureState.AGREED: ChipKind.OK,
    DebtMeasureState.REFUSED: ChipKind.NO,
    DebtMeasureState.COMPLETED: ChipKind.OK,
    DebtMeasureState.STOPPED: ChipKind.NO,
}


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_measures", text)


def measure_title(measure: DebtMeasure) -> str:
    """«Startlån hos Prøvebanken»."""
    whom = measure.draft.with_whom
    kind = title_word(measure.kind)
    return tr("{} hos {}").format(kind, whom) if whom else kind


def measure_words(measure: DebtMeasure) -> str:
    """Since when it stands so, the sum, and what was written."""
    now = measure.now
    facts = [tr("Fra {}").format(day(now.since))]
    if measure.draft.amount:
        facts.append(sum_words(measure.kind, measure.draft.amount))
    if now.consent_on:
        facts.append(tr("samtykke {}").format(day(now.consent_on)))
    return " · ".join([*facts, *filter(None, (measure.draft.words, now.words))])


def sum_words(kind: DebtMeasureKind, amount: Ore) -> str:
    """«1 200 kr i måneden», or the whole of a loan."""
    said = format_kroner(amount)
    return tr("{} i måneden").format(said) if kind in _EACH_MONTH else said


def state_chip(measure: DebtMeasure) -> Chip:
    """How it stands, in word and shape."""
    return Chip(_CHIPS[measure.state], title_word(measure.state))


def finding_words(found: Found) -> str:
    """What speaks against it, and until when."""
    said = word(found.finding)
    return tr("{} (til {})").format(said, day(found.until)) if found.until else said


def rent_words(rent: RentSince) -> str:
    """Whether rent that runs is paid (GJ-26)."""
    if not rent.unpaid:
        return tr("Ingen husleie til oss som forfalt fra {}, er ubetalt.").format(day(rent.since))
    months = plural(rent.months, tr("husleie"), tr("husleier"))
    return tr("{} ikke betalt siden {}: {}.").format(
        months, day(rent.since), format_kroner(rent.unpaid)
    )


def stops(
    measure: DebtMeasure,
    days: SettlementDays | None,
    usual: Sequence[Period],
    today: date,
) -> tuple[Stop, ...]:
    """The way of a settlement, from the application to its last day (GJ-24, GJ-25, GJ-28).

    `usual` is how long each of them lasts, said while no day is known.
    """
    asked = measure.since(DebtMeasureState.ASKED)
    way: list[tuple[date | None, str, str, bool]] = [
        (asked, tr("Søknad til namsfogden"), "", asked is not None)
    ]
    if measure.state in {DebtMeasureState.REFUSED, DebtMeasureState.STOPPED}:
        if days is not None:
            way.append((days.opened_on, tr("Gjeldsforhandling åpnet"), "", True))
        way.append((measure.now.since, title_word(measure.state), "", True))
    elif days is None:
        notify, defer, years = (length(each) for each in usual)
        way += [
            (None, tr("Gjeldsforhandling åpnet"), "", False),
            (None, tr("Kreditorene melder krav"), notify, False),
            (None, tr("Betalingsutsettelse"), defer, False),
            (None, tr("Gjeldsordning"), tr("vanligvis {}").format(years), False),
        ]
    else:
        way += _opened(measure, days, today)
    first = next((at for at, stop in enumerate(way) if not stop[3]), len(way))
    return tuple(
        Stop(
            f"{on:%d.%m.%y}" if on else "–",
            what,
            fact,
            StopState.DONE if done else StopState.NEXT if at == first else StopState.COMING,
        )
        for at, (on, what, fact, done) in enumerate(way)
    )


def _opened(
    measure: DebtMeasure, days: SettlementDays, today: date
) -> list[tuple[date | None, str, str, bool]]:
    """From the opening on: what is over, and what comes."""
    agreed, ended = days.agreed_on, measure.since(DebtMeasureState.COMPLETED)
    notify, over, end = days.notify_by.moved, days.pause_until, ended or days.ends_on
    under_way = agreed is not None
    usual = "" if days.told_end or ended else tr("det vanlige")
    return [
        (days.opened_on, tr("Gjeldsforhandling åpnet"), "", True),
        (notify, tr("Kreditorene melder krav"), tr("senest"), under_way or notify < today),
        (over, tr("Betalingsutsettelsen er over"), "", under_way or over < today),
        (agreed, tr("Gjeldsordningen begynner"), "", under_way),
        (end, tr("Gjeldsordningen er ferdig"), usual, ended is not None),
    ]
