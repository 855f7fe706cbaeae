"""The answer to a request for consent, and the letter after a death, beside their fields."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.periods import add
from app.leases.model import Lease
from app.leases.residents.changes.model import DeathDraft
from app.leases.residents.model import AnswerDraft, Consent, ConsentRefusal, ConsentState
from app.office import Office
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import MultilineField, TextField
from ui.labels import day, title_word, until
from ui.leases.residents.change_dialogs import ContactFields
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

ANSWER = "consent_answer"
ENTRY = "entry_notice"


def answerable(office: Office, lease: Lease) -> list[Consent]:
    """The requests a letter can be made about, the oldest first."""
    found = office.residents.consents(lease.id)
    wanted = {ConsentState.WAITING, ConsentState.DEEMED_CONSENT}
    open_ = [each for each in found if each.state in wanted and each.request.answer is None]
    return sorted(open_, key=lambda each: (not each.state.open, each.request.received_on))


def pressing(office: Office, known: Consent) -> bool:
    """Whether I dag tells of it by now (AL-06)."""
    today = office.clock.today()
    steps = office.settings.parameters.ladder("al.consent_days", today)
    return any(add(step, known.request.received_on) <= today for step in steps)


class ConsentDesk(LetterDesk):
    """«Svar på søknaden»: yes, or no on a ground the law and the lease allow."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self.lease = lease
        self.asked = {each.request.id: each for each in answerable(office, lease)}
        super().__init__(
            office, navigator, "Svar om samtykke", "consent.answered", "Lag svaret", parent
        )
        self.header.set_subtitle(f"Leieavtale {lease.number}")
        first = next(iter(self.asked), None)
        self._told: int | None = None
        self.form.set_values({"request": first, "consents": True})
        self._fit()
        self.form.changed.connect(lambda _name: self._fit())
        if first is None:
            self.wait(self.tr("Ingen søknad venter på svar."))
        else:
            self.show_letter()

    def above(self) -> tuple[QWidget, ...]:
        self._limit = QWidget()
        QVBoxLayout(self._limit).setContentsMargins(0, 0, 0, 0)
        return (self._limit,)

    def _tell_limit(self, request: object) -> None:
        """How long there is for the request that is chosen, not for the first of them."""
        known = self.asked.get(request) if isinstance(request, int) else None
        layout = self._limit.layout()
        if known is None or layout is None or known.request.id == self._told:
            return
        self._told = known.request.id
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        layout.addWidget(self._callout(known))

    def _callout(self, known: Consent) -> Callout:
        limit, today = known.limit, self.office.clock.today()
        if known.state is ConsentState.DEEMED_CONSENT:
            given = self.tr("Det er gitt samtykke ved taushet fra {}.").format(day(known.deemed_on))
            then = self.tr("Du kan bekrefte det i brev. Det er for sent å si nei.")
            return Callout(ChipKind.SOON, given, then)
        left = until(today, limit.last_safe_day)
        words = self.tr("Svaret må være sendt senest {} ({}).")
        then = self.tr("Det er dagen brevet sendes, som teller. Ellers regnes det som ja.")
        kind = ChipKind.URGENT if pressing(self.office, known) else ChipKind.INFO
        return Callout(kind, words.format(day(limit.last_safe_day), left), then)

    def add_fields(self) -> None:
        self.form.section(self.tr("Søknaden"))
        options = [
            (key, f"{each.request.draft.name}, {title_word(each.request.draft.kind).lower()}")
            for key, each in self.asked.items()
        ]
        self.form.line(ChoiceField("request", self.tr("Hvem det gjelder"), options))
        self.form.section(self.tr("Svaret"))
        answers = [(True, self.tr("Ja")), (False, self.tr("Nei"))]
        self.form.line(RadioField("consents", self.tr("Svar"), answers))
        hint = self.tr("Bare grunner som loven og leieavtalen gir adgang til.")
        self.form.line(ChoiceField("ground", self.tr("Grunn"), [], hint=hint))
        reason = MultilineField(
            "reason",
            self.tr("Hvorfor i denne saken"),
            lines=4,
            hint=self.tr("Står i brevet. Skriv til leietakeren: «du»."),
        )
        self.form.line(reason)

    def _fit(self) -> None:
        """Only lawful grounds, and only when the answer is no."""
        values = self.form.values()
        request, no = values["request"], values["consents"] is False
        self._tell_limit(request)
        ground = self.form.field("ground")
        if isinstance(ground, ChoiceField) and isinstance(request, int):
            lawful = self.office.residents.grounds(request)
            ground.set_options([(each, title_word(each)) for each in lawful])
        ground.setVisible(no)
        self.form.field("reason").setVisible(no)

    def _request(self) -> int:
        request = self.form.values()["request"]
        if not isinstance(request, int):
            raise Invalid([Problem("request", "consent_request_not_found")])
        return request

    def draft(self) -> AnswerDraft:
        """What is typed; what a yes does not need is left out."""
        values = self.form.values()
        ground = values["ground"]
        if values["consents"] is not False:
            return AnswerDraft()
        chosen = ground if isinstance(ground, ConsentRefusal) else None
        return AnswerDraft(False, chosen, str(values["reason"] or ""))

    def preview(self) -> bytes:
        request, draft = self._request(), self.draft()
        problems = self.office.residents.check_answer(request, draft)
        if problems:
            raise Invalid(problems)
        return self.office.letters.preview(self.office.residents.preview(request, draft))

    def finish(self) -> object:
        return self.office.residents.answer(self._request(), self.draft())


class EntryDesk(LetterDesk):
    """The letter to those who lived with the tenant, and to the estate (HL-38)."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self.lease = lease
        found = office.tenant_changes.death(lease.id)
        self.known = found.death.draft if found else None
        super().__init__(
            office,
            navigator,
            "Brev om leieforholdet",
            "entry_notice.issued",
            parent=parent,
        )
        self.header.set_subtitle(f"Leieavtale {lease.number}")
        if self.known is None:
            self.wait(self.tr("Registrer dødsfallet først."))
            return
        self.form.set_values({name: getattr(self.known, name) for name in ContactFields.names})
        self.show_letter()

    def above(self) -> tuple[QWidget, ...]:
        return (
            Callout(
                ChipKind.INFO,
                self.tr("Fristen for å overta løper fra dagen brevet kom fram."),
                self.tr("Registrer sendingen under «Brev». Da regner Husrom ut siste dag."),
            ),
        )

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvem brevet går til"))
        hint = self.tr("Tomt: «Boet etter …» på boligens adresse.")
        self.form.line(TextField("contact_name", self.tr("Navn"), optional=True, hint=hint))
        self.form.line(TextField("contact_line", self.tr("Adresse"), optional=True))
        self.form.line(
            TextField("contact_postal_code", self.tr("Postnummer"), optional=True),
            TextField("contact_place", self.tr("Poststed"), optional=True),
        )

    def draft(self) -> DeathDraft:
        """What is known of the death, with whom to write to."""
        if self.known is None:
            raise OfficeError("death_not_registered")
        return ContactFields.draft(self.known, self.form.values())

    def preview(self) -> bytes:
        document = self.office.tenant_changes.preview_notice(self.lease.id, self.draft())
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.tenant_changes.issue_notice(self.lease.id, self.draft())
