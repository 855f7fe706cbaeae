"""The whole story by keyboard in the real window. Ends 0 only if everything held."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.screen import appeal, casework, first_run, offer, refusal, tour, whole_form
from tests.screen.desk import PICTURES, SCHEMES, TWICE, Desk
from tests.screen.keyboard import Job, Keyboard
from tests.screen.tree import Tree

CASE_WORDS = ("Ødegård", "Ålgata", "Bjørkelia", "128488", "Hos venner, på sofaen", "Skogli")

STORY: tuple[Callable[[Desk], None], ...] = (
    first_run.set_up,
    casework.take_in,
    whole_form.adopt_rules,
    casework.apply,
    casework.reply,
    casework.take_up_and_undo,
    casework.decide,
    casework.lease,
    casework.sign,
    casework.send,
    casework.today,
    casework.find,
    whole_form.fill_in,
    refusal.see_why_not,
    refusal.ask_for_papers,
    refusal.acknowledge,
    refusal.refuse,
    refusal.grant_help,
    refusal.send,
    appeal.receive,
    appeal.forward,
    appeal.answer,
    appeal.wait,
    offer.offer,
    offer.accept,
    offer.meet,
    tour.walk,
    partial(first_run.lock, never=CASE_WORDS),
    first_run.unlock,
)


def main() -> int:
    """Tell the story, then what it cost; with pictures, also in other colours and larger."""
    keys, tree = Keyboard(), Tree()
    register = Path(os.environ["HOME"]) / "lia.husrom"
    held = sit(register, keys, tree, STORY)
    for job in keys.jobs:
        if job.name != tour.NAME:
            say(cost(job))
    if held and PICTURES:
        for look in (*SCHEMES[1:], TWICE):
            held = sit(register, Keyboard(), tree, (tour.walk_anew,), look) and held
    return 0 if held else 1


def sit(
    register: Path,
    keys: Keyboard,
    tree: Tree,
    story: tuple[Callable[[Desk], None], ...],
    look: str = "",
) -> bool:
    """One start of the program; whether everything held until it was closed."""
    with Desk.sat_at(register, keys, tree, look) as desk:
        try:
            for part in story:
                part(desk)
                say(f"held: {keys.jobs[-1].name}")
            code = desk.closes()
        except AssertionError as error:
            say(f"DID NOT HOLD: {error}\n\n{desk.reads()}")
            desk.picture("stopped")
            return False
    for fault in desk.nameless:
        say(f"NO NAME: {fault}")
    return code == 0 and not desk.nameless


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
