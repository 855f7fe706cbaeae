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
    facts = [tr("{} fra {}").format(title_word(now.state), day(now.since))]
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
        return tr("Husleie som forfalt fra {}, er betalt.").format(day(rent.since))
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
    done, ahead = StopState.DONE, StopState.COMING
    applied = Stop(_short(asked), tr("Søknad til namsfogden"), "", done if asked else ahead)
    if days is None:
        notify_in, defer, years = (length(each) for each in usual)
        waits = StopState.NEXT if asked and measure.open else ahead
        return (
            applied,
            Stop("–", tr("Namsfogden åpner gjeldsforhandling"), "", waits),
            Stop("–", tr("Kreditorene melder krav"), notify_in, ahead),
            Stop("–", tr("Betalingsutsettelse"), defer, ahead),
            Stop("–", tr("Gjeldsordning"), tr("vanligvis {}").format(years), ahead),
        )
    agreed = days.agreed_on
    notify, over = days.notify_by.moved, days.pause_until
    end = measure.since(DebtMeasureState.COMPLETED)
    return (
        applied,
        Stop(_short(days.opened_on), tr("Gjeldsforhandling åpnet"), "", done),
        Stop(
            _short(notify), tr("Kreditorenes frist"), tr("melde krav"), _at(notify, today, agreed)
        ),
        Stop(_short(over), tr("Betalingsutsettelsen er over"), "", _at(over, today, agreed)),
        Stop(_short(agreed), tr("Gjeldsordning"), tr("i gang"), done if agreed else StopState.NEXT),
        Stop(
            _short(end or days.ends_on),
            tr("Gjeldsordningen er ferdig"),
            day(end or days.ends_on),
            done if end else ahead,
        ),
    )


def _at(last: date, today: date, agreed: date | None) -> StopState:
    return StopState.DONE if agreed is not None or last < today else StopState.COMING


def _short(on: date | None) -> str:
    return f"{on:%d.%m.%y}" if on else "–"
