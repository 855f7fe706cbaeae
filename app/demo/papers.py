"""What the demo prints: one of each paper the office has, and how to open the demo itself."""

from collections.abc import Iterator
from pathlib import Path

from app.core.days import day_and_year
from app.core.ids import Ref
from app.decisions.model import VedtakState
from app.demo import place
from app.letters.model import DocumentKind
from app.office import Office
from app.storage.files import disk_problem, write_safely

READ_ME = "LES-MEG.txt"
_TEXT = """\
Husrom: demokommunen Lia, slik den er {day}

Se det:   sh installer/dev app --demo
Passord:  {passphrase}

Lia finnes ikke, og ingen av dem som står i registeret, gjør det. Fødselsnumrene er syntetiske
(måned + 80) og kan ikke tilhøre noen. Registeret ligger for seg selv i brukermappen din på denne
maskinen, og blir laget på nytt når demoen kjøres på en annen dag.

I denne mappen:

{files}

Uten vindu:

  husrom list dwellings --demo       boligene
  husrom list waiting-list --demo    ventelisten
  husrom list alerts --demo          det som haster
  husrom check --demo                om registeret er helt
"""


def print_papers(office: Office, recovery: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """Write them into `folder`, which is made when missing; gives the names of the files.

    FileProblem disk_full or disk_refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_problem(error) from error
    written = []
    for name, content in _papers(office, recovery):
        write_safely(folder / name, content)
        written.append(name)
    day = day_and_year(office.clock.today())
    listed = "\n".join(f"  {name}" for name in written)
    text = _TEXT.format(day=day, passphrase=place.PASSPHRASE, files=listed)
    write_safely(folder / READ_ME, text.encode())
    return (READ_ME, *written)


def _papers(office: Office, recovery: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    yield "Gjenopprettingsnøkkel.pdf", office.settings.recovery_key_sheet(recovery)
    yield "Mistet maskin.pdf", office.settings.lost_machine_sheet("")
    for name, case, kind in _cases(office):
        for row in office.letters.of(case):
            if row.kind is kind and row.kept:
                yield f"{name}.pdf", office.letters.content(row.id)


def _cases(office: Office) -> Iterator[tuple[str, Ref, DocumentKind]]:
    """The first case of each kind of paper."""
    replied = sorted(row.id for row in office.applications.rows())
    for application in replied:
        case = Ref("application", application)
        if any(row.kind is DocumentKind.PRELIMINARY_REPLY for row in office.letters.of(case)):
            yield "Foreløpig svar", case, DocumentKind.PRELIMINARY_REPLY
            break
    issued = [row for row in office.decisions.rows() if row.state is not VedtakState.DRAFT]
    for name, grants in (("Vedtak, innvilget", True), ("Vedtak, avslag", False)):
        for vedtak in sorted(row.id for row in issued if row.result.grants is grants)[:1]:
            yield name, Ref("vedtak", vedtak), DocumentKind.VEDTAK
    newest = max((row.id for row in office.leases.rows()), default=None)
    if newest is not None:
        yield "Leieavtale", Ref("lease", newest), DocumentKind.LEASE
