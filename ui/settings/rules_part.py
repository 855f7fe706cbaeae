"""«Satser og regler»: every rate and period in force, its source, and the municipality's own."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.dated import DatedValue, Parameter
from app.core.errors import NotFound, OfficeError
from app.core.records import dataclass
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.kit.dialogs import Dialog
from ui.kit.field import Verdict
from ui.kit.fields import DateField, TextField
from ui.kit.filters import FilterRow, SearchField
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import dash, day, done, message
from ui.navigation import Navigator
from ui.settings.basis_dialog import BasisDialog
from ui.settings.rule_words import field_for, name_of, value_of
from ui.settings.section import buttons
from ui.settings.texts_dialog import TextsDialog
from ui.settings.versions_dialog import VersionsDialog


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One parameter as it is today."""

    parameter: Parameter
    version: DatedValue | None
    late: bool

    @property
    def chip(self) -> Chip | None:
        """Whether it is the municipality's own, or should have been renewed."""
        if self.late:
            return Chip(ChipKind.SOON, "Bør fornyes")
        if self.version is not None and self.version.local:
            return Chip(ChipKind.INFO, "Vår egen")
        return None


COLUMNS: tuple[Column[RuleRow], ...] = (
    Column(
        "name",
        "Sats eller frist",
        lambda row: name_of(row.parameter),
        second=lambda row: row.parameter.basis,
        strong=True,
        stretch=True,
        width=280,
    ),
    Column(
        "value",
        "Verdi i dag",
        lambda row: value_of(row.parameter, row.version),
        align=Align.RIGHT,
        width=126,
    ),
    Column(
        "since",
        "Fra",
        lambda row: day(row.version.valid_from if row.version else None),
        align=Align.RIGHT,
        width=116,
    ),
    Column(
        "state",
        "Merknad",
        lambda row: row.chip.text if row.chip else "",
        chip=lambda row: row.chip,
        width=116,
    ),
    Column(
        "source", "Kilde", lambda row: dash(row.version.source if row.version else ""), width=190
    ),
)


class RulesPart(QWidget):
    """The table, and setting a value of one's own."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__()
        self.office, self.navigator = office, navigator
        self._filters = FilterRow(SearchField(self.tr("Finn sats eller frist")))
        self.own_button = Button(self.tr("Sett vår egen verdi"), self.override, icon=Icon.RULES)
        self.table: RecordTable[RuleRow] = RecordTable(
            "rules",
            self.tr("Satser og regler"),
            RecordModel(COLUMNS),
            identity=lambda row: row.parameter.id,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self._filters)
        column.addWidget(self.table, 1)
        self.versions_button = Button(
            self.tr("Egne verdier"), self.show_versions, icon=Icon.HISTORY
        )
        self.bases_button = Button(self.tr("Hjemmel og klage"), self.show_bases, icon=Icon.RULES)
        self.texts_button = Button(self.tr("Brevtekster"), self.show_texts, icon=Icon.LETTER)
        row = buttons(self.own_button, self.versions_button, self.bases_button, self.texts_button)
        column.addLayout(row)
        self._filters.changed.connect(self._search)
        self.table.clear_filters.connect(self._filters.clear)
        self.table.current_changed.connect(lambda _row: self._judge())
        self.table.opened.connect(lambda _row: self.override())

    def reload(self) -> None:
        """Read anew."""
        today = self.office.clock.today()
        rows = [
            RuleRow(each, _version(each, today), each.outdated(today))
            for each in self.office.settings.parameters.values()
        ]
        self.table.set_rows(rows)
        self._search()
        self._judge()

    def leave(self) -> None:
        """Nothing half typed stays here."""

    def _search(self) -> None:
        search = self._filters.search
        self.table.search(search.text() if search else "")

    def _judge(self) -> None:
        row = self.table.current
        own = row is not None and bool(self.office.settings.own_versions(row.parameter.id))
        none = self.tr("Ingen egne verdier her") if row else self.tr("Velg en linje først")
        self.versions_button.set_off("" if own else none)
        if row is None:
            self.own_button.set_off(self.tr("Velg en linje først"))
        elif field_for(row.parameter) is None:
            self.own_button.set_off(self.tr("Denne følger bare med programmet"))
        else:
            self.own_button.set_off("")

    def override(self) -> None:
        """A value of one's own from a day, with its source."""
        row = self.table.current
        if row is None or field_for(row.parameter) is None:
            return
        dialog = OverrideDialog(self, self.office, row)
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def show_versions(self) -> None:
        """Every value of one's own for the chosen line, to be taken back while it has not begun."""
        row = self.table.current
        if row is not None:
            VersionsDialog(self.office, row.parameter, self.reload, self).open()

    def show_bases(self) -> None:
        """Which act decides each kind of case, who hears the appeal and within how long."""
        BasisDialog(self.office, self._based, self).open()

    def _based(self) -> None:
        self.navigator.tell(done("legal_basis.set"))

    def show_texts(self) -> None:
        """The words of the letters that the municipality may choose itself."""
        TextsDialog(self.office, self.navigator, self).open()


class OverrideDialog(Dialog):
    """The value, its first day, and where it was decided."""

    def __init__(self, parent: QWidget, office: Office, row: RuleRow) -> None:
        now = value_of(row.parameter, row.version)
        super().__init__(
            name_of(row.parameter), f"{row.parameter.basis}. I dag: {now}.", parent=parent
        )
        self._office, self._parameter = office, row.parameter
        self.value = field_for(row.parameter) or TextField("value", "Vår verdi")
        self.since = DateField("since", self.tr("Gjelder fra"), today=office.clock.today)
        self.since.set_value(office.clock.today())
        self.source = TextField(
            "source",
            self.tr("Kilde"),
            hint=self.tr("For eksempel saksnummer og dato for vedtaket i kommunestyret."),
        )
        self.add(self.value, self.since, self.source)
        self.add_button(self.tr("Sett verdien"), self._keep, ButtonKind.PRIMARY)
        for field in (self.value, self.since, self.source):
            field.changed.connect(lambda _name: self._judge())
        self._judge()

    def _judge(self) -> None:
        reason = ""
        if self.value.value() is None:
            reason = self.tr("Skriv verdien")
        elif self.since.value() is None:
            reason = self.tr("Skriv fra hvilken dag")
        elif not self.source.text():
            reason = self.tr("Skriv kilden")
        self.set_off(reason)

    def _keep(self) -> bool:
        value, since = self.value.value(), self.since.value()
        if not isinstance(value, int | str | date | Decimal) or not isinstance(since, date):
            return False
        version = DatedValue(value, since, None, self.source.text())
        try:
            self._office.settings.override(self._parameter.id, version)
        except OfficeError as error:
            self.value.show_verdict(Verdict.PROBLEM, message(error))
            return False
        return True


def _version(parameter: Parameter, today: date) -> DatedValue | None:
    try:
        return parameter.on(today)
    except NotFound:
        return None
