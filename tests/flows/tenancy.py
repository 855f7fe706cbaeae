"""A signed lease with its town, whose life the stories tell."""

from dataclasses import dataclass, replace
from datetime import date

from app.alerts.model import AlertId
from app.core.errors import OfficeError
from app.core.ids import DocumentId, DwellingId, LeaseId, PersonId, Ref
from app.core.money import Ore, kroner
from app.leases.handover.information.model import InformationWay
from app.leases.model import LeaseState
from app.leases.notices.model import (
    LandlordNoticeDraft,
    LeaseDuty,
    NoticeGround,
)
from app.leases.residents.model import (
    AnswerDraft,
    ConsentRefusal,
)
from app.letters.model import OnPaper
from tests.app.decisions.desk import CONDITIONS
from tests.factories import a_dwelling
from tests.flows.town import Town, codes

START, END = date(2026, 12, 1), date(2029, 11, 30)
BACK = date(2030, 1, 8)
RENT, RAISED = kroner(8200), kroner(8460)
NOISE = LandlordNoticeDraft(
    ground=NoticeGround.TENANT_BREACH,
    duty=LeaseDuty.QUIET,
    reason="Det har vært høy musikk om natten fem ganger i vinter.",
)
NO = AnswerDraft(False, ConsentRefusal.OVERCROWDING, "Dere er allerede fire i to rom.")


@dataclass(slots=True)
class Life:
    """One lease, its dwelling and its tenant."""

    town: Town
    lease: LeaseId
    dwelling: DwellingId
    tenant: PersonId

    @property
    def case(self) -> Ref:
        """The lease, as alerts and letters know it."""
        return Ref("lease", self.lease)

    def state(self) -> LeaseState:
        """Where it stands today."""
        return self.town.office.leases.get(self.lease).state

    def send(self, made: DocumentId | OnPaper) -> None:
        """The letter goes out today."""
        self.town.send(made)

    def alerts(self, alert: AlertId) -> int:
        """How many of a kind stand about this lease."""
        return self.town.waiting_today(alert, self.case)

    def reopen(self) -> None:
        """Lock and open again: the same history, with nothing left to undo."""
        head = self.town.office.history.head()
        self.town.lock()
        office = self.town.unlock()
        assert (office.opening.compared, office.opening.clean_end) == ("same", True)
        assert office.history.head() == head
        assert office.history.verify() is None
        assert codes(office.history.undo, of=OfficeError) == ["nothing_to_undo"]


def signs_what_the_vedtak_set(town: Town) -> Life:
    office = town.office
    dwelling = office.dwellings.register(a_dwelling())
    application = town.apply(received_on=date(2026, 11, 2))
    vedtak = town.grant(application, dwelling)
    town.send(town.letter(Ref("vedtak", vedtak)))
    lease = office.leases.prepare(vedtak=vedtak)
    draft = office.leases.get(lease).draft
    assert (draft.start, draft.end, draft.rent) == (START, END, RENT)
    secured = replace(draft, deposit=Ore(3 * RENT), deposit_account="90301234561")
    office.leases.save_draft(lease, secured)
    assert office.leases.check(lease) == ()
    life = Life(town, lease, dwelling, draft.tenant)
    life.send(office.leases.issue(lease))
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    assert office.followup.measures(life.tenant) == (), "nothing is promised before it is signed"
    office.tenancy_information.give(lease, town.clock.today(), InformationWay.BY_HAND)
    office.leases.signed(lease, town.clock.today())
    assert office.tenancy_information.of(lease).state.holds
    carried = office.conditions.of(lease)
    assert [each.duty for each in carried] == [each.duty for each in CONDITIONS]
    planned = {each.condition for each in office.followup.measures(life.tenant)}
    assert planned == {each.condition for each in carried}, "the same identity in the plan (FV-18)"
    return life
