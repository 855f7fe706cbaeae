"""Dialogs about a request: put it right, the acute screen, the start, consents and who speaks."""

from PySide6.QtWidgets import QWidget

from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import Channel, ReferredBy
from app.core.errors import Invalid, Problem
from app.debt.model import AcuteScreen, AdviceStage, DebtCase, DebtTopic
from app.office import Office
from app.people.consents.model import ADVICE_SCOPES, Consent, ConsentScope
from ui.asking import Asking, Values, a_day, chosen, text
from ui.debt.columns import who_told
from ui.debt.intake.draft import DAYS, corrected, screen_of
from ui.debt.request.screen_fields import add_screen, show_days
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.ticks_field import TicksField
from ui.labels import day, title_word
from ui.navigation import Navigator

WIDE = 920


class RequestDialogs(Asking):
    """Opened over the window of a part; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, part: QWidget, case: DebtCase) -> None:
        super().__init__(office, navigator, part)
        self._case = case

    def correct(self) -> AskDialog:
        """What was typed wrong of the request itself."""
        case = self._case

        def act(values: Values) -> None:
            self.office.debt_cases.correct(case.id, corrected(case, values))

        dialog = self.ask(
            "Rett henvendelsen",
            f"Ventetiden telles fra {day(case.received_on)}. Den dagen står fast.",
            "Lagre",
            act,
            "debt_case.corrected",
            width=WIDE,
        )
        channels = [(each, title_word(each)) for each in Channel]
        dialog.form.line(
            ChoiceField("channel", "Hvordan", channels),
            ChoiceField("referred_by", "Hvem tok kontakt", [(e, who_told(e)) for e in ReferredBy]),
        )
        topics = [(each, title_word(each)) for each in DebtTopic]
        dialog.form.line(TicksField("topics", "Hva det gjelder", topics, column=280))
        dialog.form.line(MultilineField("words", "Med egne ord", optional=True, lines=3))
        dialog.form.set_values(
            {
                "channel": case.channel,
                "referred_by": case.referred_by,
                "topics": case.topics,
                "words": case.words,
            }
        )
        dialog.open()
        return dialog

    def screen(self) -> AskDialog:
        """The four questions, asked now; the answers before stay in the history."""
        case, known = self._case, self._case.screen

        def act(values: Values) -> None:
            found = screen_of(values, a_day(values, "since") or self.today())
            if found is None:
                raise Invalid([Problem("home", "debt_nothing_asked", "GJ-02")])
            self.office.debt_cases.screen(case.id, found)

        words = "Bolig, strøm og mat går foran alt annet."
        if known is not None:
            words = (
                f"Svarene fra {day(known.since)} står her. Spør på nytt, og rett det som er nytt."
            )
        dialog = self.ask(
            "Hastevurdering",
            words,
            "Lagre hastevurderingen",
            act,
            "debt_case.screened",
            width=WIDE,
        )
        form = dialog.form
        add_screen(form, self.office.clock.today)
        form.line(
            DateField("since", "Spurt", today=self.today, width=150),
            TextField("screen_words", "Merknad", optional=True, longest=1000),
        )
        form.set_values({"since": self.today(), **(_answers(known) if known else {})})
        form.changed.connect(lambda name: show_days(form) if name in DAYS else None)
        show_days(form)
        dialog.open()
        return dialog

    def start(self) -> AskDialog:
        """The work begins."""
        case = self._case

        def act(values: Values) -> None:
            self.office.debt_cases.start(case.id, a_day(values, "since"))

        words = "Arbeidet begynner med å skaffe oversikt."
        if case.decided is None:
            words = "Når det haster, kan dere begynne nå. Vedtaket må skrives etterpå."
        dialog = self.ask("Begynn arbeidet", words, "Begynn", act, "debt_case.started")
        dialog.form.line(DateField("since", "I gang fra", today=self.today))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def withdraw(self) -> AskDialog:
        """The person does not want it any more."""
        case = self._case

        def act(values: Values) -> None:
            self.office.debt_cases.withdraw(case.id, text(values, "reason"), a_day(values, "since"))

        dialog = self.ask(
            "Personen ønsker ikke rådgivning nå",
            "Bruk dette bare når personen selv sier nei. Et avslag fra kommunen er et vedtak.",
            "Trekk henvendelsen",
            act,
            "debt_case.withdrawn",
        )
        dialog.form.line(DateField("since", "Sagt fra", today=self.today))
        dialog.form.line(MultilineField("reason", "Hva personen sa", optional=True, lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def reach(self) -> AskDialog:
        """Move the work on to where it stands now."""
        case, cases = self._case, self.office.debt_cases

        def act(values: Values) -> None:
            to = values.get("stage")
            if not isinstance(to, AdviceStage):
                raise Invalid([Problem("stage", "debt_stage_missing")])
            cases.reach(case.id, to, a_day(values, "since"), text(values, "reason"))

        where = title_word(case.stage or case.state)
        dialog = self.ask(
            "Nytt steg i arbeidet",
            f"Arbeidet står på «{where}» siden {day(case.stage_since)}.",
            "Lagre steget",
            act,
            "debt_case.reached",
        )
        stages = [(each, title_word(each)) for each in cases.next_stages(case)]
        since = DateField("since", "Fra", today=self.today)
        dialog.form.line(ChoiceField("stage", "Hvor arbeidet står nå", stages), since)
        dialog.form.line(MultilineField("reason", "Merknad", optional=True, lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    # whom we may talk with

    def consent(self) -> AskDialog:
        """What the person says yes to; it ends by itself (PV-02)."""

        def act(values: Values) -> None:
            scope = chosen(values, "scope", ConsentScope, ConsentScope.SHARE_CREDITORS)
            since = a_day(values, "since") or self.today()
            until, body = a_day(values, "until"), text(values, "body")
            self.office.consents.add(Consent(self._case.person, scope, since, until, body))

        dialog = self.ask(
            "Nytt samtykke",
            "Skriv bare det personen har sagt ja til. Det kan trekkes når som helst.",
            "Før inn",
            act,
            "consent.given",
        )
        scopes = [(each, title_word(each)) for each in ADVICE_SCOPES]
        dialog.form.line(ChoiceField("scope", "Samtykke til å", scopes))
        dialog.form.line(TextField("body", "Hvem eller hva", optional=True))
        dialog.form.line(
            DateField("since", "Gitt", today=self.today),
            DateField("until", "Gjelder til", optional=True, today=self.today),
        )
        end = self.office.services_given.consent_end(self.today())
        dialog.form.set_values(
            {"scope": ConsentScope.SHARE_CREDITORS, "since": self.today(), "until": end}
        )
        dialog.open()
        return dialog

    def take_back(self, consent: Consent) -> AskDialog:
        """It can not be leaned on from that day."""

        def act(values: Values) -> None:
            self.office.consents.withdraw(consent.id, a_day(values, "on"))

        what = f"{title_word(consent.scope)}."
        words = f"{what} Det som er gjort mens samtykket gjaldt, er fortsatt lovlig."
        dialog = self.ask("Trekk samtykket", words, "Trekk samtykket", act, "consent.withdrawn")
        dialog.form.line(DateField("on", "Trukket", today=self.today))
        dialog.form.set_values({"on": self.today()})
        dialog.open()
        return dialog

    def speaker(self) -> AskDialog:
        """Who has power of attorney, and gets a copy of the letters."""

        def act(values: Values) -> None:
            self.office.intake.add_representative(self._speaker(values))

        dialog = self.ask(
            "Ny fullmakt",
            "Den som har fullmakt, får kopi av brevene når postadressen er skrevet inn.",
            "Før inn",
            act,
            "representative.added",
            width=720,
        )
        kinds = [(each, title_word(each)) for each in RepresentativeKind]
        form = dialog.form
        form.line(
            TextField("name", "Navn"),
            ChoiceField("kind", "Rolle", kinds),
            TextField("organisation", "Kontor", optional=True),
        )
        form.line(
            TextField("line", "Postadresse", optional=True),
            TextField("postal_code", "Postnummer", optional=True, width=128),
            TextField("postal_place", "Poststed", optional=True),
        )
        form.line(
            TextField("phone", "Telefon", optional=True),
            DateField("since", "Fra", today=self.today),
            DateField("until", "Til", optional=True, today=self.today),
        )
        form.set_values({"kind": RepresentativeKind.AGENT, "since": self.today()})
        dialog.open()
        return dialog

    def end_speaker(self, who: Representative) -> AskDialog:
        """The last day they speak for the person."""

        def act(values: Values) -> None:
            until = a_day(values, "until") or self.today()
            self.office.intake.end_representative(who.id, until)

        words = f"{who.name} får ikke kopi av brev etter denne dagen."
        dialog = self.ask("Avslutt fullmakten", words, "Avslutt", act, "representative.ended")
        dialog.form.line(DateField("until", "Siste dag", today=self.today))
        dialog.form.set_values({"until": self.today()})
        dialog.open()
        return dialog

    def _speaker(self, values: Values) -> Representative:
        return Representative(
            self._case.person,
            chosen(values, "kind", RepresentativeKind, RepresentativeKind.AGENT),
            text(values, "name"),
            a_day(values, "since") or self.today(),
            a_day(values, "until"),
            text(values, "organisation"),
            text(values, "line"),
            text(values, "postal_code"),
            text(values, "postal_place"),
            text(values, "phone"),
        )


def _answers(screen: AcuteScreen) -> dict[str, object]:
    """What was answered last, so that only what is new is changed."""
    return {
        "home": screen.home,
        "home_on": screen.home_on,
        "power": screen.power,
        "power_on": screen.power_on,
        "children": screen.children,
        "food": screen.food,
        "screen_words": screen.words,
    }
