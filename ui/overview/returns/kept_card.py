"""What was answered before: the snapshots of a return, and what is another number now."""

from PySide6.QtWidgets import QWidget

from app.core.days import short_day
from app.core.text import plural
from app.office import Office
from app.overview.snapshots.model import ReturnKind, Snapshot
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day

MOST = 8


class KeptCard(Card):
    """The newest first; Enter on one shows it beside the numbers of today."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Øyeblikksbilder"), icon=Icon.SAVED, parent=parent)
        self._office = office
        self.rows = RowList(self.tr("Øyeblikksbilder"), Shape.RESULTS, whole=True)
        self.none = Label(
            self.tr(
                "Ingen er tatt vare på ennå. Et øyeblikksbilde holder på tallene slik de var, så"
                " du kan se hva som er endret senere."
            ),
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
        self.add(self.none, self.rows)

    def show_kind(self, kind: ReturnKind) -> None:
        """Those of one return."""
        found = self._office.snapshots.of(kind)[:MOST]
        self.rows.set_rows([self._row(each) for each in found])
        self.rows.setVisible(bool(found))
        self.none.setVisible(not found)

    def _row(self, kept: Snapshot) -> Row:
        officer = self._office.settings.officer(kept.by)
        by = self.tr(" av {}").format(officer.name) if officer else ""
        numbers = plural(len(kept.figures), self.tr("tall"), self.tr("tall"))
        why = self.tr("Tatt vare på {}{} · {}").format(short_day(kept.kept_at.date()), by, numbers)
        return Row(
            kept.id,
            days_words(kept),
            why,
            icon=Icon.SAVED,
            action=self.tr("Sammenlign"),
            end_words=self.tr("Sammenlign med nå"),
        )


def days_words(kept: Snapshot) -> str:
    """«01.01.2025–31.12.2025»."""
    if kept.first == kept.last:
        return day(kept.last)
    return f"{day(kept.first)}–{day(kept.last)}"
