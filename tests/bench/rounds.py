"""Many leases in one go: made whole one by one, then joined to one print."""

import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.core.clock import SystemClock
from app.core.ids import DocumentId, LeaseId
from app.office import Folders, Office
from app.register import FirstRun, Register
from tests.factories import a_number, a_profile, an_officer, registered_dwelling, registered_person
from ui.kit.pdf_pages import JoinedPdf

MANY = 500
Figure = tuple[str, float, str]


def figures(many: int = MANY) -> Iterator[Figure]:
    """Each figure with its words and unit; memory is what the peak rose by."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        register = Register(
            folder / "runde.husrom", SystemClock(), Folders(folder / "heads", folder / "copies")
        )
        office, _ = register.create(FirstRun(a_profile(), an_officer()))
        drafts = _drafts(office, many)
        yield from _made(office, drafts)
        office.close()
        register.let_go()


def _drafts(office: Office, many: int) -> list[tuple[LeaseId, str]]:
    made = []
    for place in range(many):
        born = a_number(date(1960, 1, 1) + timedelta(days=place), 0)
        person = registered_person(office, national_id=born)
        home = registered_dwelling(office, street=f"Gate {place}")
        lease = office.leases.prepare(dwelling=home, tenant=person)
        draft = office.leases.get(lease).draft
        office.leases.save_draft(lease, replace(draft, deposit_account="15030000019"))
        made.append((lease, office.leases.get(lease).number))
    return made


def _made(office: Office, drafts: list[tuple[LeaseId, str]]) -> Iterator[Figure]:
    half, many = len(drafts) // 2, len(drafts)
    begun, before = time.perf_counter(), _peak()
    first = office.lease_round.make(drafts[:half], lambda *_: True)
    middle = _peak()
    second = office.lease_round.make(drafts[half:], lambda *_: True)
    seconds = time.perf_counter() - begun
    yield f"make {len(first.made) + len(second.made)} of {many} leases", seconds, "s"
    yield "peak memory: the first half of them rose by", middle - before, "MB"
    yield "peak memory: the second half rose by", _peak() - middle, "MB"
    begun, before = time.perf_counter(), _peak()
    whole = _joined(office, (*first.made, *second.made))
    yield f"join {many} leases to one print", time.perf_counter() - begun, "s"
    yield "the joined print", whole / 1e6, "MB"
    yield "peak memory: joining rose by", _peak() - before, "MB"


def _joined(office: Office, made: tuple[DocumentId, ...]) -> int:
    joined = JoinedPdf()
    for document in made:
        joined.add(office.letters.content(document))
    size = len(joined.data())
    joined.close()
    return size


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
