"""Giving a dwelling to one on the list: at once under the vedtak, or by writing the vedtak."""

from PySide6.QtWidgets import QWidget

from app.applications.model import ApplicationState
from app.core.ids import ApplicationId, DwellingId, Ref
from app.office import Office
from ui.allocation.columns import Waiting
from ui.allocation.propose import ProposeDialog, vedtak_without_dwelling
from ui.labels import done
from ui.navigation import Navigator, PageId


class Giving:
    """The verbs that end the wait of one on the list."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        self._office, self._navigator = office, navigator

    def words(self, here: Waiting) -> str:
        """What the button says for one and the dwelling asked about."""
        held = vedtak_without_dwelling(self._office, here.row.id)
        return "Gi boligen" if held is not None else "Skriv vedtak om boligen"

    def ask(self, here: Waiting, parent: QWidget) -> ProposeDialog:
        """Which vacant dwelling suits the one stood on."""
        dialog = ProposeDialog(
            self._office,
            here.row.id,
            here.row.name,
            lambda dwelling: self._chosen(here, dwelling),
            parent,
        )
        dialog.open()
        return dialog

    def _chosen(self, here: Waiting, dwelling: DwellingId) -> None:
        row = self._office.applications.rows_of(frozenset({here.row.id}))[0]
        if row.state is ApplicationState.ALLOCATED:
            self._navigator.tell(done("dwelling.allocated"))
        else:
            self._write(here.row.id, dwelling)

    def give(self, here: Waiting, dwelling: DwellingId) -> None:
        """This dwelling to this one, today."""
        vedtak = vedtak_without_dwelling(self._office, here.row.id)
        if vedtak is None:
            self._write(here.row.id, dwelling)
            return
        today = self._office.clock.today()
        if self._navigator.attempt(
            lambda: self._office.allocation.give(vedtak, dwelling, today, "")
        ):
            self._navigator.tell(done("dwelling.allocated"))

    def offer(self, here: Waiting, dwelling: DwellingId) -> None:
        """The letter that offers this dwelling to this one."""
        ref = Ref("dwelling", dwelling)
        self._navigator.open(PageId.OFFERS, ref, f"offer {here.row.id}")

    def offer_off(self, here: Waiting | None) -> str:
        """Why it can not be offered, or nothing."""
        if here is None:
            return "Velg en på listen først."
        if here.candidate is not None and not here.candidate.fits:
            return "Boligen passer ikke. Grunnene står til høyre."
        held = vedtak_without_dwelling(self._office, here.row.id)
        return "" if held is not None else "Fatt vedtaket først."

    def _write(self, application: ApplicationId, dwelling: DwellingId) -> None:
        ref = Ref("application", application)
        self._navigator.open(PageId.VEDTAK, ref, f"dwelling {dwelling}")
