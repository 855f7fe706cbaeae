"""A tenancy that runs, with claims and payments by day."""

from datetime import date

from app.arrears.model import RentChargeKind
from app.core.ids import RentChargeId
from app.core.money import kroner
from app.letters.model import Channel, DocumentKind
from app.office import Office
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
        biller = self.office.arrears.billers()[0].id
        month = f"{due_on:%Y-%m}" if kind.rent else ""
        with self.office.unit("arrears.charge_added") as unit:
            return self.office.arrears.charge(
                unit, self.lease, kind, due_on, kroner(whole), biller=biller, month=month
            )

    def pay(self, paid_on: date, whole: int) -> None:
        """Money from the tenant."""
        biller = self.office.arrears.billers()[0].id
        with self.office.unit("arrears.payment_added") as unit:
            self.office.arrears.payment(unit, self.lease, paid_on, kroner(whole), biller=biller)

    def send(self, kind: DocumentKind, day: date = TODAY) -> None:
        """Every letter of a kind goes out."""
        for row in self.office.letters.to_send():
            if row.kind is kind:
                self.office.letters.sent(row.id, day, Channel.LETTER, "Lagt i postkassen")
