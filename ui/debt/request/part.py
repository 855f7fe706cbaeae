"""«Henvendelsen»: what comes next, what was asked for, what is urgent, whom we may talk with."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.debt.model import AcuteScreen, DebtCase, DebtTopic, Screened
from app.debt.waiting.model import DebtNext
from app.office import Office
from app.people.consents.model import Consent
from ui.debt import tasks
from ui.debt.columns import who_told
from ui.debt.intake.known import life_words
from ui.debt.part import DebtPart
from ui.debt.request.around import AroundCard
from ui.debt.request.dialogs import RequestDialogs
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import flowing
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import capital, day, title_word, until, word
from ui.navigation import Navigator

_WAYS = {
    DebtNext.DECIDE: tasks.DECISION,
    DebtNext.MAP: tasks.ECONOMY,
    DebtNext.BUDGET: tasks.BUDGET,
    DebtNext.CONTACT: tasks.PLAN,
    DebtNext.ANSWERS: tasks.PLAN,
    DebtNext.FOLLOW_PLAN: tasks.PLAN,
    DebtNext.FOLLOW_APPLICATION: tasks.MEASURES,
    DebtNext.FOLLOW_SETTLEMENT: tasks.MEASURES,
    DebtNext.ROUND_OFF: tasks.LOG,
}
"""The part where the next step is taken."""
_STARTS = frozenset({DebtNext.START_NOW, DebtNext.START})


class RequestPart(DebtPart):
    """What was said when somebody asked."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = RequestDialogs(office, navigator, self, case)
        rows = office.debt_waiting.of_person(case.person)
        self._row = next((each for each in rows if each.case.id == case.id), None)
        self.verbs = tuple(
            Button(words, act, size=ButtonSize.SMALL) for words, act in self._possible()
        )
        self.step_button: Button | None = None
        step = self._step()
        if step is not None:
            self.add(step)
        self.nearby = AroundCard(office, navigator, case)
        self.add(SideBySide(self._request(), self._urgent()))
        self.add(SideBySide(self.nearby, self._agreed()))

    def begin(self) -> None:
        """The next step has the keyboard, where there is one."""
        first = self.step_button or next(iter(self.verbs), None)
        if first is not None:
            first.setFocus()

    # what comes next

    def _step(self) -> Callout | None:
        row = self._row
        if row is None or row.step is None:
            return None
        urgent = row.step is DebtNext.START_NOW
        told = [self._why(row.step)]
        if row.on is not None:
            told.append(f"{day(row.on)}, {until(self.office.clock.today(), row.on)}.")
        self.step_button = self._remedy(row.step)
        return Callout(
            ChipKind.URGENT if urgent else ChipKind.INFO,
            self.tr("Neste: {}").format(word(row.step)),
            " ".join(each for each in told if each),
            self.step_button,
        )

    def _remedy(self, step: DebtNext) -> Button | None:
        """The button that takes the step."""
        if step is DebtNext.ASK_ACUTE:
            return self._first(self.tr("Gjør hastevurdering …"), self.dialogs.screen)
        if step in _STARTS:
            return self._first(self.tr("Begynn arbeidet …"), self.dialogs.start)
        task = _WAYS.get(step)
        return self._first(self.tr("Gå dit"), partial(self.go, task)) if task else None

    def _first(self, words: str, act: Callable[[], object]) -> Button:
        """The one to press first on the page."""
        return Button(words, act, kind=ButtonKind.PRIMARY, size=ButtonSize.SMALL)

    def _why(self, step: DebtNext) -> str:
        return {
            DebtNext.ASK_ACUTE: self.tr("Fire spørsmål viser om noe haster."),
            DebtNext.START_NOW: self.tr(
                "Bolig, strøm eller mat står i fare. Vedtaket kan komme etterpå."
            ),
            DebtNext.DECIDE: self.tr("Ingen skal vente uten vedtak om når hjelpen begynner."),
            DebtNext.WAIT: self.tr("Vedtaket sier når arbeidet begynner."),
        }.get(step, "")

    # cards

    def _request(self) -> Card:
        case = self.case
        card = Card(self.tr("Henvendelsen"), icon=Icon.DEBT)
        topics = ", ".join(word(topic) for topic in DebtTopic if topic in case.topics)
        facts = [
            Fact(self.tr("Mottatt"), day(case.received_on)),
            Fact(self.tr("Hvordan"), title_word(case.channel)),
            Fact(self.tr("Hvem tok kontakt"), who_told(case.referred_by)),
            Fact(self.tr("Gjelder"), capital(topics)),
        ]
        card.add(Facts(facts))
        if case.words:
            card.add(Label(f"«{case.words}»", Type.BODY, wrap=True))
        card.add(flowing(*self.verbs))
        card.body.addStretch(1)
        return card

    def _possible(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What can be done with the request where it stands."""
        yield self.tr("Rett …"), self.dialogs.correct
        if self.case.waits:
            if self._row is None or self._row.step not in _STARTS:
                yield self.tr("Begynn arbeidet …"), self.dialogs.start
            yield self.tr("Ønsker det ikke nå …"), self.dialogs.withdraw
        elif self.office.debt_cases.next_stages(self.case):
            yield self.tr("Nytt steg …"), self.dialogs.reach

    def _urgent(self) -> Card:
        """The answers of the acute screen, those that are urgent in words."""
        screen = self.case.screen
        link = None
        next_is_this = self._row is not None and self._row.step is DebtNext.ASK_ACUTE
        if self.case.open and not next_is_this:
            words = self.tr("Spør på nytt …") if screen else self.tr("Gjør hastevurdering …")
            link = Button(words, self.dialogs.screen, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        card = Card(self.tr("Hastevurdering"), icon=Icon.WARNING, link=link)
        if screen is None:
            none = self.tr("Ingen har spurt om bolig, strøm, barn og mat ennå.")
            card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
        else:
            card.add(Facts(self._answers(screen)))
            if screen.words:
                card.add(Label(screen.words, Type.HELP, Token.TEXT2, wrap=True))
        known = life_words(self.office, self.case.person)
        if known:
            card.add(Label(self.tr("Fra registeret: {}").format(known), Type.HELP, wrap=True))
        card.body.addStretch(1)
        return card

    def _answers(self, screen: AcuteScreen) -> list[Fact]:
        def told(answer: Screened, on: date | None = None) -> str:
            words = title_word(answer)
            return f"{words}, {day(on)}" if on else words

        return [
            Fact(self.tr("Kan miste boligen"), told(screen.home, screen.home_on)),
            Fact(self.tr("Kan miste strømmen"), told(screen.power, screen.power_on)),
            Fact(self.tr("Barn under 18 år"), told(screen.children)),
            Fact(self.tr("Mangler penger til mat"), told(screen.food)),
            Fact(self.tr("Spurt"), day(screen.since)),
        ]

    # whom we may talk with

    def _agreed(self) -> Card:
        today = self.office.clock.today()
        given = [e for e in self.office.consents.of(self.case.person) if e.holds(today)]
        speakers = self.office.intake.representatives(self.case.person)
        rows = [self._consent_row(each) for each in given]
        for who in speakers:
            facts = (who.organisation, who.phone, self.tr("fra {}").format(day(who.since)))
            why = " · ".join(each for each in facts if each)
            title = f"{who.name}, {word(who.kind)}"
            key, end = Ref("representative", who.id), self.tr("Avslutt")
            rows.append(Row(key, title, why, icon=Icon.PERSON, action=end))
        card = Card(self.tr("Samtykke og fullmakt"), icon=Icon.CHECK, flush=bool(rows))
        if rows:
            self.agreed = RowList(self.tr("Samtykke og fullmakt"), Shape.TIMELINE, whole=True)
            self.agreed.set_rows(rows)
            self.agreed.activated_key.connect(self._take_back)
            card.add(self.agreed)
        else:
            none = Label(
                self.tr("Ingen. Uten samtykke kan vi ikke snakke med kreditorene."),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
            card.add(none)
        line = button_line(
            Button(self.tr("Nytt samtykke …"), self.dialogs.consent, size=ButtonSize.SMALL),
            Button(self.tr("Ny fullmakt …"), self.dialogs.speaker, size=ButtonSize.SMALL),
        )
        if rows:
            line.setContentsMargins(fonts.px(16), fonts.px(8), fonts.px(16), fonts.px(12))
        card.add(line)
        return card

    def _consent_row(self, consent: Consent) -> Row:
        ends = self.tr("til {}").format(day(consent.until)) if consent.until else ""
        facts = (consent.body, self.tr("fra {}").format(day(consent.since)), ends)
        why = " · ".join(each for each in facts if each)
        action = self.tr("Trekk")
        key = Ref("consent", consent.id)
        return Row(key, title_word(consent.scope), why, icon=Icon.CHECK, action=action)

    def _take_back(self, key: object) -> None:
        if not isinstance(key, Ref):
            return
        if key.kind == "consent":
            self.dialogs.take_back(self.office.consents.get(key.id))
            return
        for who in self.office.intake.representatives(self.case.person):
            if who.id == key.id:
                self.dialogs.end_speaker(who)
