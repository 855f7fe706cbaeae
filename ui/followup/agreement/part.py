"""«Samarbeidsavtale»: the one that holds, the one that is being written, and those before."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followup.agreements.model import Agreement, AgreementState
from app.office import Office
from app.people.model import Person
from ui.followup.agreement.dialogs import AgreementDialogs
from ui.followup.agreement.letters import AGREEMENT_WRITE
from ui.followup.part import FollowupPart
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import day, near_day, title_word
from ui.navigation import Navigator


class AgreementPart(FollowupPart):
    """A card for each agreement, the one that needs something first."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.dialogs = AgreementDialogs(office, navigator, self)
        self.known = office.agreements.of(person.id)
        open_one = office.agreements.open(person.id)
        self.write_button = Button(
            self._write_words(open_one),
            partial(self.go, AGREEMENT_WRITE),
            kind=ButtonKind.SECONDARY if self.known else ButtonKind.PRIMARY,
            icon=Icon.EDIT if open_one else Icon.NEW,
            size=ButtonSize.SMALL if self.known else ButtonSize.NORMAL,
        )
        self.sign_button: Button | None = None
        self.end_button: Button | None = None
        if not self.known:
            self.add(self._nothing())
            return
        late = [each for each in self.known if each.to_evaluate(office.clock.today())]
        self.add(*(self._late(each) for each in late))
        self.add(*(self._card(each) for each in self.known))
        if open_one is None:
            self.add(_line(self.write_button))

    def begin(self) -> None:
        (self.sign_button or self.write_button).setFocus()

    def _write_words(self, open_one: Agreement | None) -> str:
        if open_one is not None:
            return self.tr("Fortsett på avtalen")
        return self.tr("Skriv ny avtale") if self.known else self.tr("Skriv samarbeidsavtale")

    def _nothing(self) -> Card:
        card = Card(flush=True)
        card.add(
            EmptyState(
                self.tr("Ingen samarbeidsavtale ennå"),
                self.tr(
                    "Skriv sammen hva kommunen gjør, hva personen gjør, og hvor ofte dere møtes."
                    " Avtalen er frivillig, og den kan aldri brukes mot leieavtalen."
                ),
                primary=self.write_button,
            )
        )
        return card

    def _late(self, known: Agreement) -> Callout:
        today = self.office.clock.today()
        when = near_day(known.draft.evaluation_on or today, today)
        return Callout(
            ChipKind.SOON,
            self.tr("Dere skulle se på avtalen {}.").format(when),
            self.tr("Snakk gjennom den sammen. Avslutt den, og skriv en ny hvis dere vil."),
        )

    def _card(self, known: Agreement) -> Card:
        words = title_word(known.state)
        card = Card(self.tr("Samarbeidsavtale"), icon=Icon.SIGN, fact=words)
        inner = QVBoxLayout()
        inner.setSpacing(fonts.px(10))
        inner.addWidget(Facts(self._facts(known)))
        buttons = self._buttons(known)
        if buttons:
            inner.addLayout(button_line(*buttons))
        card.add(inner)
        return card

    def _buttons(self, known: Agreement) -> tuple[Button, ...]:
        small = ButtonSize.SMALL
        if known.state is AgreementState.DRAFT:
            self.sign_button = Button(
                self.tr("Før inn underskrift …"),
                partial(self.dialogs.sign, known.id),
                kind=ButtonKind.PRIMARY,
                icon=Icon.SIGN,
                size=small,
            )
            problems = self.office.agreements.problems(known.draft)
            if problems:
                self.sign_button.set_off(self.tr("Avtalen er ikke ferdig skrevet."))
            return self.sign_button, self.write_button
        if known.state is AgreementState.SIGNED:
            self.end_button = Button(
                self.tr("Avslutt …"), partial(self.dialogs.end, known.id), size=small
            )
            return (self.end_button,)
        return ()

    def _facts(self, known: Agreement) -> list[Fact]:
        draft = known.draft
        told = [
            Fact(self.tr("Hvorfor"), draft.purpose),
            Fact(self.tr("Kommunen"), draft.we_do),
            Fact(self.tr("Personen"), draft.person_does),
            Fact(self.tr("Besøk"), ", ".join(_filled(draft.visits, draft.visited_by))),
            Fact(self.tr("Kontakt"), ", ".join(_filled(draft.contact_name, draft.contact_phone))),
            Fact(self.tr("Ses på"), day(draft.evaluation_on) if draft.evaluation_on else ""),
        ]
        if known.signed_on is not None:
            told.append(Fact(self.tr("Underskrevet"), day(known.signed_on)))
        if known.state is AgreementState.ENDED:
            said = f"{day(known.since)}: {known.reason}"
            told.append(Fact(self.tr("Avsluttet"), said))
        return told


def _filled(*parts: str) -> list[str]:
    return [part.rstrip(".") for part in parts if part]


def _line(*buttons: Button) -> QWidget:
    line = QWidget()
    row = button_line(*buttons)
    row.setContentsMargins(0, 0, 0, 0)
    line.setLayout(row)
    return line
