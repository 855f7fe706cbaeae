"""One dwelling: its facts as a form that saves itself, and its days at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Invalid
from app.core.ids import DwellingId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.dwellings.keys.model import DoorKeyId
from app.dwellings.model import Dwelling, DwellingStatus
from app.office import Office
from ui.dwellings import side
from ui.dwellings.clauses import ask_clause, clauses_card
from ui.dwellings.door_keys import MoveKey, RegisterKeys, keys_card
from ui.dwellings.form import DwellingForm
from ui.dwellings.landlord import OwnerDialogs, OwnerVerbs, owner_card
from ui.dwellings.offering import OfferingCard, held_chips, may_be_offered
from ui.dwellings.sale import ask_sale, sale_card, sale_chips
from ui.dwellings.status import CHIPS, DwellingVerbs
from ui.dwellings.suited import FeaturesDialog, SuitedDialog, suited_card
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.kit.timeline import Timeline
from ui.labels import done, title_word
from ui.navigation import Navigator, PageId
from ui.past import PastRow, changes, of

RIGHT = 300
BESIDE = 760  # the width from which the side has room beside the form
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide does not name


class DwellingCard(QWidget):
    """The view of one dwelling."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._dwelling: Dwelling | None = None
        self._verbs = DwellingVerbs(office, navigator, self)
        self.form = DwellingForm(self.tr("Boligen"), office.clock.today, whole=False)
        self._looked_over = Button(self.tr("Merk som sett over"), self.looked_over, icon=Icon.OK)
        self._why_not = Button(self.tr("Hvorfor ikke …?"), self.why_not, kind=ButtonKind.QUIET)
        self._why_not.setAccessibleName(self.tr("Hvorfor ikke denne boligen?"))
        self._find = Button(self.tr("Finn leietaker"), self.find_tenant, icon=Icon.PEOPLE)
        self.header = PageHeader(
            self.tr("Bolig"),
            primary=Button(
                self.tr("Endre status …"),
                self.change_status,
                kind=ButtonKind.PRIMARY,
                icon=Icon.REFRESH,
            ),
            secondary=(self._looked_over, self._find),
            extra=(ProblemChip(self.form), self._why_not),
        )
        self.side = side.SideColumn()
        self.timeline: Timeline[PastRow] = Timeline(self.tr("Historikk"), partial(changes, office))
        self.side.keep(self.timeline)
        self._below: bool | None = None
        self._build()
        self.form.left.connect(lambda _name: self.save())

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(fonts.px(12))
        left = QVBoxLayout()
        left.setSpacing(fonts.px(12))
        self._notes = QVBoxLayout()
        left.addLayout(self._notes)
        left.addWidget(self.form)
        left.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.side)
        frame.body().add(inside)
        outer.addWidget(frame)

    # what it shows

    def show_dwelling(self, dwelling_id: DwellingId) -> None:
        """Read the dwelling anew, but leave the field that is being typed in."""
        dwellings = self._office.dwellings
        dwelling = dwellings.get(dwelling_id)
        fresh = self._dwelling is None or self._dwelling.id != dwelling_id
        self._dwelling = dwelling
        self._tell_header(dwelling)
        self.form.suggest("owner_name", [owner.name for owner in dwellings.owners()])
        self.form.suggest("allocator", [who.name for who in dwellings.allocators()])
        self.form.show_draft(dwelling.draft, whole=fresh)
        clear(self._notes)
        if dwelling.draft.to_check:
            words = self.tr("Må ses over")
            self._notes.addWidget(Callout(ChipKind.SOON, words, dwelling.draft.to_check))
        self._looked_over.setVisible(bool(dwelling.draft.to_check))
        self._find.setVisible(dwelling.status is DwellingStatus.READY)
        self.side.set_cards(self._cards(dwelling))
        self.timeline.set_lines(of(self._office, Ref("dwelling", dwelling_id)))

    def _tell_header(self, dwelling: Dwelling) -> None:
        draft = dwelling.draft
        self.header.set_title(dwelling.address)
        chips = [Chip(CHIPS[dwelling.status], title_word(dwelling.status))]
        if draft.to_check:
            chips.append(Chip(ChipKind.SOON, self.tr("Må ses over")))
        chips += sale_chips(self._office.dwellings.sale(dwelling.id))
        chips += held_chips(self._office, dwelling)
        self.header.set_chips(chips)
        kind = draft.type_text or title_word(draft.dwelling_type)
        parts = [f"{draft.postal_code} {draft.postal_place}".strip(), kind]
        if draft.bedrooms is not None:
            parts.append(plural(draft.bedrooms, "soverom", "soverom"))
        if dwelling.rent is not None:
            parts.append(self.tr("{} per måned").format(format_kroner(dwelling.rent)))
        self.header.set_subtitle(" · ".join(part for part in parts if part))

    def _cards(self, dwelling: Dwelling) -> list[Card]:
        statuses = self._office.dwellings.statuses(dwelling.id)
        today = self._office.clock.today()
        leases = self._office.leases.of_dwelling(dwelling.id)
        paper = statuses[-1].reason if statuses else ""
        offering = []
        if may_be_offered(self._office, dwelling):
            offering.append(OfferingCard(self._office, self._navigator, dwelling))
        suited = self._office.suitability.of(dwelling.id)
        return [
            *offering,
            side.occupant_card(dwelling, leases, paper, self._navigator.open_ref),
            side.rent_card(dwelling, self.set_rent),
            keys_card(self._office, dwelling.id, leases, self.register_keys, self.move_key),
            suited_card(suited, self.change_suited, self.change_features),
            side.status_card(statuses, today),
            owner_card(self._office, dwelling, self._owner_verbs(dwelling)),
            sale_card(self._office.dwellings.sale(dwelling.id), self.change_sale),
            clauses_card(self._office.clauses.of(dwelling.id), self.change_clause, today),
        ]

    # verbs

    def _owner_verbs(self, dwelling: Dwelling) -> OwnerVerbs | None:
        dialogs = OwnerDialogs(self._office, self._navigator, self)
        return dialogs.verbs(dwelling.owner.id) if dwelling.owner else None

    def change_status(self) -> None:
        """Ask for the new status."""
        if self._dwelling is not None:
            self._verbs.change_status(self._dwelling)

    def find_tenant(self) -> None:
        """See who on the waiting list fits."""
        if self._dwelling is not None:
            ref = Ref("dwelling", self._dwelling.id)
            self._navigator.open(PageId.WAITING_LIST, ref)

    def why_not(self) -> None:
        """See why it is not someone's."""
        if self._dwelling is not None:
            ref = Ref("dwelling", self._dwelling.id)
            self._navigator.open(PageId.WAITING_LIST, ref, "why_not")

    def set_rent(self) -> None:
        """Ask for the new rent."""
        if self._dwelling is not None:
            self._verbs.set_rent(self._dwelling)

    def change_sale(self) -> None:
        """Ask whether it is to be sold."""
        if self._dwelling is not None:
            ask_sale(self._office, self._navigator, self._dwelling, self.window())

    def change_clause(self) -> None:
        """Ask what binds it."""
        if self._dwelling is not None:
            ask_clause(self._office, self._navigator, self._dwelling.id, self.window())

    def change_suited(self) -> None:
        """Ask whom it suits."""
        if self._dwelling is not None:
            tell = self._navigator.tell
            SuitedDialog(self._office, self._dwelling.id, tell, self.window()).open()

    def change_features(self) -> None:
        """Ask what it has."""
        if self._dwelling is not None:
            tell = self._navigator.tell
            FeaturesDialog(self._office, self._dwelling.id, tell, self.window()).open()

    def register_keys(self) -> None:
        """Ask for the marks of new keys."""
        if self._dwelling is not None:
            RegisterKeys(
                self._office, self._dwelling.id, self._navigator.tell, self.window()
            ).open()

    def move_key(self, key: object) -> None:
        """Ask where a key is now."""
        if isinstance(key, int):
            MoveKey(self._office, DoorKeyId(key), self._navigator.tell, self.window()).open()

    def looked_over(self) -> None:
        """What was to be looked over has been."""
        if self._dwelling is None:
            return
        draft = replace(self._dwelling.draft, to_check="")
        act = partial(self._office.dwellings.correct, self._dwelling.id, draft)
        if self._navigator.attempt(act):
            self._navigator.tell(done("dwelling.corrected"))

    def save(self) -> None:
        """Keep what differs from what is known; what is wrong stands beside its field."""
        if self._dwelling is None:
            return
        known = self._dwelling.draft
        draft = self.form.draft(known)
        self.form.show_problems(())
        if draft == known or self.form.problem_count:
            return
        try:
            self._office.dwellings.correct(self._dwelling.id, draft)
        except Invalid as error:
            self.form.show_problems(error.problems)
            return
        self._navigator.tell(done("dwelling.corrected"))

    def save_typed(self) -> None:
        """Save also the field that is being typed in."""
        for name in self.form.names:
            self.form.field(name).leave()

    # narrow windows

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        below = self.width() < fonts.px(BESIDE)
        if below == self._below:
            return
        self._below = below
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if below else right)
        self.side.setMinimumWidth(0 if below else fonts.px(RIGHT))
        self.side.setMaximumWidth(QWIDGETSIZE_MAX if below else fonts.px(RIGHT))
