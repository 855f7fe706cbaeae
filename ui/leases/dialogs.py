"""What is asked about a lease: who and where, signed when, not taken into use, let on paper."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DwellingId, LeaseId, PersonId, VedtakId
from app.dwellings.model import DwellingStatus
from app.leases.model import Lease, LeaseState
from app.office import Office
from ui.kit.ask import Act, AskDialog
from ui.kit.buttons import ButtonKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.scan_field import MEDIA_TYPES, ScanField, scanned
from ui.labels import done, message
from ui.leases.words import problem_words
from ui.navigation import Navigator

Values = Mapping[str, object]


class Dialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window
        self._today: Callable[[], date] = office.clock.today

    def signed(self, lease: Lease) -> AskDialog:
        """Both have signed; a scan is kept on the lease."""

        def act(values: Values) -> None:
            scan, media_type = _scan(values["file"])
            day = _day_in(values, "signed_on")
            self._office.leases.signed(lease.id, day, scan, media_type)

        dialog = self._ask(
            "Registrer underskrift",
            "Da er boligen leid ut fra første dag, og søknaden står som tildelt. Dette kan ikke"
            " angres.",
            "Registrer underskrift",
            act,
            "lease.signed",
        )
        dialog.form.line(self._day("signed_on", "Begge skrev under"))
        dialog.form.line(ScanField("file", "Skannet avtale"))
        dialog.open()
        return dialog

    def cancel(self, lease: LeaseId) -> AskDialog:
        """It was never signed."""

        def act(values: Values) -> None:
            self._office.leases.cancel(lease, str(values["reason"] or ""))

        dialog = self._ask(
            "Avtalen blir ikke brukt",
            "Avtalen blir stående med merket «ikke tatt i bruk». Dette kan ikke angres.",
            "Ta den ut",
            act,
            "lease.cancelled",
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.open()
        return dialog

    def on_paper(self, issue: Callable[[], object]) -> AskDialog:
        """Asks once before a lease that is printed and not kept (ADR-02)."""
        dialog = AskDialog(
            "Lag leieavtalen på papir",
            "Avtalen vises én gang, så ha skriveren klar. Verken avtalen eller vilkårene lagres."
            " Adressen fyller du inn for hånd.",
            "Lag og skriv ut",
            _placed(lambda _values: issue()),
            words=problem_words,
            message=message,
            parent=self._window,
        )
        dialog.open()
        return dialog

    def let_on_paper(self, dwelling: DwellingId, start: date | None) -> AskDialog:
        """«Opptatt (skjermet)»: the dwelling is let, without to whom."""

        def act(values: Values) -> None:
            since = _day_in(values, "since")
            reference = str(values["paper_reference"] or "")
            self._office.leases.let_on_paper(dwelling, since, reference)

        dialog = self._ask(
            "Boligen er opptatt (skjermet)",
            "Registeret får vite at boligen er leid ut, og hvor papiret ligger, men ikke til hvem.",
            "Sett boligen som opptatt",
            act,
            "dwelling.let_on_paper",
        )
        since = DateField("since", "Fra", today=self._today)
        since.set_value(start or self._today())
        hint = "For eksempel «mappe 12 i skapet». Ikke navn."
        dialog.form.line(since)
        dialog.form.line(TextField("paper_reference", "Hvor papiret ligger", hint=hint))
        dialog.open()
        return dialog

    def begin(
        self,
        vedtak: VedtakId | None,
        dwelling: DwellingId | None,
        tenant: PersonId | None,
        prepare: Callable[[VedtakId | None, DwellingId | None, PersonId | None], object],
    ) -> AskDialog:
        """Who rents, and which dwelling; only what is not known is asked."""

        def act(values: Values) -> None:
            chosen, where = values.get("vedtak", vedtak), values.get("dwelling", dwelling)
            if tenant is None and chosen is None:
                raise Invalid([Problem("vedtak", "tenant_missing")])
            if where is None and not self._has_dwelling(chosen):
                raise Invalid([Problem("dwelling", "dwelling_missing")])
            prepare(
                VedtakId(chosen) if isinstance(chosen, int) else None,
                DwellingId(where) if isinstance(where, int) else None,
                tenant,
            )

        dialog = AskDialog(
            "Ny leieavtale",
            "Husrom fyller ut avtalen fra vedtaket, boligen og loven. Du kan endre alt før den"
            " lages.",
            "Lag utkast",
            _placed(act),
            words=problem_words,
            message=message,
            parent=self._window,
        )
        if vedtak is None and tenant is None:
            options = self._granted()
            prompt = "Velg vedtak" if options else "Ingen vedtak venter på bolig"
            dialog.form.line(ChoiceField("vedtak", "Leietaker", options, prompt=prompt))
        if dwelling is None:
            homes = self._vacant()
            prompt = "Velg bolig" if homes else "Ingen boliger er ledige"
            hint = "La stå tomt når vedtaket har fått en bolig." if tenant is None else ""
            dialog.form.line(ChoiceField("dwelling", "Bolig", homes, prompt=prompt, hint=hint))
        dialog.open()
        return dialog

    def _has_dwelling(self, vedtak: object) -> bool:
        if not isinstance(vedtak, int):
            return False
        return self._office.allocation.dwelling_for(VedtakId(vedtak)) is not None

    def _granted(self) -> Sequence[tuple[object, str]]:
        """Vedtak that let someone rent, of those who have no lease yet."""
        housed = {
            row.tenant
            for row in self._office.leases.rows()
            if row.state.holds and row.state is not LeaseState.DRAFT
        }
        return [
            (row.id, f"{row.applicant_name} · {row.number}")
            for row in self._office.decisions.rows()
            if row.issued_on is not None and row.result.grants and row.applicant not in housed
        ]

    def _vacant(self) -> Sequence[tuple[object, str]]:
        """Those that are ready, and shared ones where another has a room already."""
        shared = self._office.dwellings.shared()
        return [
            (row.id, row.address)
            for row in self._office.dwellings.rows()
            if row.status is DwellingStatus.READY
            or (row.status is DwellingStatus.LET and row.id in shared)
        ]

    def _ask(self, title: str, explanation: str, verb: str, act: Act, told: str) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told), undo=False)

        return AskDialog(
            title,
            explanation,
            verb,
            _placed(do),
            words=problem_words,
            message=message,
            kind=ButtonKind.PRIMARY,
            parent=self._window,
        )

    def _day(self, name: str, label: str) -> DateField:
        field = DateField(name, label, today=self._today)
        field.set_value(self._today())
        return field


def _placed(act: Act) -> Act:
    """A problem of what the dialog has no field for is told at its foot."""

    def do(values: Values) -> object:
        try:
            return act(values)
        except Invalid as error:
            if any(problem.field in values for problem in error.problems):
                raise
            first = error.problems[0]
            raise OfficeError(first.code, **first.facts) from error

    return do


def _scan(path: object) -> tuple[bytes | None, str]:
    return scanned(path) or (None, MEDIA_TYPES[".pdf"])


def _day_in(values: Values, name: str) -> date:
    value = values[name]
    if not isinstance(value, date):
        raise Invalid([Problem(name, "day_missing")])
    return value
