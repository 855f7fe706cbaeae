"""«Logg over kontakt»: all notes on a person, for the person or for health. Pure (PV-04, A3)."""

from datetime import date

from app.core.days import day_and_year, short_day
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph, Size
from app.documents.texts import Text
from app.followup.contact_notes.model import ContactNote, LogReceiver, NoteTold
from app.settings.letterhead import letter_document, questions, signed

NOTES, RIGHTS, BASIS, SIGNED = (
    "PV-04 notatene",
    "PV-04 rett til retting",
    "A3 det som ikke er med",
    "PV-04 saksbehandler",
)
PARTS = {
    LogReceiver.PERSON: (NOTES, RIGHTS, SIGNED),
    LogReceiver.HEALTH: (NOTES, BASIS, SIGNED),
}


@dataclass(frozen=True, slots=True, repr=False)
class ContactLog:
    """All that the log says; `notes` are those the receiver may read, the oldest first."""

    sender: LetterFrom
    number: str
    name: str
    born: date | None
    receiver: LogReceiver
    notes: tuple[ContactNote, ...]
    consent_since: date | None = None
    size: Size = Size.EASY


def contact_log(log: ContactLog, text: Text) -> Document:
    """The whole log; `text` is «contact_log» in the reader's language."""
    sender = log.sender
    passages = "person" if log.receiver is LogReceiver.PERSON else "health"
    return letter_document(
        sender,
        log.number,
        text,
        title=text.passage(f"title_{passages}"),
        kind=text.passage("kind"),
        blocks=(
            Facts(_facts(log, text)),
            Paragraph(text.passage(f"intro_{passages}")),
            Heading(text.passage("heading_notes"), part=NOTES),
            *_notes(log, text),
            *_after(log, text),
            *questions(sender, text),
            signed(sender, text, SIGNED),
        ),
        requires=PARTS[log.receiver],
        size=log.size,
    )


def _facts(log: ContactLog, text: Text) -> tuple[Fact, ...]:
    days = sorted({note.now.happened_on for note in log.notes})
    period = "–".join(short_day(day) for day in (*days[:1], *days[1:][-1:]))
    facts = (
        Fact(text.passage("label_about"), log.name),
        Fact(text.passage("label_born"), short_day(log.born) if log.born else ""),
        Fact(text.passage("label_period"), period),
        Fact(text.passage("label_count"), str(len(log.notes))),
    )
    return tuple(fact for fact in facts if fact.value)


def _notes(log: ContactLog, text: Text) -> tuple[Block, ...]:
    if not log.notes:
        return (Paragraph(text.passage("nothing")),)
    return tuple(block for note in log.notes for block in _note(note, log, text))


def _note(note: ContactNote, log: ContactLog, text: Text) -> tuple[Block, ...]:
    """A heading with day and way, then what was written, and what stood there before."""
    now = note.now
    way = text.passage(f"channel_{now.channel.value}")
    blocks: list[Block] = [
        Heading(f"{day_and_year(now.happened_on)}, {way}", level=3),
        Paragraph(_said(now, text), lead=text.passage(f"outcome_{now.outcome.value}")),
    ]
    if now.follow_up_on:
        done = text.passage("done") if note.done_on else ""
        ahead = text.passage("next_step", day=short_day(now.follow_up_on))
        blocks.append(Paragraph(f"{ahead} {done}".strip()))
    blocks.append(Paragraph(_written(note, log, text), small=True))
    blocks += _before(note, log, text)
    return tuple(blocks)


def _before(note: ContactNote, log: ContactLog, text: Text) -> list[Block]:
    """What stood there first: the person's to know, and nobody else's to be told (PV-04)."""
    if log.receiver is not LogReceiver.PERSON:
        return []
    return [
        Paragraph(
            _said(old, text),
            lead=text.passage("before", day=short_day(old.recorded_on)),
        )
        for old, new in zip(note.told, note.told[1:], strict=False)
        if _differs(old, new)
    ]


def _said(told: NoteTold, text: Text) -> str:
    return " ".join(told.words.split("\n")) if told.words else text.passage("no_words")


def _differs(old: NoteTold, new: NoteTold) -> bool:
    """Whether what one reads is another; a mark alone is told as it is now."""
    return old.words != new.words


def _written(note: ContactNote, log: ContactLog, text: Text) -> str:
    now = note.now
    day = short_day(now.recorded_on)
    verb = "corrected_by" if note.corrected else "written_by"
    named = text.passage(verb, name=now.written_by, day=day)
    said = named if now.written_by else text.passage("written_on", day=day)
    only = log.receiver is LogReceiver.PERSON and now.nav_only
    return f"{said} {text.passage('nav_only')}" if only else said


def _after(log: ContactLog, text: Text) -> tuple[Block, ...]:
    if log.receiver is LogReceiver.PERSON:
        return (
            Heading(text.passage("heading_rights")),
            Paragraph(text.passage("rights"), part=RIGHTS),
            Paragraph(text.passage("complain")),
        )
    since = log.consent_since
    basis = text.passage("consent", day=short_day(since)) if since else ""
    return (
        Heading(text.passage("heading_basis")),
        Paragraph(f"{basis} {text.passage('left_out')}".strip(), part=BASIS if since else ""),
    )
