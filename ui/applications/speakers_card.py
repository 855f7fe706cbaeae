"""Who speaks for the applicant, and what they have agreed to: shown, added, ended."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.applications.intake.model import Representative
from app.applications.model import Application
from app.core.errors import Invalid, Problem
from app.core.ids import PersonId
from app.office import Office
from app.people.consents.model import Consent
from ui.applications.consents_part import (
    consent_fields,
    consent_of,
    representative_lines,
    representative_of,
)
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fields import DateField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, day, done, message, problem, title_word, word
from ui.navigation import Navigator


def speakers_card(office: Office, navigator: Navigator, known: Application) -> Card:
    """Those who get copies of letters, and consents that hold, each with its end."""
    today = office.clock.today()
    card = Card(_tr("Fullmektig og samtykker"), icon=Icon.SIGN)
    for who in office.intake.representatives(known.applicant):
        end = partial(_end, office, navigator, who)
        card.add(_line(_speaker_words(who), _until(who.until), _tr("Avslutt"), end, who.name))
    held = [each for each in office.consents.of(known.applicant) if each.holds(today)]
    for consent in held:
        words = f"{title_word(consent.scope)}{f': {consent.body}' if consent.body else ''}"
        withdraw = partial(_withdraw, office, navigator, consent)
        card.add(_line(words, _until(consent.until), _tr("Trekk"), withdraw, word(consent.scope)))
    person = known.applicant
    card.add(
        Button(
            _tr("Legg til fullmektig …"),
            lambda: SpeakerDialog(office, navigator, person, card.window()).open(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        ),
        Button(
            _tr("Legg til samtykke …"),
            lambda: ConsentDialog(office, navigator, person, card.window()).open(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        ),
    )
    return card


def _tr(words: str) -> str:
    return QCoreApplication.translate("SpeakersCard", words)


def _speaker_words(who: Representative) -> str:
    place = f", {who.organisation}" if who.organisation else ""
    return f"{capital(word(who.kind))}: {who.name}{place}"


def _until(until: date | None) -> str:
    return _tr("til {}").format(day(until)) if until else _tr("uten sluttdag")


def _line(what: str, until: str, verb: str, act: partial[None], of: str) -> QWidget:
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(fonts.px(8))
    line.addWidget(Label(f"{what}\n{until}", Type.HELP, Token.TEXT, wrap=True), 1)
    button = Button(verb, act, size=ButtonSize.SMALL)
    button.setAccessibleName(f"{verb}: {of}")
    line.addWidget(button)
    return part


def _end(office: Office, navigator: Navigator, who: Representative) -> None:
    today = office.clock.today()
    if navigator.attempt(lambda: office.intake.end_representative(who.id, today)):
        navigator.tell(done("representative.ended"))


def _withdraw(office: Office, navigator: Navigator, consent: Consent) -> None:
    if navigator.attempt(lambda: office.consents.withdraw(consent.id)):
        navigator.tell(done("consent.withdrawn"))


class SpeakerDialog(AskDialog):
    """One more who speaks for the applicant and gets a copy of every letter."""

    def __init__(
        self, office: Office, navigator: Navigator, person: PersonId, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day_begun = since if isinstance(since, date) else office.clock.today()
            who = replace(representative_of(dict(values), day_begun), person=person)
            office.intake.add_representative(who)
            navigator.tell(done("representative.added"))

        super().__init__(
            _tr("Legg til fullmektig"),
            _tr("Den som taler for søkeren, får kopi av alle brev fra den dagen."),
            _tr("Legg til"),
            act,
            words=problem,
            message=message,
            width=620,
            parent=parent,
        )
        representative_lines(self.form, office)
        self.form.line(DateField("since", _tr("Gjelder fra"), today=office.clock.today))
        self.form.set_values({"since": office.clock.today()})
        self.form.field("name").control.setFocus()


class ConsentDialog(AskDialog):
    """What the applicant agrees to, with whom, and until when (PV-02)."""

    def __init__(
        self, office: Office, navigator: Navigator, person: PersonId, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day_given = since if isinstance(since, date) else office.clock.today()
            consent = consent_of(dict(values), day_given)
            if consent is None:
                raise Invalid([Problem("scope", "consent_scope_missing", "PV-02")])
            office.consents.add(replace(consent, person=person))
            navigator.tell(done("consent.given"))

        super().__init__(
            _tr("Legg til samtykke"),
            _tr("Skriv bare det søkeren har sagt ja til. Det kan trekkes når som helst."),
            _tr("Legg til"),
            act,
            words=problem,
            message=message,
            width=620,
            parent=parent,
        )
        self.form.line(*consent_fields(self.form, office))
        self.form.line(DateField("since", _tr("Gitt"), today=office.clock.today))
        self.form.set_values({"since": office.clock.today()})
        self.form.field("scope").control.setFocus()
