"""The whole story by keyboard in the real window. Ends 0 only if everything held."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.screen import casework, first_run
from tests.screen.desk import Desk
from tests.screen.keyboard import Job, Keyboard
from tests.screen.tree import Tree

CASE_WORDS = ("Ødegård", "Ålgata", "Bjørkelia", "128488", casework.NUMBER)

STORY: tuple[Callable[[Desk], None], ...] = (
    first_run.set_up,
    casework.take_in,
    casework.apply,
    casework.reply,
    casework.find,
)


def main() -> int:
    """Tell the story, then what it cost."""
    keys, tree = Keyboard(), Tree()
    register = Path(os.environ["HOME"]) / "lia.husrom"
    with Desk.sat_at(register, keys, tree) as desk:
        try:
            for part in STORY:
                part(desk)
                say(f"held: {keys.jobs[-1].name}")
            first_run.lock(desk, never=CASE_WORDS)
            say("held: Lås, og ingenting å lese etterpå")
            first_run.unlock(desk)
            say("held: Lås opp")
            code = desk.closes()
        except AssertionError as error:
            say(f"DID NOT HOLD: {error}\n\n{desk.reads()}")
            desk.picture("stopped")
            return 1
    for job in keys.jobs:
        say(cost(job))
    return code


def cost(job: Job) -> str:
    """«Ny søknad: 123 taster, 8 valg, 45 s»."""
    return (
        f"{job.name}: {job.keys} taster og {job.decisions} valg, {job.seconds:.0f} sekunder"
        " (0,28 s per tast, 1,35 s per valg)"
    )


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
