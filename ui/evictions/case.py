"""The page about one case of somebody who may lose their home."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import EvictionCaseId, Ref
from app.evictions.model import EvictionCase, LossKind
from app.office import Office
from app.people.model import AddressProtection
from ui.evictions.parts import DESKS, PARTS
from ui.evictions.units.desk import UNIT_NOTES
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import day, named, title_word, word
from ui.navigation import Navigator, PageId
from ui.parted_page import PartedPage

UNITS = "units"


class EvictionPage(PartedPage[EvictionCase]):
    """Shows the case a place names; its task opens a part, or begins a letter."""

    page_id = PageId.EVICTION
    specs = PARTS
    desks = DESKS

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("En utkastelsessak"))

    def nothing_chosen(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen sak er valgt"),
            self.tr("Velg en sak i listen over utkastelser."),
            primary=Button(
                self.tr("Til utkastelsene"),
                partial(self.navigator.open, PageId.EVICTIONS),
                kind=ButtonKind.PRIMARY,
            ),
        )

    def subject_of(self, ref: Ref) -> EvictionCase:
        return self.office.eviction_cases.get(EvictionCaseId(ref.id))

    def header_of(self, subject: EvictionCase) -> PageHeader:
        card = Button(
            self.tr("Til husstanden"),
            partial(self.navigator.open_ref, Ref("person", subject.person)),
            icon=Icon.PERSON,
        )
        primary = None
        if subject.threatened and self.part_of(UNITS) is not None:
            primary = Button(
                self.tr("Varsle enhetene"),
                partial(
                    self.navigator.open,
                    PageId.EVICTION,
                    Ref("eviction_case", subject.id),
                    UNIT_NOTES,
                ),
                kind=ButtonKind.PRIMARY,
                icon=Icon.SEND,
            )
        return PageHeader(
            named(subject.name),
            self._standing(subject),
            chips=self._chips(subject),
            secondary=(card,),
            primary=primary,
        )

    def _chips(self, case: EvictionCase) -> list[Chip]:
        chips = []
        if case.threatened:
            left = self.office.eviction_cases.countdown(case)
            near = left is not None and left.step is not None
            chips.append(Chip(ChipKind.URGENT if near else ChipKind.SOON, title_word(case.step)))
        elif case.outcome is not None:
            kind = ChipKind.OK if case.outcome.home_kept else ChipKind.NO
            chips.append(Chip(kind, title_word(case.outcome)))
        if case.kind is LossKind.FORCED_SALE:
            chips.append(Chip(ChipKind.INFO, title_word(case.kind)))
        if case.protection is not AddressProtection.NONE:
            chips.append(Chip(ChipKind.PROTECTED))
        return chips

    def _standing(self, case: EvictionCase) -> str:
        told = ""
        if case.sender is not None:
            told = self.tr("meldt av {} {}").format(word(case.sender), day(case.received_on))
        facts = (self.tr("Sak {}").format(case.number), case.home, told)
        return " · ".join(fact for fact in facts if fact)

    def parts_word(self) -> str:
        return self.tr("Del av saken")
