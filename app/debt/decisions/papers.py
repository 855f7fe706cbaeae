"""Gathers what the letters about a vedtak say, and the reasons a new one begins with."""

from datetime import date

from app.core.cases import CaseKind
from app.core.clock import Clock
from app.core.days import day_and_year
from app.core.ids import PersonId
from app.core.periods import Period, Unit
from app.core.text import Language
from app.core.working_days import assumed_arrival
from app.debt.case_letters import DebtLetters
from app.debt.decisions import rules
from app.debt.decisions.model import DebtVedtak, DebtVedtakLetter, Said
from app.debt.decisions.prints import debt_vedtak_letter, text_name
from app.debt.model import AcuteScreen, DebtCase, DebtTopic, Screened
from app.decisions.appeal_prints import AppealRight
from app.decisions.appeals.papers import Copies
from app.decisions.appeals.rules import WEEKS, appeal_deadline
from app.decisions.papers import NEEDS_SIGNATURE
from app.documents.model import Document
from app.documents.texts import Text
from app.settings.model import LegalBasis
from app.settings.service import Settings


class VedtakPapers:
    """The letter with a vedtak, as a draft or for good; and what it rests on."""

    def __init__(
        self, letters: DebtLetters, settings: Settings, clock: Clock, copies: Copies
    ) -> None:
        self.letters = letters
        self.copies = copies
        self._settings = settings
        self._clock = clock

    def basis(self) -> LegalBasis:
        """The act that decides today, with its appeal body and weeks (SOT-08)."""
        return self._settings.legal_basis(CaseKind.DEBT_ADVICE, self._clock.today())

    def act(self, language: Language) -> tuple[str, str]:
        """Its name and paragraph as the reader's language writes the shipped one."""
        basis = self.basis()
        name = self._reasons(Language.NB).passage("act")
        if basis.name != name:
            return basis.name, basis.paragraph
        own = self._reasons(language).passage("act")
        return own, basis.paragraph.replace(name, own)

    def _reasons(self, language: Language) -> Text:
        return self._settings.text("debt_vedtak_reasons", language, self._clock.today())

    def letter(
        self, known: DebtVedtak, case: DebtCase, replaces: DebtVedtak | None, *, as_draft: bool
    ) -> Document:
        """As it is now; a draft may lack parts, and hides an address that is kept secret."""
        sender, today = self.letters.to_person(case.person, as_draft=as_draft), self._clock.today()
        told = DebtVedtakLetter(
            vedtak=known,
            sender=sender,
            received_on=case.received_on,
            right=self._right(known, today),
            started_on=case.started_on,
            replaces=replaces,
            copies=self.copies.names(case.person),
        )
        text = self.letters.text(text_name(granted=known.draft.granted), sender)
        return debt_vedtak_letter(told, text, self.letters.text("appeal", sender))

    def _right(self, known: DebtVedtak, today: date) -> AppealRight:
        parameters, weeks = self._settings.parameters, known.draft.appeal_weeks
        arrival = assumed_arrival(today, parameters.whole("local.post_days", today))
        return AppealRight(
            body=known.draft.appeal_body,
            period=Period(weeks, Unit.WEEKS) if weeks else parameters.period(WEEKS, today),
            arrival=arrival,
            last_day=appeal_deadline(parameters, arrival, weeks).moved,
            signed=parameters.text("fvl.ruleset", today) == NEEDS_SIGNATURE,
        )

    def versions(self, on: date) -> tuple[tuple[str, date], ...]:
        """The dated rules a vedtak of a day rests on, the legal basis among them."""
        used = rules.versions_used(self._settings.parameters, on)
        return (*used, (f"legal_basis.{CaseKind.DEBT_ADVICE}", self.basis().valid_from))

    def strict(self, person: PersonId) -> bool:
        """Whether it is made on paper alone, and goes to nobody else (ADR-02)."""
        return self.letters.strict(person)

    def said(self, case: DebtCase) -> Said:
        """The reasons as the register has them, in the reader's language, to be edited."""
        language = self.letters.whose(case.person).language
        text = self._reasons(language)
        name, paragraph = self.act(language)
        acute = case.screen is not None and case.screen.acute
        return Said(
            rules=text.passage("rules", paragraph=paragraph),
            facts=" ".join((_asked(case, text), *_screened(case.screen, text))),
            considerations=text.passage("acute" if acute else "calm"),
            start=text.passage("start_acute" if acute else "start_queue"),
            act=name,
            paragraph=paragraph,
        )


def _asked(case: DebtCase, text: Text) -> str:
    words = [text.passage(f"topic_{each}") for each in DebtTopic if each in case.topics]
    before, last = ", ".join(words[:-1]), words[-1] if words else ""
    topics = f"{before} {text.passage('and')} {last}" if before else last
    return text.passage("asked", received=day_and_year(case.received_on), topics=topics)


def _screened(screen: AcuteScreen | None, text: Text) -> tuple[str, ...]:
    """What was answered with yes (GJ-02); what nobody asked is no fact."""
    if screen is None:
        return ()
    found = []
    for name, answer, on in (
        ("home", screen.home, screen.home_on),
        ("power", screen.power, screen.power_on),
        ("children", screen.children, None),
        ("food", screen.food, None),
    ):
        if answer is not Screened.YES:
            continue
        found.append(
            text.passage(name) if on is None else text.passage(f"{name}_on", day=day_and_year(on))
        )
    return tuple(found)
