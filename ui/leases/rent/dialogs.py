"""What is asked about rents: the index, a link of bases, the last change, a rent put right."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import LeaseId
from app.core.money import Ore, format_kroner
from app.core.price_index import factor_text, month_text, read_factor, read_month
from app.core.text import plural
from app.leases.rents.model import Correction, IndexLink, ToldFixing
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField, ReadField, TextField
from ui.labels import done, message, problem
from ui.leases.rent.words import read_base
from ui.navigation import Navigator

MONTH_WIDTH = 120
BASE_WIDTH = 110
Values = Mapping[str, object]


def written_month(value: object) -> str:
    """«2025M06»."""
    return month_text(value) if isinstance(value, date) else ""


def month_field(name: str, label: str, hint: str = "") -> ReadField:
    """A month of the index."""
    return ReadField(
        name, label, read_month, written_month, width=MONTH_WIDTH, example="2025M06", hint=hint
    )


def base_field(name: str, label: str, hint: str = "") -> ReadField:
    """The year that is 100."""
    return ReadField(
        name, label, read_base, str, width=BASE_WIDTH, example="2015", suffix="=100", hint=hint
    )


def _factor(value: object) -> str:
    return factor_text(value) if isinstance(value, int) else ""


class RentDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def index(self) -> AskDialog:
        """«Legg inn KPI»: one month or many pasted, each with its base and where it was read."""

        def act(values: Values) -> None:
            base = str(values["base"] or "")
            try:
                read = self._office.rents.read_index(str(values["values"] or ""), base)
            except OfficeError as error:
                raise Invalid([Problem("values", error.code, facts=dict(error.facts))]) from error
            count = self._office.rents.add_index(read, str(values["source"] or ""))
            words = plural(count, "ny verdi", "nye verdier") if count else "Ingen nye verdier"
            self._navigator.tell(f"{done('price_index.recorded')}: {words}", undo=count > 0)

        dialog = self._ask(
            "Legg inn KPI",
            "Skriv eller lim inn måneder fra konsumprisindeksen. En måned som er lagt inn før, blir"
            " rettet, og den gamle verdien blir stående i historikken.",
            "Legg inn",
            act,
        )
        dialog.form.line(
            base_field("base", "Grunnlag", "Året som er 100. Det står i overskriften på tabellen.")
        )
        dialog.form.line(
            MultilineField(
                "values",
                "Måneder og verdier",
                lines=5,
                example="2025M06 140,2",
                hint="Én måned på hver linje.",
            )
        )
        dialog.form.line(TextField("source", "Kilde", example="SSB tabell 05327"))
        newest = self._office.rents.series().newest
        if newest is not None:
            dialog.form.set_values({"base": newest.base, "source": newest.source})
        dialog.open()
        return dialog

    def link(self) -> AskDialog:
        """A factor between two bases, with its source."""

        def act(values: Values) -> None:
            factor = values["factor"]
            link = IndexLink(
                str(values["from_base"] or ""),
                str(values["to_base"] or ""),
                factor if isinstance(factor, int) else 0,
                str(values["source"] or ""),
            )
            if not isinstance(factor, int):
                raise Invalid([Problem("factor", "factor_unreadable")])
            self._office.rents.link_bases(link)
            self._navigator.tell(done("price_index.linked"))

        dialog = self._ask(
            "Knytt sammen to grunnlag",
            "Tall med ulikt grunnlag kan ikke deles på hverandre. Har SSB gitt en faktor, skriver"
            " du den her. Det nye tallet ganges med faktoren.",
            "Knytt sammen",
            act,
        )
        dialog.form.line(
            base_field("from_base", "Nytt grunnlag"), base_field("to_base", "Gammelt grunnlag")
        )
        dialog.form.line(
            ReadField("factor", "Faktor", read_factor, _factor, width=MONTH_WIDTH, example="1,402")
        )
        dialog.form.line(TextField("source", "Kilde", example="Hvor faktoren står"))
        dialog.open()
        return dialog

    def fixing(self, leases: Sequence[LeaseId]) -> AskDialog:
        """When the rent of leases from a sheet was last changed."""

        def act(values: Values) -> None:
            since, month = values["since"], values["month"]
            told = ToldFixing(
                since if isinstance(since, date) else None,
                month if isinstance(month, date) else None,
                by_index=values["by_index"] is not False,
            )
            self._office.rents.tell_fixing(leases, told)
            self._navigator.tell(done("rent.fixing_told"))

        count = plural(len(leases), "leieforhold", "leieforhold")
        dialog = self._ask(
            "Oppgi siste regulering",
            f"Gjelder {count} fra regneark. Husleien endres ikke. Dagen og måneden avgjør når og"
            " hvor mye den kan reguleres neste gang.",
            "Lagre",
            act,
        )
        today = self._office.clock.today
        dialog.form.line(
            DateField("since", "Leien gjelder fra", today=today),
            month_field("month", "Indeks for"),
        )
        dialog.form.line(
            RadioField(
                "by_index",
                "Hvordan",
                [(True, "Regulert etter indeksen"), (False, "Satt på annen måte, eller usikkert")],
            )
        )
        dialog.form.set_values({"by_index": False})
        dialog.open()
        return dialog

    def correct(self, lease: LeaseId) -> AskDialog:
        """A rent that was too high is put right; what is owed back is told (HL-28)."""

        def act(values: Values) -> None:
            since, rent = values["since"], values["rent"]
            correction = Correction(
                since if isinstance(since, date) else None,
                Ore(rent) if isinstance(rent, int) else None,
                str(values["reason"] or ""),
            )
            owed = self._office.rents.overpaid(lease, correction)
            self._office.rents.correct(lease, correction)
            self._navigator.tell(
                f"{done('rent.corrected')}. Betal tilbake {format_kroner(owed)} med renter"
            )

        dialog = self._ask(
            "Rett husleien",
            "Bruk dette når leien har vært for høy. Det som er betalt for mye, skal betales tilbake"
            " med forsinkelsesrente. Husleieloven §\u00a04-4.",
            "Rett husleien",
            act,
        )
        dialog.form.line(
            MoneyField("rent", "Riktig leie per måned"),
            DateField("since", "Gjelder fra", today=self._office.clock.today),
        )
        dialog.form.line(TextField("reason", "Hvorfor"))
        dialog.open()
        return dialog

    def withdraw(self, lease: LeaseId) -> AskDialog:
        """A change that has not begun is given up."""

        def act(values: Values) -> None:
            self._office.rents.withdraw(lease, str(values["reason"] or ""))
            self._navigator.tell(done("document.annulled"))

        dialog = self._ask(
            "Trekk varselet",
            "Leien blir som den er. Er brevet alt sendt, må leietakeren få beskjed.",
            "Trekk varselet",
            act,
        )
        dialog.form.line(TextField("reason", "Hvorfor"))
        dialog.open()
        return dialog

    def _ask(
        self, title: str, explanation: str, verb: str, act: Callable[[Values], None]
    ) -> AskDialog:
        return AskDialog(
            title,
            explanation,
            verb,
            act,
            words=problem,
            message=message,
            parent=self._window,
        )
