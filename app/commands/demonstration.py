"""`husrom demo`: the demo municipality in its own register, its documents in a folder."""

from datetime import date
from pathlib import Path

import click

from app.commands.frame import Answer, Day, answer, command, json_option
from app.commands.opening import Where, opened
from app.core.clock import SystemClock
from app.core.days import short_day
from app.demo import place
from app.demo.make import FIRST, LAST, make_sure
from app.demo.papers import print_papers

SEE_IT = "Se det: sh installer/dev app --demo"


@command("demo", "Lag demokommunen i sitt eget register, og skriv dokumentene dens til MAPPE.")
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@click.option("--today", type=Day(), metavar="DAG", help="Dagen demoen lever på; ellers i dag.")
@json_option
def demo(folder: Path, today: date | None, as_json: bool) -> None:
    """Made anew for another day, else the one that is there; no window is opened."""
    day = today or SystemClock().today()
    if not FIRST <= day <= LAST:
        raise click.UsageError(
            f"Demoen kan leve på en dag fra {short_day(FIRST)} til {short_day(LAST)}."
        )
    made = make_sure(day)
    remembered = place.remembered()
    with opened(Where(place.demo_register(), None, demo=True)) as office:
        files = print_papers(office, remembered.recovery if remembered else (), folder)
    content: Answer = {
        "day": day,
        "made": made,
        "register": str(place.demo_register()),
        "folder": str(folder),
        "files": files,
    }
    said = "Demokommunen er laget" if made else "Demokommunen var laget fra før"
    lines = (f"{said}, og {len(files)} filer ligger i {folder}.", SEE_IT)
    answer(content, lines, as_json=as_json)
