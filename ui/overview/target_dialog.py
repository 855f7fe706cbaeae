"""What is aimed at for one indicator, from a day; what was aimed at before still stands."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.office import Office
from app.overview.indicators.model import (
    MOST_PERCENT,
    MOST_TARGET,
    Indicator,
    IndicatorCard,
    IndicatorTarget,
)
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, NumberField, TextField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator


def _tr(words: str) -> str:
    return QCoreApplication.translate("target_dialog", words)


def target_dialog(
    office: Office, navigator: Navigator, card: IndicatorCard, parent: QWidget
) -> AskDialog:
    """An empty number is no target from that day."""
    indicator = card.indicator

    def act(values: Mapping[str, object]) -> None:
        target, since = values.get("target"), values.get("since")
        office.indicators.aim(
            IndicatorTarget(
                indicator,
                since if isinstance(since, date) else office.clock.today(),
                target if isinstance(target, int) else None,
                str(values.get("reason") or ""),
            )
        )
        navigator.tell(done("indicator_target.set"))

    dialog = AskDialog(
        _tr("Mål: {}").format(title_word(indicator).lower()),
        _explanation(indicator),
        _tr("Sett målet"),
        act,
        words=problem,
        message=message,
        parent=parent,
    )
    most = MOST_PERCENT if indicator.percent else MOST_TARGET
    suffix = "%" if indicator.percent else ""
    today = office.clock.today
    dialog.form.line(
        NumberField("target", _tr("Mål"), most=most, suffix=suffix, optional=True),
        DateField("since", _tr("Gjelder fra"), today=today),
    )
    dialog.form.line(
        TextField("reason", _tr("Hvem har bestemt det?"), optional=True, hint=_tr("Møte eller sak"))
    )
    rows = [each for each in office.indicators.targets() if each.indicator is indicator]
    known = rows[-1].target if rows else None
    dialog.form.set_values({"target": known, "since": date(today().year, 1, 1), "reason": ""})
    return dialog


def _explanation(indicator: Indicator) -> str:
    way = _tr("Målet er nådd når tallet er så lavt eller lavere.")
    if not indicator.at_most:
        way = _tr("Målet er nådd når tallet er så høyt eller høyere.")
    length = _tr("Skriv målet for et kvartal. Halvår og år regnes ut fra det.")
    empty = _tr("La feltet stå tomt hvis det ikke skal være noe mål.")
    return " ".join((way, length, empty) if indicator.summed else (way, empty))
