"""A tenancy that runs, with claims and payments by day."""

from datetime import date

from app.arrears.model import RentChargeKind
from app.core.ids import RentChargeId
from app.core.money import kroner
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.arrears.desk import claim, pay
from tests.app.leases.desk import LeaseDesk

TODAY = date(2026, 11, 23)


class RentDesk(LeaseDesk):
    """As `LeaseDesk`, with the lease signed and rent to be paid."""

    def __init__(self, office: Office, **person: object) -> None:
        super().__init__(office, **person)
        self.lease = self.prepared()
        self.leases.issue(self.lease)
        self.leases.signed(self.lease, office.clock.today())

    def claim(
        self, due_on: date, whole: int = 8450, kind: RentChargeKind = RentChargeKind.RENT
    ) -> RentChargeId:
        """A claim of whole kroner."""
        return claim(self.office, self.lease, due_on, kroner(whole), kind)

    def pay(self, paid_on: date, whole: int) -> None:
        """Money from the tenant."""
        pay(self.office, self.lease, paid_on, kroner(whole))

    def send(self, kind: DocumentKind, day: date = TODAY) -> None:
        """Every letter of a kind goes out."""
        for row in self.office.letters.to_send():
            if row.kind is kind:
                self.office.letters.sent(row.id, day, Channel.LETTER, "Lagt i postkassen")
