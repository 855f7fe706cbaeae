"""The whole story by keyboard in the real window. Ends 0 only if everything held."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from tests.screen import (
    advice,
    appeal,
    casework,
    first_run,
    followup,
    leaving,
    morning,
    offer,
    overview,
    refusal,
    tenancy,
    tour,
    unpaid,
    whole_form,
)
from tests.screen.desk import PICTURES, SCHEMES, TWICE, Desk
from tests.screen.keyboard import Job, Keyboard
from tests.screen.tree import Tree

STOPPED = "stopped"
"""Why a story stopped; run.sh tells it after all else."""
CASE_WORDS = ("Ødegård", "Ålgata", "Bjørkelia", "128488", "Hos venner, på sofaen", "Skogli")

Story = tuple[Callable[[Desk], None], ...]
STORY: Story = (
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
    tenancy.TERM.read,
    overview.hand_over,
    tour.walk,
    partial(first_run.lock, never=CASE_WORDS),
    first_run.unlock,
)


def main() -> int:
    """Tell the story, then what it cost; with pictures, also in other colours and larger."""
    keys, tree = Keyboard(), Tree()
    register = Path(os.environ["HOME"]) / "lia.husrom"
    held = sit(register, keys, tree, STORY)
    if held and PICTURES:
        for look in (*SCHEMES[1:], TWICE):
            held = sit(register, Keyboard(), tree, (tour.walk_anew,), look) and held
    for day, parts in later() if held else ():
        held = held and sit(register, keys, tree, (first_run.unlock, *parts), day=day)
    for job in keys.jobs if held else ():
        if job.name != tour.NAME:
            say(cost(job))
    return 0 if held else 1


def later() -> Iterator[tuple[date, Story]]:
    """The days of the lease that was signed, years apart, and what is done on each."""
    on = tenancy.TERM.on
    yield on(tenancy.BEGINS), tenancy.MOVING_IN + followup.PLAN
    evaluated = on(tenancy.BEGINS) + timedelta(days=followup.EVALUATED_AFTER)
    yield evaluated, followup.EVALUATION + unpaid.RENT_MISSING
    asked = evaluated + unpaid.BREACH_AFTER
    yield asked, unpaid.HOME_KEPT + advice.ASKED
    ended = asked + advice.BACK_AFTER
    yield ended, advice.ENDED
    yield overview.week_after(ended), morning.WORK + overview.RETURNS
    yield on(tenancy.HALF_WAY), (morning.see_back, *tenancy.HALF_OVER)
    yield on(tenancy.TELL), tenancy.NEAR_THE_END
    yield on(tenancy.LAST) + timedelta(days=20), leaving.OVER
    yield on(tenancy.LAST) + timedelta(days=60), leaving.GONE


def sit(
    register: Path,
    keys: Keyboard,
    tree: Tree,
    story: Story,
    look: str = "",
    day: date | None = None,
) -> bool:
    """One start of the program; whether everything held until it was closed."""
    with Desk.sat_at(register, keys, tree, look, day) as desk:
        try:
            for part in story:
                part(desk)
                say(f"held: {keys.jobs[-1].name}")
            code = desk.closes()
        except AssertionError as error:
            tell_stop(desk, error)
            return False
    for fault in desk.nameless:
        say(f"NO NAME: {fault}")
    if code:
        say(f"DID NOT HOLD: the program ended with {code} when it was closed")
    return code == 0 and not desk.nameless


def tell_stop(desk: Desk, error: AssertionError) -> None:
    """All that can be read now; why it stopped, after which keys, is left to be said last."""
    desk.tree.hasten()
    said = f"DID NOT HOLD, in «{desk.keys.jobs[-1].name}»: {error}"
    why = "\n".join((desk.last_moves(), desk.reads_on_top(), said, ""))
    (Path(os.environ["HOME"]) / STOPPED).write_text(why, "utf-8")
    say(f"What could be read in the window:\n{desk.reads()}")
    desk.picture("stopped")


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
