"""A desk with a granted application, a vacant flat and every service up to the lease."""

from app.core.ids import LeaseId, VedtakId
from app.office import Office
from tests.app.decisions.desk import CONDITIONS, Desk


class LeaseDesk(Desk):
    """As `Desk`, with the lease's own service."""

    def __init__(self, office: Office, **person: object) -> None:
        super().__init__(office, **person)
        self.leases = office.leases

    def granted(self, **changes: object) -> VedtakId:
        """A vedtak that names the flat, issued."""
        facts = {"dwelling": self.dwelling, "conditions": CONDITIONS} | changes
        vedtak = self.drafted(**facts)
        self.decisions.issue(vedtak)
        return vedtak

    def prepared(self) -> LeaseId:
        """A lease prefilled from a vedtak."""
        return self.leases.prepare(vedtak=self.granted())
