"""The letter that says that the work has ended: how, what goes on, and the way back. Pure."""

from app.core.days import day_and_year
from app.core.money import format_letter
from app.debt.closing.model import FarewellPaper, HomeResult
from app.debt.measures.model import DebtMeasureState
from app.debt.model import DebtOutcome
from app.documents.model import Block, Bullets, Document, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed, whom_to_ring

ENDED = "GJ-10 hvordan det endte"
AGREED = "GJ-10 hva vi kom fram til"
GOES_ON = "GJ-10 hva du må følge med på"
BACK = "GJ-12 at du kan komme tilbake"
ACUTE = "GJ-02 når det haster"
CALL = "FV-03 hvem som kan ringes"
SIGNED = "saksbehandler"
PARTS = (ENDED, AGREED, GOES_ON, BACK, ACUTE, CALL, SIGNED)
_HOMES = {HomeResult.KEPT: "home_kept", HomeResult.CHANGED: "home_changed"}


def closing_letter(letter: FarewellPaper, text: Text) -> Document:
    """The whole letter; `text` is «debt_closing» in the reader's language."""
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=tuple(_blocks(letter, text)),
        requires=PARTS,
    )


def _blocks(letter: FarewellPaper, text: Text) -> list[Block]:
    day = day_and_year(letter.closed_on)
    blocks: list[Block] = [
        Paragraph(text.passage(f"ended_{letter.outcome}", day=day), part=ENDED),
        *_effect(letter, text),
        Heading(text.passage("heading_agreed")),
    ]
    agreed = _lines(letter.draft.agreed)
    if agreed:
        blocks.append(Bullets(agreed, part=AGREED))
    ring = whom_to_ring(letter.sender, text)
    return [
        *blocks,
        Heading(text.passage("heading_goes_on")),
        Bullets(_goes_on(letter, text), part=GOES_ON),
        Heading(text.passage("heading_back")),
        Paragraph(text.passage("back"), part=BACK),
        Paragraph(text.passage("acute"), part=ACUTE),
        *((Paragraph(ring, part=CALL),) if ring else ()),
        signed(letter.sender, text, SIGNED),
    ]


def _effect(letter: FarewellPaper, text: Text) -> list[Block]:
    """Rent owed before and after, where it fell; and that the home was kept, where it was."""
    found = []
    effect = letter.effect
    if effect is None:
        return []
    if effect.owed_before and effect.owed_after is not None and (effect.change or 0) > 0:
        before, after = format_letter(effect.owed_before), format_letter(effect.owed_after)
        key = "rent_less" if effect.owed_after else "rent_gone"
        found.append(text.passage(key, before=before, after=after))
    told = letter.outcome is DebtOutcome.HOME_SAVED and effect.home is HomeResult.KEPT
    if effect.home in _HOMES and not told:
        found.append(text.passage(_HOMES[effect.home]))
    return [Paragraph(" ".join(found))] if found else []


def _goes_on(letter: FarewellPaper, text: Text) -> tuple[str, ...]:
    """What the person must see to, and what runs by itself."""
    effect = letter.effect
    own = list(_lines(letter.draft.goes_on))
    if effect is not None and effect.owed_after:
        own.append(text.passage("rent_owed", sum=format_letter(effect.owed_after)))
    if letter.plan_left:
        own.append(text.passage("runs_plan", sum=format_letter(letter.plan_left)))
    for each in letter.measures:
        if each.state is DebtMeasureState.AGREED:
            own.append(text.passage(f"runs_{each.kind}"))
        elif each.state is DebtMeasureState.ASKED:
            own.append(text.passage(f"waits_{each.kind}"))
    if letter.settlement_until is not None:
        day = day_and_year(letter.settlement_until)
        own.append(text.passage("settlement_until", day=day))
    return (*own, text.passage("open_post"))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
