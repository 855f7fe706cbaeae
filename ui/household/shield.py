"""«Skjerm»: every place that holds the address, one act that cannot be taken back, the receipt."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import PersonId
from app.core.text import plural
from app.office import Office
from app.people.model import Person, ShieldReport
from ui.household.receipt import receipt
from ui.kit.ask import BareForm, fit
from ui.kit.buttons import ButtonKind
from ui.kit.cards import Callout, Fact, Facts, clear
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import message, problem

PLACES = {
    "person_address": ("adresse", "adresser"),
    "application": ("søknad", "søknader"),
    "intake": ("søknadsskjema", "søknadsskjemaer"),
    "representative": ("fullmakt", "fullmakter"),
    "consent": ("samtykke", "samtykker"),
    "allocation": ("tildeling", "tildelinger"),
    "vedtak": ("vedtak", "vedtak"),
    "lease": ("leieforhold", "leieforhold"),
    "offer": ("tilbud", "tilbud"),
    "reservation": ("reservasjon", "reservasjoner"),
    "document": ("dokument", "dokumenter"),
    "stay": ("midlertidig opphold", "midlertidige opphold"),
    "homeless_told": ("oppholdssted", "oppholdssteder"),
    "saved_list": ("egen liste", "egne lister"),
    "pack_text": ("tekst i en rapport", "tekster i rapporter"),
}
OTHER = ("annen opplysning", "andre opplysninger")


def place_words(counted: Sequence[tuple[str, int]]) -> str:
    """«2 adresser, 1 leieforhold», or that there are none."""
    parts = [plural(count, *PLACES.get(kind, OTHER)) for kind, count in counted]
    return ", ".join(parts) or "ingen"


def copies_to_destroy(office: Office) -> list[str]:
    """The backups that still hold the address, by name: here, and in the second place."""
    newest, outside = office.safekeeping.newest(), office.safekeeping.status().outside_folder
    folders = [newest.parent] if newest else []
    if outside and Path(outside).is_dir():
        folders.append(Path(outside))
    return [path.name for folder in folders for path in sorted(folder.glob("*.husromkopi"))]


class ShieldDialog(Dialog):
    """Says what will go, asks once, does it, and opens the receipt."""

    def __init__(self, office: Office, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            f"Skjerm {person.name}",
            "Ved strengt fortrolig adresse skal ingenting i registeret vise hvor personen og de i"
            " husstanden bor. Husrom fjerner det overalt på én gang. Dette kan ikke angres.",
            leave="Behold som før",
            width=600,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._person = office, person
        self.add(Facts(self._facts()))
        self.form = BareForm("Skjerm", problem)
        self.form.line(
            TextField("source", "Hvem har sagt fra", hint="For eksempel Folkeregisteret."),
            TextField("paper", "Hvor papiret ligger", hint="For eksempel «Safe, perm 4»."),
        )
        self.add(self.form)
        self._refusal = QVBoxLayout()
        self.body.addLayout(self._refusal)
        self.add_button("Skjerm nå", self._shield, ButtonKind.DANGER)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)

    def _facts(self) -> list[Fact]:
        people = self._office.people
        counted = Counter(ref.kind for ref in people.places_of(self._person.id))
        household = people.household_of(self._person.id)
        together = [m.name for m in household.members if m.until is None] if household else []
        return [
            Fact("Gjelder", ", ".join(together) or self._person.name),
            Fact("Fjernes fra registeret", place_words(sorted(counted.items()))),
            Fact("Fjernes fra historikken", "verdiene av det samme"),
            Fact("Kladder", "alle"),
            Fact(
                "Må ødelegges etterpå",
                plural(len(copies_to_destroy(self._office)), "sikkerhetskopi", "sikkerhetskopier"),
            ),
        ]

    def _shield(self) -> bool:
        clear(self._refusal)
        values = self.form.values()
        missing = [
            Problem(name, "reason_missing", "ADR-02") for name, value in values.items() if not value
        ]
        if missing:
            self.form.show_problems(missing)
            self.form.jump_to_first()
            return False
        try:
            report = self._office.people.shield(
                self._person.id, str(values["source"]), str(values["paper"])
            )
        except Invalid as error:
            self.form.show_problems(error.problems)
            return False
        except OfficeError as error:
            self._refusal.addWidget(Callout(ChipKind.SOON, message(error)))
            return False
        ShieldDone(self._office, report, self.parentWidget()).open()
        return True


class ShieldDone(Dialog):
    """What was done, and what must still be done by hand."""

    def __init__(self, office: Office, report: ShieldReport, parent: QWidget | None = None) -> None:
        super().__init__(
            "Adressen er fjernet",
            "Ta en ny sikkerhetskopi nå. Ødelegg deretter de gamle; de har fortsatt adressen.",
            leave="Lukk",
            width=600,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        facts, copies = receipt_facts(office, report), copies_to_destroy(office)
        self._paper = office.letters.preview(receipt(office, report, facts, copies))
        self.add(Facts(facts))
        if copies:
            self.add(Label("Kopier som må ødelegges", Type.LABEL_STRONG))
            for name in copies:
                self.add(Label(name, Type.HELP, Token.TEXT2, tabular=True))
        self.add_button("Skriv ut listen …", self._print, ButtonKind.PRIMARY)

    def _print(self) -> bool:
        """Show the paper; the list stays open behind it."""
        paper = DocumentDialog(
            "Liste over det som er gjort",
            "Legg listen der papiret med adressen ligger.",
            [("Liste", self._paper)],
            self,
        )
        paper.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paper.finished.connect(lambda _result: paper.release())
        paper.open()
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)


def receipt_facts(office: Office, report: ShieldReport) -> list[Fact]:
    """What «Skjerm» did, for the screen and for paper."""
    names = (office.people.get(PersonId(person)).name for person in report.people)
    return [
        Fact("Gjelder", ", ".join(names)),
        Fact("Fjernet", place_words([(kind, n) for kind, n in report.removed if n])),
        Fact(
            "Tømt i historikken",
            plural(report.history_emptied, "opplysning", "opplysninger"),
        ),
        Fact("Papiret ligger", report.paper_reference),
    ]
