"""«Beboere»: who lives there, who has asked to, and the lease that gets another tenant."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import PersonId, Ref
from app.leases.model import Lease, LeaseState
from app.leases.residents.model import (
    Consent,
    ConsentKind,
    Resident,
    ResidentStanding,
    Tie,
)
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, done, named, title_word
from ui.leases.part import Part
from ui.leases.residents.change_card import ChangeCard
from ui.leases.residents.dialogs import RequestDialog
from ui.leases.residents.request_card import RequestCard
from ui.navigation import Navigator, PageId

RESIDENTS = "residents"
_R = ResidentStanding
_CHIPS = {
    _R.TENANT: ChipKind.LET,
    _R.FROM_THE_START: ChipKind.OK,
    _R.NOT_NEEDED: ChipKind.OK,
    _R.CONSENTED: ChipKind.OK,
    _R.DEEMED_CONSENT: ChipKind.OK,
    _R.WAITING: ChipKind.WAITING,
    _R.REFUSED: ChipKind.NO,
    _R.NOT_ASKED: ChipKind.UNKNOWN,
}
_SHORT = {
    _R.TENANT: "Leietaker",
    _R.FROM_THE_START: "Fra starten",
    _R.NOT_NEEDED: "Fritt",
    _R.DEEMED_CONSENT: "Ved taushet",
    _R.WAITING: "Venter",
}


class ResidentsPart(Part):
    """Made anew at every change."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.open = lease.state.lived_in or lease.state is LeaseState.SIGNED
        self.consents = office.residents.consents(lease.id)
        self.verbs: dict[str, Button] = {}
        self.cards = [RequestCard(self, each) for each in self.consents if self._acts_on(each)]
        self.add(*self.cards, self._there())
        past = [each for each in self.consents if not self._acts_on(each)]
        if past:
            self.add(self._past(past))
        self.change = ChangeCard(self)
        self.add(self.change)

    def begin(self) -> None:
        first = next((button for card in self.cards for button in card.buttons), None)
        first = first or next(iter(self.verbs.values()), None)
        if first is not None:
            first.setFocus()
        else:
            self.rows.setFocus()

    def told(self, verb: str) -> None:
        """Say what was done."""
        self.navigator.tell(done(verb))

    # who lives there

    def _there(self) -> Card:
        there = self.office.residents.residents(self.lease.id)
        card = Card(self.tr("Bor her"), icon=Icon.PEOPLE, flush=True)
        card.set_count(len(there))
        self.rows = RowList(self.tr("Bor her"), Shape.TODAY, whole=True)
        self.rows.set_rows([self._row(place, each) for place, each in enumerate(there)])
        people = [each.person for each in there]
        self.rows.activated_key.connect(partial(self._open_person, people))
        card.add(self.rows)
        if len(there) == 1:
            alone = Label(
                self.tr("Leietakeren bor alene så vidt registeret vet."),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
            alone.setContentsMargins(fonts.px(16), 0, fonts.px(16), fonts.px(4))
            card.add(alone)
        if self.open:
            card.add(self._ways())
        return card

    def _row(self, place: int, each: Resident) -> Row:
        known = each.person is not None
        return Row(
            place,
            named(each.name),
            self._why(each),
            Chip(_CHIPS[each.standing], _SHORT.get(each.standing, title_word(each.standing))),
            when=day(each.since) if each.since else "",
            how_long=self.tr("til {}").format(day(each.until)) if each.until else "",
            action=self.tr("Åpne") if known else "",
            action_icon=Icon.OPEN if known else None,
        )

    def _why(self, each: Resident) -> str:
        words = title_word(each.tie)
        if each.gets_copy:
            return f"{words}. {self.tr('Skal ha kopi hvis avtalen sies opp.')}"
        if each.tie is Tie.TENANT:
            return words
        return f"{words}. {title_word(each.standing)}."

    def _open_person(self, people: Sequence[PersonId | None], key: object) -> None:
        person = people[key] if isinstance(key, int) else None
        if person is not None:
            self.navigator.open(PageId.HOUSEHOLD, Ref("person", person))

    def _ways(self) -> QWidget:
        ways = (
            (ConsentKind.HOUSEHOLD, self.tr("Noen vil flytte inn …")),
            (ConsentKind.PART_SUBLET, self.tr("Leie ut en del …")),
            (ConsentKind.ABSENCE_SUBLET, self.tr("Framleie i fravær …")),
        )
        holder, inner = QWidget(), QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(fonts.px(16), fonts.px(6), fonts.px(16), fonts.px(10))
        around.addWidget(inner)
        flow = FlowLayout(fonts.px(8), inner)
        for kind, words in ways:
            button = Button(words, partial(self.ask, kind), size=ButtonSize.SMALL)
            self.verbs[kind] = button
            flow.addWidget(button)
        return holder

    def ask(self, kind: ConsentKind) -> RequestDialog:
        """Someone asks."""
        told = partial(self.told, "consent_request.received")
        dialog = RequestDialog(self.office, self.lease.id, kind, told, parent=self.window())
        dialog.open()
        return dialog

    # what was asked before

    def _acts_on(self, each: Consent) -> bool:
        """Whether something is left to do with it."""
        moved = each.request.person is not None or each.request.draft.kind.sublet
        return self.open and (each.state.open or (each.state.lets_in and not moved))

    def _past(self, past: list[Consent]) -> Card:
        card = Card(self.tr("Tidligere søknader"), icon=Icon.HISTORY, flush=True)
        rows = RowList(self.tr("Tidligere søknader"), Shape.TIMELINE, whole=True)
        rows.set_rows(
            [
                Row(
                    each.request.id,
                    f"{named(each.request.draft.name)}: {title_word(each.state).lower()}",
                    title_word(each.request.draft.kind),
                    icon=Icon.PERSON,
                    when=day(each.request.received_on),
                )
                for each in past
            ]
        )
        card.add(rows)
        card.set_count(len(past))
        return card
