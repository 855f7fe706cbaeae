"""«Foreslå bolig»: which vacant dwellings suit one on the list, and giving one of them."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.allocation.model import Candidate
from app.core.ids import ApplicationId, DwellingId, VedtakId
from app.core.records import dataclass
from app.decisions.model import VedtakState
from app.dwellings.model import DwellingRow
from app.office import Office
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.labels import message, problem, reason, title_word


@dataclass(frozen=True, slots=True)
class Proposal:
    """A vacant dwelling and how it suits."""

    dwelling: DwellingRow
    candidate: Candidate

    @property
    def order(self) -> tuple[int, int]:
        """Those that fit first, the closest size before a larger one."""
        spare = (self.dwelling.bedrooms or 0) - (self.candidate.place.row.bedrooms or 0)
        return len(self.candidate.why_not), abs(spare)


def proposals(office: Office, application: ApplicationId) -> tuple[Proposal, ...]:
    """Every vacant dwelling with why and why not, the best first."""
    ready = {each.id for each in office.dwellings.ready()}
    vacant = [row for row in office.dwellings.rows() if row.id in ready]
    found = []
    for dwelling in vacant:
        for candidate in office.allocation.candidates(dwelling.id):
            if candidate.place.row.id == application:
                found.append(Proposal(dwelling, candidate))
    return tuple(sorted(found, key=lambda each: each.order))


def vedtak_without_dwelling(office: Office, application: ApplicationId) -> VedtakId | None:
    """The grant that still waits for its dwelling; None when the vedtak lies elsewhere."""
    for row in office.decisions.rows(application):
        granted = row.state is not VedtakState.DRAFT and row.result.grants
        if granted and office.allocation.dwelling_for(row.id) is None:
            return row.id
    return None


class ProposeDialog(AskDialog):
    """The vacant dwellings as a list; the verb gives the one stood on."""

    def __init__(
        self,
        office: Office,
        application: ApplicationId,
        name: str,
        done: Callable[[DwellingId], object],
        parent: QWidget | None = None,
    ) -> None:
        self.vedtak = vedtak_without_dwelling(office, application)
        self.proposals = proposals(office, application)
        self.list = RowList("Ledige boliger", Shape.RESULTS)

        def act(values: Mapping[str, object]) -> None:
            chosen = self.chosen
            if chosen is None:
                return
            if self.vedtak is not None:
                why = str(values.get("reason") or "")
                office.allocation.give(self.vedtak, chosen, office.clock.today(), why)
            done(chosen)

        verb = "Gi boligen" if self.vedtak is not None else "Skriv vedtak om boligen"
        super().__init__(
            "Foreslå bolig",
            f"Ledige boliger for {name}. De som passer best, står øverst.",
            verb,
            act,
            words=problem,
            message=message,
            width=600,
            parent=parent,
        )
        self._fill()

    def _fill(self) -> None:
        self.list.setMinimumHeight(fonts.px(190))
        self.list.set_rows([_row(each) for each in self.proposals])
        card = Card(flush=True)
        card.add(self.list)
        self.body.insertWidget(0, card, 1)
        self.list.activated_key.connect(lambda _key: self.verb_button.click())
        self.list.current_key.connect(lambda _key: self._tell())
        if self.vedtak is not None:
            self.form.line(TextField("reason", "Grunn", optional=True))
        self.list.select_end(last=False)
        self.list.setFocus()
        self._tell()

    @property
    def chosen(self) -> DwellingId | None:
        """The dwelling stood on."""
        current = self.list.current
        return DwellingId(current.key) if current and isinstance(current.key, int) else None

    def _tell(self) -> None:
        here = next((p for p in self.proposals if p.dwelling.id == self.chosen), None)
        if here is None:
            self.set_off("Ingen boliger er ledige nå.")
        elif here.candidate.fits:
            self.set_off("")
        else:
            why_not = here.candidate.why_not
            self.set_off(" ".join(reason(each) for each in why_not))


def _row(proposal: Proposal) -> Row:
    candidate = proposal.candidate
    told = candidate.why_not or candidate.why[:1]
    words = "Passer" if candidate.fits else title_word(candidate.why_not[0].code)
    return Row(
        proposal.dwelling.id,
        proposal.dwelling.address,
        " ".join(reason(each) for each in told),
        icon=Icon.HOME,
        end_chip=Chip(ChipKind.OK if candidate.fits else ChipKind.NOT_STARTED, words),
    )
