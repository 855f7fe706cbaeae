"""The page about one case of economic advice."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import DebtCaseId, Ref
from app.core.text import plural
from app.debt.model import DebtCase
from app.debt.queue.model import DebtUrgency
from app.office import Office
from app.people.model import AddressProtection
from ui.debt.decision.words import CHIPS
from ui.debt.parts import DESKS, PARTS
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import day, named, title_word
from ui.navigation import Navigator, PageId
from ui.parted_page import PartedPage


class DebtCasePage(PartedPage[DebtCase]):
    """Shows the case a place names; its task opens a part, or begins a letter."""

    page_id = PageId.DEBT_CASE
    specs = PARTS
    desks = DESKS

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("En sak om økonomisk rådgivning"))

    def nothing_chosen(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen sak er valgt"),
            self.tr("Velg en sak i listen over økonomisk rådgivning."),
            primary=Button(
                self.tr("Til økonomisk rådgivning"),
                partial(self.navigator.open, PageId.DEBT),
                kind=ButtonKind.PRIMARY,
            ),
        )

    def subject_of(self, ref: Ref) -> DebtCase:
        return self.office.debt_cases.get(DebtCaseId(ref.id))

    def header_of(self, subject: DebtCase) -> PageHeader:
        card = Button(
            self.tr("Til husstanden"),
            partial(self.navigator.open_ref, Ref("person", subject.person)),
            icon=Icon.PERSON,
        )
        return PageHeader(
            named(subject.name),
            self._standing(subject),
            chips=self._chips(subject),
            secondary=(card,),
        )

    def _chips(self, case: DebtCase) -> list[Chip]:
        if case.outcome is not None:
            chips = [Chip(ChipKind.OK, title_word(case.outcome))]
        elif case.stage is not None:
            chips = [Chip(ChipKind.INFO, title_word(case.stage))]
        else:
            chips = [Chip(ChipKind.INFO, title_word(case.state))]
        if case.without_vedtak:
            level = self.office.debt_decisions.without_vedtak(case)
            chips.append(Chip(CHIPS[level], self.tr("Uten vedtak")))
        if self._acute(case):
            chips.append(Chip(ChipKind.URGENT, title_word(DebtUrgency.ACUTE)))
        if case.protection is not AddressProtection.NONE:
            chips.append(Chip(ChipKind.PROTECTED))
        return chips

    def _acute(self, case: DebtCase) -> bool:
        """By what was answered, or by what the register knows of the home."""
        told = case.screen is not None and case.screen.acute and case.open
        rows = self.office.debt_waiting.of_person(case.person)
        return told or any(each.acute for each in rows if each.case.id == case.id)

    def _standing(self, case: DebtCase) -> str:
        facts = [
            self.tr("Sak {}").format(case.number),
            self.tr("bedt om hjelp {}").format(day(case.received_on)),
        ]
        if case.waits:
            days = case.waited(self.office.clock.today())
            waited = plural(days, self.tr("dag"), self.tr("dager"))
            facts.append(self.tr("ventet {}").format(waited))
        elif case.started_on is not None:
            facts.append(self.tr("i gang {}").format(day(case.started_on)))
        return " · ".join(facts)

    def parts_word(self) -> str:
        return self.tr("Del av saken")
