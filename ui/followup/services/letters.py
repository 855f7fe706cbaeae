"""«Samtykke»: what is asked, until when, and how large, beside the form (PV-02)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.followup.consent_forms.model import ConsentAsk, ConsentFormDraft, Size
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import Person
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, TextField
from ui.kit.ticks_field import TicksField
from ui.labels import named, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

CONSENT_FORM = "consent_form"
TOLD_WHO = (
    ConsentScope.TALK_WITH_LANDLORD,
    ConsentScope.TALK_WITH_OTHERS,
    ConsentScope.CONTACT_EARLY,
)
START = frozenset({ConsentScope.TALK_WITH_HEALTH, ConsentScope.TALK_WITH_NAV})


class ConsentFormDesk(LetterDesk):
    """One form for all that is asked."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        super().__init__(
            office, navigator, "Samtykke", "consent_form.issued", "Lag skjemaet", parent
        )
        self.header.set_subtitle(named(person.name))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Arket")

    def add_fields(self) -> None:
        self.form.section(self.tr("Hva personen tar stilling til"))
        scopes = [(each, title_word(each)) for each in ConsentScope]
        hint = self.tr("Personen setter kryss selv på arket. Det kan være nei til noe.")
        self.form.line(TicksField("scopes", self.tr("Samtykke til å"), scopes, hint=hint))
        self.form.section(self.tr("Hvem det gjelder"))
        words = (
            self.tr("Utleier"),
            self.tr("Andre vi kan snakke med"),
            self.tr("De som kan ringe tidlig"),
        )
        for scope, label in zip(TOLD_WHO, words, strict=True):
            self.form.line(TextField(scope.value, label, optional=True))
        self.form.section(self.tr("Hvor lenge, og hvor stor skrift"))
        today = self.office.clock.today
        self.form.line(DateField("until", self.tr("Gjelder til"), today=today))
        sizes = [(Size.EASY, self.tr("Lett å lese")), (Size.LARGE, self.tr("Stor skrift"))]
        self.form.line(RadioField("size", self.tr("Skrift"), sizes))
        end = self.office.services_given.consent_end(today())
        self.form.set_values({"scopes": START, "until": end, "size": Size.EASY})

    @property
    def draft(self) -> ConsentFormDraft:
        """What stands in the form now."""
        values = self.form.values()
        scopes, until, size = values["scopes"], values["until"], values["size"]
        chosen = scopes if isinstance(scopes, frozenset) else frozenset()
        asks = tuple(
            ConsentAsk(each, str(values.get(each.value) or ""))
            for each in ConsentScope
            if each in chosen
        )
        return ConsentFormDraft(
            asks,
            until if isinstance(until, date) else None,
            size if isinstance(size, Size) else Size.EASY,
        )

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal skjemaet lages slik?"),
            self.tr("Det lagres på personen. Skriv det ut, og før inn svaret når det er signert."),
        )

    def preview(self) -> bytes:
        document = self.office.consent_forms.preview(self._person.id, self.draft)
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.consent_forms.issue(self._person.id, self.draft)
