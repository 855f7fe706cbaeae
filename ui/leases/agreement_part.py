"""What was agreed and its papers: the first part of a lease."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.ids import Ref
from app.core.money import format_kroner
from app.leases.conditions.model import Carried, Outcome
from app.leases.model import Lease, LeaseKind
from app.letters.model import DocumentKind, DocumentRow, DocumentState, Source
from app.office import Office
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, near_day, title_word
from ui.leases.conditions.card import conditions_card
from ui.leases.conditions.dialogs import told_dialog
from ui.leases.orders.card import order_card
from ui.leases.part import Part
from ui.navigation import Navigator, PageId

_PAPER_CHIPS = {
    DocumentState.FINISHED: (ChipKind.WAITING, "Usendt"),
    DocumentState.DISPATCHED: (ChipKind.INFO, "Sendt"),
    DocumentState.ARRIVED: (ChipKind.OK, "Framme"),
    DocumentState.RETURNED: (ChipKind.URGENT, "I retur"),
    DocumentState.ANNULLED: (ChipKind.NOT_STARTED, "Annullert"),
    DocumentState.SUPERSEDED: (ChipKind.NOT_STARTED, "Erstattet"),
}


class AgreementPart(Part):
    """Documents, and what they say."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self._order = office.orders.of(lease.id)
        self._tenant = office.people.get(lease.draft.tenant)
        order = order_card(office, lease)
        self.conditions = conditions_card(office, lease, self._tell)
        self.add(*((order,) if order else ()), self._papers(), self.conditions, self._agreed())

    def begin(self) -> None:
        self._ways_on[0].setFocus()

    def _tell(self, carried: Carried, outcome: Outcome) -> None:
        told_dialog(self.office, self.navigator, carried, outcome, self)

    def _papers(self) -> Card:
        card = Card(self.tr("Dokumenter"), icon=Icon.DOCUMENT, flush=True)
        papers = self.office.letters.of(Ref("lease", self.lease.id))
        rows = RowList(self.tr("Dokumenter"), Shape.TODAY, whole=True)
        rows.set_rows([self._paper(paper) for paper in papers])
        rows.activated_key.connect(self._open_paper)
        if papers:
            card.add(rows)
        else:
            rows.deleteLater()
            none = Label(
                self.tr("Ingen. Avtalen ble hentet inn fra et regneark."),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
            none.setContentsMargins(fonts.px(16), 0, fonts.px(16), fonts.px(10))
            card.add(none)
        if papers:
            card.set_count(len(papers))
        return card

    def _paper(self, paper: DocumentRow) -> Row:
        received = paper.source is Source.RECEIVED
        made = self.tr("Mottatt") if received else self.tr("Laget")
        today = self.office.clock.today()
        sent = self.tr("Sendt {}.").format(day(paper.sent_on)) if paper.sent_on else ""
        return Row(
            paper.id,
            title_word(paper.kind),
            f"{made} {day(paper.issued_at.date())}. {sent}".strip(),
            Chip(ChipKind.OK, made) if received else self._chip(paper),
            when=near_day(paper.issued_at.date(), today),
            how_long=paper.number,
            action=self.tr("Se dokumentet"),
            action_icon=Icon.DOCUMENT,
        )

    def _chip(self, paper: DocumentRow) -> Chip:
        """An ordered lease goes with the order, and is not sent by itself."""
        if self._order is not None and paper.kind is DocumentKind.LEASE:
            return Chip(ChipKind.INFO, self.tr("Vedlegg"))
        return Chip(*_PAPER_CHIPS[paper.state])

    def _open_paper(self, key: object) -> None:
        if isinstance(key, int):
            self.navigator.open(PageId.LETTERS, Ref("document", key))

    def _agreed(self) -> Card:
        card = Card(self.tr("Avtalt"), icon=Icon.LIST)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        self._ways_on = self._links()
        for link in self._ways_on:
            row.addWidget(link)
        row.addStretch(1)
        card.add(Facts(self._facts()), row)
        return card

    def _facts(self) -> Sequence[Fact]:
        draft = self.lease.draft
        kind = (
            self.tr("Tidsubestemt")
            if draft.kind is LeaseKind.OPEN_ENDED
            else title_word(draft.kind)
        )
        rent = format_kroner(draft.rent) if draft.rent is not None else ""
        facts = [
            Fact(self.tr("Type"), kind),
            Fact(self.tr("Underskrevet"), day(self.lease.signed_on)),
            Fact(self.tr("Husleie per måned"), rent),
            Fact(self.tr("Forfall"), self.tr("Den {}.").format(draft.due_day)),
            Fact(self.tr("KID"), draft.kid),
        ]
        if draft.deposit > 0:
            facts.append(Fact(self.tr("Depositum"), format_kroner(draft.deposit)))
        if draft.guarantee > 0:
            words = f"{format_kroner(draft.guarantee)}, {draft.guarantor}"
            facts.append(Fact(self.tr("Garanti"), words))
        return facts

    def _links(self) -> list[Button]:
        links = [(self.tr("Åpne leietakeren"), Icon.PERSON, Ref("person", self._tenant.id))]
        if self._tenant.protection is AddressProtection.NONE:
            home = Ref("dwelling", self.lease.draft.dwelling)
            links.append((self.tr("Åpne boligen"), Icon.DWELLINGS, home))
        if self.lease.draft.vedtak is not None:
            vedtak = Ref("vedtak", self.lease.draft.vedtak)
            links.append((self.tr("Åpne vedtaket"), Icon.DOCUMENT, vedtak))
        go = self.navigator.open_ref
        return [
            Button(words, partial(go, ref), icon=icon, size=ButtonSize.SMALL)
            for words, icon, ref in links
        ]
