"""The unpaid rent of one tenancy: parts beside each other, and letters made about it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.core.ids import LeaseId, Ref
from app.office import Office
from ui.arrears.parts import DESKS, PARTS
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import named
from ui.navigation import Navigator, PageId
from ui.parted_page import PartedPage


class TenancyArrearsPage(PartedPage[Tenancy]):
    """Shows the tenancy a place names by a lease; its task opens a part, or begins a letter."""

    page_id = PageId.TENANCY_ARREARS
    specs = PARTS
    desks = DESKS

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Ubetalt leie i et leieforhold"))

    def nothing_chosen(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen leieforhold er valgt"),
            self.tr("Velg et leieforhold i listen over restanser."),
            primary=Button(
                self.tr("Til restansene"),
                partial(self.navigator.open, PageId.ARREARS),
                kind=ButtonKind.PRIMARY,
            ),
        )

    def canonical(self, ref: Ref) -> Ref:
        return Ref("lease", self.office.arrears.tenancy(LeaseId(ref.id)).lease)

    def subject_of(self, ref: Ref) -> Tenancy:
        return self.office.arrears.tenancy(LeaseId(ref.id))

    def header_of(self, subject: Tenancy) -> PageHeader:
        card = Button(
            self.tr("Til husstanden"),
            partial(self.navigator.open_ref, Ref("person", subject.tenant)),
            icon=Icon.PERSON,
        )
        lease = Button(
            self.tr("Til leieavtalen"),
            partial(self.navigator.open_ref, Ref("lease", subject.lease)),
            icon=Icon.LEASES,
        )
        return PageHeader(
            named(subject.tenant_name), self._standing(subject), secondary=(card, lease)
        )

    def _standing(self, subject: Tenancy) -> str:
        facts = (self.tr("Leieavtale {}").format(subject.number), subject.address)
        return " · ".join(fact for fact in facts if fact)

    def parts_word(self) -> str:
        return self.tr("Del av restansen")
