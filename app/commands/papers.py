"""`husrom print`: a kept document, as the file it was issued as; `husrom for-it`: the IT page."""

from pathlib import Path

import click

from app.commands.frame import Answer, answer, command, json_option
from app.commands.opening import Where, opened, with_register
from app.core.clock import SystemClock
from app.core.errors import NotFound
from app.core.ids import DocumentId, Ref
from app.documents.render import render
from app.letters.model import DocumentState, Issued, Source
from app.office import Office
from app.people.model import AddressProtection
from app.settings.for_it import for_it_paper
from app.storage.files import write_safely

KINDS = ("application", "vedtak", "lease", "document")


@command(
    "print",
    "Lagre et ferdig dokument som fil. SAK er application (søknad), vedtak, lease (leieforhold) "
    "eller document (ett bestemt dokument), og NR er det som «husrom list» viser.",
)
@click.argument("kind", metavar="SAK", type=click.Choice(KINDS))
@click.argument("number", metavar="NR", type=click.IntRange(min=1))
@click.option(
    "--out", required=True, metavar="FIL", type=click.Path(path_type=Path), help="Filen den blir."
)
@click.option("--reason", default="", metavar="GRUNN", help="Grunn, når adressen er fortrolig.")
@with_register
@json_option
def printed(where: Where, kind: str, number: int, out: Path, reason: str, as_json: bool) -> None:
    """The newest document of the case that still holds; with a reason where it is protected."""
    with opened(where) as office:
        document = _found(office, kind, number)
        content = office.letters.content(document.id)
        if document.person is not None:
            person = office.people.get(document.person)
            if person.protection is not AddressProtection.NONE:
                office.people.shown_address(person.id, reason)
    write_safely(out, content)
    told: Answer = {
        "document": document.id,
        "number": document.number,
        "kind": document.kind,
        "pages": document.pages,
        "file": str(out),
    }
    answer(told, (f"{document.number} er lagret: {out}",), as_json=as_json)


def _found(office: Office, kind: str, number: int) -> Issued:
    if kind == "document":
        return office.letters.get(DocumentId(number))
    for row in office.letters.of(Ref(kind, number)):
        holds = row.state not in {DocumentState.ANNULLED, DocumentState.SUPERSEDED}
        if row.source is Source.WRITTEN and row.kept and holds:
            return office.letters.get(row.id)
    raise NotFound("document_not_found")


@command(
    "for-it",
    "Lagre siden for IT og personvernombudet som PDF: hva som ligger hvor, kryptering, stille "
    "installasjon og hva som ikke er prøvd. Trenger verken register eller passord.",
)
@click.option(
    "--out", required=True, metavar="FIL", type=click.Path(path_type=Path), help="Filen den blir."
)
@json_option
def for_it(out: Path, as_json: bool) -> None:
    """Asks for no register: whoever installs Husrom has none."""
    paper = for_it_paper(SystemClock().now())
    write_safely(out, render(paper))
    told: Answer = {"title": paper.title, "version": paper.reference, "file": str(out)}
    answer(told, (f"{paper.title} er lagret: {out}",), as_json=as_json)
