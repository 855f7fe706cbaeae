"""That a petition must be corrected by a day, and that it was (TV-09)."""

from datetime import date

from app.arrears.model import Tenancy
from app.core.errors import OfficeError, demand
from app.core.ids import LeaseId, Ref
from app.evictions.corrections import rules, store
from app.evictions.corrections.model import CorrectionDraft, CorrectionDue, PetitionCorrection
from app.evictions.notices import store as tracks
from app.evictions.notices.facts import TrackFacts
from app.evictions.notices.model import Petition
from app.storage.database import Database


class PetitionCorrections:
    """What the newest letter about a petition asks for; a newer letter takes its place."""

    def __init__(self, db: Database, facts: TrackFacts) -> None:
        self._db = db
        self._facts = facts

    def of(self, petition: Petition, day: date | None = None) -> PetitionCorrection | None:
        """What was last asked for, waiting or sent; None when nothing was."""
        return store.of_petition(self._db, petition.id, day or self._today)

    def due(self, day: date | None = None) -> tuple[CorrectionDue, ...]:
        """All that wait, the first deadline first."""
        waiting = store.waiting(self._db, day or self._today)
        return tuple(_due(each, self._facts.tenancy(each.lease)) for each in waiting)

    def ask(self, lease: LeaseId, draft: CorrectionDraft) -> None:
        """A letter says what is lacking, and by when."""
        petition = self._petition(lease)
        demand(rules.of_letter(draft, petition.filed_on, self._today))
        with self._db.unit("petition.to_correct", Ref("lease", petition.lease)) as unit:
            unit.insert(
                "petition_correction",
                lease=petition.lease,
                petition=petition.id,
                received_on=draft.received_on,
                until=draft.until,
                lacking=draft.lacking.strip(),
            )

    def correct(self, lease: LeaseId, sent_on: date | None) -> None:
        """It is corrected, and went back that day."""
        known = self.of(self._petition(lease))
        if known is None or not known.waits:
            raise OfficeError("correction_none")
        demand(rules.of_sending(known, sent_on, self._today))
        with self._db.unit("petition.corrected", Ref("lease", known.lease)) as unit:
            unit.update("petition_correction", known.id, sent_on=sent_on)

    def _petition(self, lease: LeaseId) -> Petition:
        leases = self._facts.tenancy(lease).leases
        petition = tracks.petition_of(self._db, leases, self._today)
        if petition is None:
            raise OfficeError("petition_none")
        return petition

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _due(correction: PetitionCorrection, tenancy: Tenancy) -> CorrectionDue:
    return CorrectionDue(correction, tenancy.tenant_name, tenancy.address)
