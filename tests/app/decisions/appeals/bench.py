"""A refusal that has reached its reader, and appeals on it."""

from datetime import date, timedelta

from app.core.clock import FixedClock
from app.core.ids import DocumentId, VedtakId
from app.decisions.appeals.model import AppealDraft
from app.decisions.model import VedtakDraft
from app.letters.model import Channel, OnPaper
from app.office import Office
from tests.app.decisions.desk import Desk, a_refusal


class Bench(Desk):
    """A vedtak issued on the clock's day, sent and arrived that day."""

    def __init__(
        self, office: Office, clock: FixedClock, draft: VedtakDraft | None = None, **person: object
    ) -> None:
        super().__init__(office, **person)
        self.clock = clock
        self.appeals, self.reversals = office.appeals, office.reversals
        self.notices = office.advance_notices
        self.vedtak: VedtakId = self.decisions.draft(self.application)
        self.decisions.save_draft(self.vedtak, draft or a_refusal())
        self.letter: DocumentId = document(self.decisions.issue(self.vedtak))
        self.send(self.letter)

    def send(self, letter: DocumentId) -> None:
        """By hand, so that it arrives the same day."""
        self.letters.sent(letter, self.clock.today(), Channel.DELIVERED_BY_HAND, "kvittering")

    def later(self, days: int) -> date:
        """Some days on."""
        self.clock.at += timedelta(days=days)
        return self.clock.today()

    def complain(self, **changes: object) -> int:
        """An appeal that comes today."""
        return self.appeals.receive(self.vedtak, self.draft(**changes))

    def draft(self, **changes: object) -> AppealDraft:
        """A whole appeal that comes today."""
        told: dict[str, object] = {
            "received_on": self.clock.today(),
            "wanted": "Jeg vil ha kommunal bolig.",
            "grounds": "Leieavtalen min går ut, og jeg finner ingenting.",
        }
        return AppealDraft(**(told | changes))  # type: ignore[arg-type]  # the draft's own fields


def document(made: DocumentId | OnPaper) -> DocumentId:
    """The document, kept or on paper."""
    return made.id if isinstance(made, OnPaper) else made
