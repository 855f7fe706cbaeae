"""`husrom update`: whether an installer is genuine, whole and newer; asks for no register."""

from pathlib import Path

import click

from app.commands.frame import Answer, answer, command, json_option
from app.core import words
from app.core.days import short_day
from app.settings.updates.model import CheckedUpdate
from app.settings.updates.service import KEY_FILE, Updates


@command(
    "update",
    "Kontroller oppdateringen FIL: om den er ekte, hel og nyere. Ingenting installeres. "
    "FIL kan også være mappen. SHA256SUMS og SHA256SUMS.minisig skal ligge ved siden av.",
)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FIL",
    help="Utgiverens åpne nøkkel; ellers den programmet er laget med.",
)
@json_option
def update(file: Path, key: Path | None, as_json: bool) -> None:
    """Exit 1 with what is wrong, else what it is and how it is installed."""
    found = Updates(key or KEY_FILE).check(file)
    content: dict[str, Answer] = {
        "file": found.installer.name,
        "kind": found.installer.kind,
        "system": found.installer.kind.system,
        "version": found.published.version.text,
        "published": found.published.day,
        "own_version": found.own.text,
        "sha256": found.digest,
        "size": found.size,
    }
    answer(content, _lines(found), as_json=as_json)


def _lines(found: CheckedUpdate) -> list[str]:
    version = found.published.version.text
    facts: dict[str, object] = {"name": found.installer.name, "version": version}
    steps = words.sentence(found.steps, facts).splitlines()
    return [
        f"Oppdateringen er ekte og hel: Husrom {version}, {short_day(found.published.day)}. "
        f"Du har {found.own.text}.",
        f"Fil: {found.installer.name}, {words.word(found.installer.kind)}",
        f"SHA-256: {found.digest}",
        "Ta en sikkerhetskopi først: «husrom backup», eller «Kopier» under «Innstillinger».",
        *(f"{number}. {step}" for number, step in enumerate(steps, start=1)),
    ]
