"""The officer's verbs on letters, clocks and the sweep."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from app.applications.answers import proposals, rules, store
from app.applications.answers.model import (
    ApplicationClock,
    Facts,
    LetterDraft,
    LetterKind,
    Ticking,
)
from app.applications.answers.papers import Forms, addressed_to, ask_for, still_asked
from app.applications.answers.prints import CitizenLetter, Texts, citizen_letter
from app.applications.model import Application, ApplicationState, Channel
from app.applications.service import Applications
from app.applications.state_rules import way
from app.core.errors import Invalid, Problem, demand
from app.core.ids import ApplicationId, DocumentId, Ref
from app.documents.model import Document
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PREFIX = "B"


class Answering:
    """Keep every applicant told, in time; ask those who wait whether the need is still there."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        people: People,
        letters: Letters,
        settings: Settings,
        forms: Forms,
    ) -> None:
        self._db = db
        self._applications = applications
        self._people = people
        self._letters = letters
        self._settings = settings
        self._forms = forms
        applications.know_answers(self)
        applications.know_lapses(self)

    # the clocks

    def answered(self, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
        """The day a delay notice was sent: it tells the reason and the day, as FV-02 asks."""
        sent = self._letters.sent_on_cases("application", applications, DocumentKind.DELAY_NOTICE)
        return {ApplicationId(case): day for case, day in sent.items()}

    def clock_of(self, application: ApplicationId) -> ApplicationClock:
        """Every clock of one application today; NotFound when there is none."""
        answer = self._applications.clock(application)
        (row,) = self._applications.rows_of(frozenset({application}))
        return rules.clock_of(
            row,
            answer,
            self._applications.states(application),
            self._facts(application),
            self._settings.parameters,
            self._today,
            missing=still_asked(self._forms, application),
        )

    def ticking(self) -> tuple[Ticking, ...]:
        """Every open application with its clocks, the one that came first first."""
        rows = self._applications.open()
        known = store.facts(self._db, [row.id for row in rows])
        parameters, today = self._settings.parameters, self._today
        made = []
        for row in rows:
            facts = known.get(row.id, Facts())
            ticking = rules.tick(row, facts, parameters, today, missing=True)
            # only where papers were asked for is it looked up whether they came
            if ticking.papers and not still_asked(self._forms, row.id):
                ticking = rules.tick(row, facts, parameters, today, missing=False)
            made.append(ticking)
        return tuple(sorted(made, key=lambda each: (each.row.received_on, each.row.id)))

    def on_paper(self, application: ApplicationId) -> bool:
        """Whether its address is strengt fortrolig, so that no letter is kept (ADR-02)."""
        rows = self._applications.rows_of(frozenset({application}))
        return any(row.protection is AddressProtection.STRICTLY_CONFIDENTIAL for row in rows)

    def sweep(self, before: date) -> tuple[Ticking, ...]:
        """Those who wait for a dwelling and were neither heard of nor asked since a day."""
        return self.to_ask(self.ticking(), before)

    def to_ask(self, ticking: Iterable[Ticking], before: date) -> tuple[Ticking, ...]:
        """Those of them that the sweep should ask."""
        return tuple(each for each in ticking if rules.asked_before(each, before))

    def sweep_day(self) -> date:
        """The day the sweep looks back to, by the municipality's own period."""
        return rules.sweep_day(self._settings.parameters, self._today)

    # the letters

    def suggest(self, application: ApplicationId, kind: LetterKind) -> LetterDraft:
        """A letter ready made: its day and its papers, for the officer to look over."""
        missing = self._forms.missing_papers(application)
        return proposals.suggest(
            kind, self.clock_of(application), missing, self._settings.parameters, self._today
        )

    def check(self, draft: LetterDraft) -> None:
        """Invalid with what is wrong with a letter before anything is made of it."""
        demand(rules.check_letter(draft, self._today))

    def reply_day(self) -> date:
        """The day that those asked today are given to answer by."""
        return rules.proposed_day(self._settings.parameters, rules.REPLY, self._today)

    def preview(self, application: ApplicationId, draft: LetterDraft) -> Document:
        """The letter as it would be issued, marked as a draft; Invalid with what is missing.

        It never shows an address that is kept secret (ADR-03).
        """
        known = self._applications.get(application)
        person = self._people.get(known.applicant)
        return self._print(self._letter(known, person, draft, as_draft=True))

    def issue(self, application: ApplicationId, draft: LetterDraft) -> DocumentId | OnPaper:
        """Finish the letter and put it under «Skal sendes», with a copy to who speaks for the
        person; final. For strengt fortrolig it is given back to be printed now (ADR-02).
        """
        known = self._applications.get(application)
        person = self._people.get(known.applicant)
        letter = self._letter(known, person, draft, as_draft=False)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, letter.number)
        subject = Ref("application", application)
        with self._db.unit(draft.kind.verb, subject, final=True) as unit:
            made = self._issue(unit, known, person, letter)
            self._follow(unit, known, draft, letter.number)
        return made

    def _issue(
        self, unit: Unit, known: Application, person: Person, letter: CitizenLetter
    ) -> DocumentId | OnPaper:
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        kept = partial(
            issue,
            unit,
            kind=letter.kind.document,
            case=Ref("application", known.id),
            person=person.id,
            to_send=True,
        )
        made = kept(self._print(letter), number=letter.number)
        store.add_notice(unit, known.id, letter.kind.document, letter.day, made)
        if not strict:
            for copy in self._copies(letter, known):
                numbered = replace(copy, number=self._letters.next_number(PREFIX, unit.today.year))
                kept(self._print(numbered), number=numbered.number)
        return made

    def _copies(self, letter: CitizenLetter, known: Application) -> Iterator[CitizenLetter]:
        """The same letter in an envelope of its own to each who speaks for the person."""
        for who in self._forms.representatives(known.applicant):
            lines = addressed_to(who)
            if lines:
                yield replace(letter, recipient=lines)

    def _follow(self, unit: Unit, known: Application, draft: LetterDraft, number: str) -> None:
        """Asking for papers notes them, and the application waits for them if it may."""
        if draft.kind is not LetterKind.MISSING_PAPERS:
            return
        ask_for(self._forms, unit, known.id, draft.papers, unit.today)
        waits = ApplicationState.INCOMPLETE
        since = self._applications.states(known.id)[-1].since
        if known.state is not waits and way(known.state, waits) and since <= unit.today:
            self._applications.set_state(unit, known.id, waits, unit.today, number)

    def _letter(
        self, known: Application, person: Person, draft: LetterDraft, *, as_draft: bool
    ) -> CitizenLetter:
        demand(rules.state_problems(draft.kind, known.state))
        self.check(draft)
        clock = self.clock_of(known.id)
        now, me = self._db.clock.now(), self._settings.me
        hidden = as_draft and person.protection is not AddressProtection.NONE
        return CitizenLetter(
            kind=draft.kind,
            office=self._settings.profile,
            officer_name=me.name if me else "",
            officer_title=me.title if me else "",
            recipient=() if hidden else window(person),
            issued=now,
            language=person.language,
            number=self._letters.next_number(PREFIX, now.year),
            application_number=known.number,
            case=known.draft.case,
            asked=known.draft.kind,
            received_on=known.received_on,
            day=draft.day or self._today,
            granted=known.state is ApplicationState.GRANTED_WAITING,
            heard_on=clock.confirmed_on or known.received_on,
            promised=clock.promise.notice.told_day if clock.promise else None,
            valid_for=rules.valid_for(self._settings.parameters, clock),
            delay=draft.delay,
            reason=draft.reason,
            papers=draft.papers,
            copies=tuple(who.name for who in self._forms.representatives(person.id)),
            draft=as_draft,
        )

    def _print(self, letter: CitizenLetter) -> Document:
        day, language = letter.issued.date(), letter.language
        texts = Texts(
            self._settings.text("citizen_letter", language, day),
            self._settings.text(letter.kind.value, language, day),
            self._settings.text("missing_papers", language, day),
        )
        return citizen_letter(letter, texts)

    # what the person says

    def confirm(
        self, application: ApplicationId, since: date, channel: Channel, note: str = ""
    ) -> None:
        """«Behovet gjelder fortsatt» from a day: it holds anew from then; Invalid day."""
        known = self._applications.get(application)
        demand(rules.check_confirmation(known.received_on, since, self._today))
        if not known.state.open:
            raise Invalid([Problem("since", "application_closed")])
        with self._db.unit("application.confirmed", Ref("application", application)) as unit:
            store.add_confirmation(unit, application, since, channel, note.strip())

    def lapse_problems(self, application: ApplicationId, since: date) -> tuple[Problem, ...]:
        """What stands against a lapse: never without a warning sent, never before its day."""
        return rules.lapse_problems(self._facts(application), since)

    def _facts(self, application: ApplicationId) -> Facts:
        return store.facts(self._db, (application,)).get(application, Facts())

    @property
    def _today(self) -> date:
        return self._db.clock.today()
