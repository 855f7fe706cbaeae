"""«Utskriving eller løslatelse» (A3, A4, AL-18): the day, what is left and who said so."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.applications.discharges.model import (
    LeavingHeard,
    LeavingKind,
    LeavingPlace,
    PlannedDischarge,
)
from app.applications.model import Application
from app.core.errors import Invalid, Problem
from app.office import Office
from ui.asking import Asking, Values, a_day
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Tone
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word, word
from ui.navigation import Navigator

_NEEDS = {each.need: each for each in LeavingKind}


def discharge_card(office: Office, navigator: Navigator, known: Application) -> Card | None:
    """What is told, or that the day lacks beside the need; nothing where neither is."""
    told = office.discharges.of(known.id)
    needs = [_NEEDS[each] for each in sorted(known.draft.needs) if each in _NEEDS]
    if not known.state.open or (told is None and not needs):
        return None
    card = Card(_tr("Utskriving eller løslatelse"), icon=Icon.HOME)
    if told is None:
        card.add(Facts([Fact(_tr("Skal ut"), _tr("Dagen er ikke ført"), Tone.AMBER)]))
        words = _tr("Søknaden sier {}. Når dagen er kjent, sier Husrom fra i tide.")
        card.add(Label(words.format(word(needs[0].need)), Type.HELP, Token.TEXT2, wrap=True))
    else:
        card.add(Facts(_facts(told)))
    ask = partial(ask_discharge, office, navigator, known, card)
    card.add(
        Button(
            _tr("Før inn dagen …") if told is None else _tr("Endre …"),
            ask,
            kind=ButtonKind.SECONDARY if told is None else ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
    )
    return card


def _facts(told: PlannedDischarge) -> list[Fact]:
    facts = [Fact(title_word(told.kind), day(told.leaves_on))]
    if told.place is not None:
        facts.append(Fact(_tr("Fra"), word(told.place)))
    if told.heard_from is not None:
        facts.append(Fact(_tr("Sagt av"), word(told.heard_from)))
    if told.since is not None:
        facts.append(Fact(_tr("Ført"), day(told.since)))
    return facts


def ask_discharge(
    office: Office, navigator: Navigator, known: Application, part: QWidget
) -> AskDialog:
    """The day as it is known now; called off where it does not happen."""
    asking = Asking(office, navigator, part)
    told = office.discharges.of(known.id)

    def act(values: Values) -> None:
        leaves_on, kind = a_day(values, "leaves_on"), values.get("kind")
        if leaves_on is None:
            raise Invalid([Problem("leaves_on", "discharge_day_missed")])
        place, heard = values.get("place"), values.get("heard_from")
        made = PlannedDischarge(
            kind if isinstance(kind, LeavingKind) else LeavingKind.DISCHARGE,
            leaves_on,
            place if isinstance(place, LeavingPlace) else None,
            heard if isinstance(heard, LeavingHeard) else None,
        )
        office.discharges.tell(known.id, made)

    def call_off() -> bool:
        gone = navigator.attempt(lambda: office.discharges.call_off(known.id))
        if gone:
            asking.told(lambda _values: None, "application.discharge_off")({})
        return gone

    dialog = asking.ask(
        _tr("Utskriving eller løslatelse"),
        _tr(
            "Dagen {} skal ut av institusjon eller fengsel uten å ha en bolig. Husrom sier fra"
            " to måneder før, og til det er ordnet."
        ).format(known.name),
        _tr("Før inn"),
        act,
        "application.discharge_told",
    )
    guarded = office.discharges.guarded(known.id)
    _add_fields(dialog, asking, known, told, guarded=guarded)
    if told is not None:
        dialog.add_button(_tr("Gjelder ikke lenger"), call_off)
    dialog.open()
    return dialog


def _add_fields(
    dialog: AskDialog,
    asking: Asking,
    known: Application,
    told: PlannedDischarge | None,
    *,
    guarded: bool,
) -> None:
    """No place is asked for where the address is protected (ADR-05)."""
    kind = ChoiceField("kind", _tr("Hva"), [(each, title_word(each)) for each in LeavingKind])
    needs = [_NEEDS[each] for each in sorted(known.draft.needs) if each in _NEEDS]
    kind.set_value(told.kind if told else (needs or [LeavingKind.DISCHARGE])[0])
    leaves_on = DateField("leaves_on", _tr("Skal ut"), today=asking.today)
    heard = ChoiceField(
        "heard_from",
        _tr("Hvem sa fra"),
        [(each, title_word(each)) for each in LeavingHeard],
        optional=True,
    )
    dialog.form.line(kind, leaves_on)
    if guarded:
        dialog.form.line(heard)
        hint = _tr("Adressen er sperret. Derfor føres det ikke hvor personen er nå.")
        dialog.form.add_part(Label(hint, Type.HELP, Token.TEXT2, wrap=True))
    else:
        places = [(each, title_word(each)) for each in LeavingPlace]
        place = ChoiceField("place", _tr("Fra hva slags sted"), places, optional=True)
        place.set_value(told.place if told else None)
        dialog.form.line(place, heard)
    if told is not None:
        leaves_on.set_value(told.leaves_on)
        heard.set_value(told.heard_from)


def _tr(words: str) -> str:
    return QCoreApplication.translate("DischargeCard", words)
