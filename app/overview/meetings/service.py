"""The officer's verbs on the joint allocation meeting."""

from dataclasses import replace
from datetime import date

from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import DocumentId, Ref
from app.documents.model import Document
from app.documents.texts import load_text
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.overview.meetings import names_store, rules, store
from app.overview.meetings.model import (
    Item,
    Meeting,
    MeetingDraft,
    MeetingId,
    MeetingRow,
    Outcome,
)
from app.overview.meetings.prints import Paper, agenda_paper, minutes_paper, sentence
from app.overview.meetings.triggers import Triggers
from app.settings.service import Settings
from app.storage.database import Database

PREFIX = "MP"


class Meetings:
    """Call a meeting, see its agenda, write what is decided, and make the minutes."""

    def __init__(
        self, db: Database, triggers: Triggers, letters: Letters, settings: Settings
    ) -> None:
        self._db = db
        self._triggers = triggers
        self._letters = letters
        self._settings = settings

    def rows(self) -> tuple[MeetingRow, ...]:
        """Every meeting, the newest first."""
        return store.rows(self._db)

    def get(self, meeting: MeetingId) -> Meeting:
        """A meeting with its agenda; NotFound when there is none.

        While it is open the agenda is read anew each time, so that nothing can be missing (D16).
        """
        known = self._known(meeting)
        items = known.items
        if known.closed_on is None:
            before = store.decided_before(self._db, known.held_on, meeting)
            left = () if before is None else rules.carried_over(before.items, before.held_on)
            now = self._triggers.open(None if before is None else before.held_on)
            items = rules.agenda((*now, *left), known.items)
        return replace(known, items=tuple(self._named(item) for item in items))

    def _named(self, item: Item) -> Item:
        number, name = names_store.called(self._db, item.about)
        return replace(item, number=number, name=name)

    def why(self, item: Item) -> tuple[str, ...]:
        """Why a case is on the agenda, in the sentences of the print."""
        text = load_text("meeting", "nb", self._today)
        return tuple(sentence(line, text) for line in item.lines)

    def call(self, draft: MeetingDraft) -> MeetingId:
        """A new meeting; Conflict meeting_open while another has no minutes."""
        waiting = [row for row in self.rows() if row.closed_on is None]
        if waiting:
            raise Conflict("meeting_open", held_on=waiting[0].held_on)
        demand(rules.check(draft, self._today, self._last()))
        with self._db.unit("meeting.called") as unit:
            meeting = store.insert(unit, draft)
            unit.about(Ref("meeting", meeting))
        return meeting

    def correct(self, meeting: MeetingId, draft: MeetingDraft) -> None:
        """Day, place and who is there."""
        known = self._open(meeting)
        demand(rules.check(draft, self._today, self._last()))
        if draft == MeetingDraft(known.held_on, known.place, known.present, known.note):
            return
        with self._db.unit("meeting.corrected", Ref("meeting", meeting)) as unit:
            store.update(unit, meeting, draft)

    def call_off(self, meeting: MeetingId) -> None:
        """It is not held; what was on it comes on the next."""
        self._open(meeting)
        with self._db.unit("meeting.called_off", Ref("meeting", meeting)) as unit:
            store.delete(unit, meeting)

    def decide(self, meeting: MeetingId, about: Ref, outcome: Outcome) -> None:
        """What was decided on a case, typed while it is spoken of; Invalid, or NotFound."""
        self._open(meeting)
        item = self._item(meeting, about)
        demand(rules.check_outcome(outcome, self._known(meeting).held_on))
        if outcome == item.outcome:
            return
        with self._db.unit("meeting.decided", Ref("meeting", meeting)) as unit:
            store.put(unit, meeting, replace(item, outcome=outcome))

    def check(self, meeting: MeetingId) -> tuple[Problem, ...]:
        """What stands in the way of the minutes, and what they will leave open."""
        known = self.get(meeting)
        return rules.check_closing(known.held_on, known.present, self._today, known.undecided)

    def agenda(self, meeting: MeetingId, *, with_names: bool = True) -> Document:
        """The agenda as it is now, to bring to the meeting."""
        return agenda_paper(self._paper(meeting, with_names=with_names))

    def minutes(self, meeting: MeetingId, *, with_names: bool = True) -> Document:
        """The minutes as they would be."""
        return minutes_paper(replace(self._paper(meeting, with_names=with_names), draft=True))

    def close(self, meeting: MeetingId) -> DocumentId:
        """Make the minutes and keep the agenda as it was; final. Invalid with what is missing."""
        known = self.get(meeting)
        self._open(meeting)
        demand(self.check(meeting))
        paper = self._paper(meeting, with_names=True)
        with self._db.unit("meeting.closed", Ref("meeting", meeting), final=True) as unit:
            for item in known.items:
                store.put(unit, meeting, item)
            store.close(unit, meeting, unit.today)
            return self._letters.issue(
                unit,
                minutes_paper(paper),
                kind=DocumentKind.MEETING_MINUTES,
                number=paper.number,
                case=Ref("meeting", meeting),
                person=None,
                to_send=False,
            )

    def _paper(self, meeting: MeetingId, *, with_names: bool) -> Paper:
        profile, now = self._settings.profile, self._db.clock.now()
        me = self._settings.me
        return Paper(
            office=profile,
            meeting=self.get(meeting),
            issued=now,
            number=self._letters.next_number(PREFIX, now.year),
            written_by=me.name if me else "",
            with_names=with_names,
            text=load_text("meeting", profile.language.value, now.date()),
        )

    def _item(self, meeting: MeetingId, about: Ref) -> Item:
        found = next((each for each in self.get(meeting).items if each.about == about), None)
        if found is None:
            raise NotFound("not_on_agenda")
        return found

    def _known(self, meeting: MeetingId) -> Meeting:
        found = store.get(self._db, meeting)
        if found is None:
            raise NotFound("meeting_not_found")
        return found

    def _open(self, meeting: MeetingId) -> Meeting:
        known = self._known(meeting)
        if known.closed_on is not None:
            raise Conflict("meeting_closed", held_on=known.held_on)
        return known

    def _last(self) -> date | None:
        return max((row.held_on for row in self.rows() if row.closed_on), default=None)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
