"""What is asked on the home track: opt-out, a notice sent before, the exception, the petition."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.arrears.model import Tenancy
from app.core.money import Ore
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import GROUNDS, ExceptionDraft, HomeTrack, SentBefore
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, TextField
from ui.labels import word


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("home_track_dialogs", words)


def grounds() -> list[tuple[object, str]]:
    """The grounds of § 13-2 by their letters."""
    return [(each, word(each)) for each in GROUNDS]


class HomeTrackDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def opt_out(self, tenancy: Tenancy) -> AskDialog:
        """The tenant has said no in writing (HL-71)."""
        dialog = self.ask(
            tr("Leietakeren vil ikke at sosialtjenesten varsles"),
            tr("Det må være skriftlig. Fra den dagen lages det ikke flere varsler etter § 9-11."),
            tr("Før inn"),
            lambda values: self.office.home_track.receive_opt_out(
                tenancy.tenant, a_day(values, "since"), text(values, "words")
            ),
            "opt_out.received",
        )
        dialog.form.line(DateField("since", tr("Kom til oss"), today=self.today))
        dialog.form.line(TextField("words", tr("Hvordan det kom"), optional=True))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def take_back_opt_out(self, tenancy: Tenancy) -> AskDialog:
        """The social service may be told after all."""
        dialog = self.ask(
            tr("Sosialtjenesten kan varsles likevel"),
            tr("Skriv dagen leietakeren sa fra. Det som sto før, blir stående i historikken."),
            tr("Før inn"),
            lambda values: self.office.home_track.take_back_opt_out(
                tenancy.tenant, a_day(values, "until")
            ),
            "opt_out.taken_back",
        )
        dialog.form.line(DateField("until", tr("Gjelder fra"), today=self.today))
        dialog.form.set_values({"until": self.today()})
        dialog.open()
        return dialog

    def sent_before(self, tenancy: Tenancy) -> AskDialog:
        """A notice the owner, or the office, had sent (TV-02)."""

        def act(values: Values) -> None:
            claimed = values.get("claimed")
            draft = SentBefore(
                ground=_ground(values),
                sent_on=a_day(values, "sent_on"),
                due_on=a_day(values, "due_on"),
                claimed=Ore(claimed) if isinstance(claimed, int) else Ore(0),
                words=text(values, "words"),
            )
            self.office.home_track.note_sent_before(tenancy.lease, draft)

        dialog = self.ask(
            tr("Varselet er alt sendt"),
            tr("For varsler eieren har sendt, eller som ble sendt før Husrom."),
            tr("Før inn"),
            act,
            "eviction_notice.noted",
        )
        dialog.form.line(ChoiceField("ground", tr("Tvangsgrunnlag"), grounds()))
        dialog.form.line(
            DateField("due_on", tr("Kravet forfalt"), today=self.today),
            DateField("sent_on", tr("Varselet ble sendt"), today=self.today),
        )
        dialog.form.line(
            MoneyField("claimed", tr("Beløp i varselet"), optional=True),
            TextField("words", tr("Hvem som sendte det, og hvordan"), optional=True),
        )
        owed = self.office.arrears.owed(tenancy.lease)
        last = owed.charges[-1].charge.due_on if owed.charges else None
        start = {"ground": EnforcementGround.UNPAID_RENT, "due_on": last, "claimed": owed.total}
        dialog.form.set_values({name: value for name, value in start.items() if value})
        dialog.open()
        return dialog

    def exception(self, tenancy: Tenancy) -> AskDialog:
        """Nobody can be reached (TV-04)."""

        def act(values: Values) -> None:
            draft = ExceptionDraft(
                _ground(values),
                no_address=bool(values.get("no_address")),
                no_agent=bool(values.get("no_agent")),
                no_contact=bool(values.get("no_contact")),
                words=text(values, "words"),
            )
            self.office.home_track.leave_out_notice(tenancy.lease, draft)

        dialog = self.ask(
            tr("Ingen kan nås"),
            tr(
                "Varselet kan bare utelates når alle tre er ukjent. Da regnes de to ukene fra"
                " forfall i stedet."
            ),
            tr("Utelat varselet"),
            act,
            "eviction_notice.left_out",
        )
        dialog.form.line(ChoiceField("ground", tr("Tvangsgrunnlag"), grounds()))
        for name, words in _TICKS.items():
            dialog.form.line(CheckField(name, tr(words)))
        dialog.form.line(
            MultilineField("words", tr("Hva dere har gjort for å finne leietakeren"), lines=3)
        )
        dialog.form.set_values({"ground": EnforcementGround.UNPAID_RENT})
        dialog.open()
        return dialog

    def no_meeting(self, tenancy: Tenancy) -> AskDialog:
        """Why nobody met first (AL-10)."""
        return self._reasoned(
            tr("Hvorfor ble det ikke noe møte?"),
            tr("Prøv et møte eller et hjemmebesøk først. Grunnen følger saken."),
            tr("Før inn"),
            "words",
            lambda words: self.office.home_track.say_why_no_meeting(tenancy.lease, words),
            "petition.no_meeting",
        )

    def file_petition(self, tenancy: Tenancy, track: HomeTrack) -> AskDialog:
        """The petition has been sent."""
        court = track.ground is not None and track.ground.by_court
        to = tr("tingretten") if court else tr("namsfogden")
        dialog = self.ask(
            tr("Begjæringen er sendt"),
            tr(
                "Saken går videre hos {}. Betaling stanser den fortsatt, helt fram til den er"
                " gjennomført."
            ).format(to)
            if track.ground is EnforcementGround.UNPAID_RENT
            else tr("Saken går videre hos {}.").format(to),
            tr("Før inn"),
            lambda values: self.office.home_track.file_petition(
                tenancy.lease, a_day(values, "filed_on"), text(values, "reference")
            ),
            "petition.filed",
        )
        dialog.form.line(
            DateField("filed_on", tr("Sendt"), today=self.today),
            TextField("reference", tr("Referanse"), optional=True),
        )
        dialog.form.set_values({"filed_on": self.today()})
        dialog.open()
        return dialog

    def withdraw_petition(self, tenancy: Tenancy) -> AskDialog:
        """It is taken back."""
        return self._reasoned(
            tr("Trekk begjæringen tilbake"),
            tr(
                "Si fra til namsfogden også. Varselet gjelder så lenge det kan brukes. Saken om"
                " boligen går tilbake til varselet. Avslutt den når alt er ordnet."
            ),
            tr("Trekk tilbake"),
            "reason",
            lambda reason: self.office.home_track.withdraw_petition(tenancy.lease, reason),
            "petition.withdrawn",
        )

    def withdraw_notice(self, tenancy: Tenancy) -> AskDialog:
        """A notice that no letter of ours gives holds no more."""
        return self._reasoned(
            tr("Varselet gjelder ikke"),
            tr("Skriv hvorfor. Det som sto før, blir stående i historikken."),
            tr("Trekk tilbake"),
            "reason",
            lambda reason: self.office.home_track.withdraw_notice(tenancy.lease, reason),
            "eviction_notice.withdrawn",
        )

    def _reasoned(
        self,
        title: str,
        explanation: str,
        verb: str,
        name: str,
        act: Callable[[str], object],
        told: str,
    ) -> AskDialog:
        dialog = self.ask(title, explanation, verb, lambda values: act(text(values, name)), told)
        dialog.form.line(MultilineField(name, tr("Hvorfor"), lines=3))
        dialog.open()
        return dialog


_TICKS = {
    "no_address": "Ingen kjent adresse",
    "no_agent": "Ingen kjent fullmektig eller verge",
    "no_contact": "Ingen kjent måte å sende elektronisk på",
}


def _ground(values: Values) -> EnforcementGround | None:
    value = values.get("ground")
    return value if isinstance(value, EnforcementGround) else None
