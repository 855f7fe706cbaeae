"""What it costs to open one household among everyone: first, and after a name was changed."""

from collections.abc import Iterator
from functools import partial

from app.core.ids import PersonId
from app.office import Office
from tests.bench.spent import Figure, milliseconds

CARDS = 60


def work(office: Office) -> Iterator[Figure]:
    """Cards of those who rent, then the slowest of them, then all that is held about one."""
    tenants = [row.tenant for row in office.leases.rows()[:CARDS]]
    read = office.household_view.of
    yield "household card, the first", milliseconds(partial(read, tenants[0]))
    spent = sorted(milliseconds(partial(read, each)) for each in tenants)
    yield "household card, p95", spent[len(spent) * 95 // 100]
    _touch(office, tenants[0])
    yield "household card, after a name", milliseconds(partial(read, tenants[0]))
    yield "all held about one person", milliseconds(partial(office.data_access.of, tenants[0]))


def _touch(office: Office, person: PersonId) -> None:
    with office.unit("person.corrected") as unit:
        unit.update("person", person, note="Endret")
