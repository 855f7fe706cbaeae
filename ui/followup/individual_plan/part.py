"""«Individuell plan»: wanted or not, the ten parts as a list, who takes part, coordinators."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.days import short_day
from app.followup.individual_plans.model import (
    CoordinatorPost,
    IndividualPlan,
    PartCheck,
    Participant,
)
from app.followup.individual_plans.model import IndividualPlanPart as Part
from app.followup.individual_plans.model import IndividualPlanState as State
from app.followup.plans.model import MeasureLine
from app.office import Office
from app.people.model import Person
from ui.followup.individual_plan.dialogs import IndividualPlanDialogs, answer_words, texts
from ui.followup.individual_plan.words import PRINT
from ui.followup.part import FollowupPart
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import day, problem, title_word
from ui.navigation import Navigator

PLAN, SERVICES = "plan", "services"


class IndividualPart(FollowupPart):
    """Whether the person wants one stands first; then what it holds."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.dialogs = IndividualPlanDialogs(office, navigator, self)
        self.known = office.individual_plans.of(person.id)
        self.state = office.individual_plans.state(person.id)
        agreed = self.known.agreed
        self.want_button = Button(
            self.tr("Begynn planen") if agreed else self.tr("Personen ønsker individuell plan …"),
            self.want,
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.SMALL,
        )
        self.offer_button = self._small(self.tr("Tilbudt …"), partial(self.offered, declined=False))
        self.decline_button = self._small(
            self.tr("Tilbudt, ønsker ikke …"), partial(self.offered, declined=True)
        )
        self.print_button = Button(
            self.tr("Skriv ut individuell plan"),
            partial(self.go, PRINT),
            icon=Icon.PRINT,
            size=ButtonSize.SMALL,
        )
        self.new_button = Button(
            self.tr("Ny deltaker …"), self.add_one, icon=Icon.NEW, size=ButtonSize.SMALL
        )
        self.parts = _rows(self.tr("De ti delene"))
        self.parts.activated_key.connect(self._open_part)
        self.people = _rows(self.tr("Deltakere"))
        self.people.activated_key.connect(self._open_one)
        self.posts = _rows(self.tr("Koordinator og kontaktlege"))
        self.posts.activated_key.connect(self._open_post)
        self.add(*self._cards())

    def begin(self) -> None:
        if self.known.plan is None or self.state is State.CONSENT_OVER:
            self.want_button.setFocus()
        else:
            self.parts.setFocus()

    # what is done

    def want(self) -> None:
        """The consent first, unless it is known already; then the plan."""
        if not self.known.agreed:
            self.dialogs.want(self.person.id)
            return
        begin = partial(self.office.individual_plans.begin, self.person.id)
        if self.navigator.attempt(begin):
            self.navigator.tell(self.tr("Individuell plan begynt"))

    def offered(self, *, declined: bool) -> None:
        """It was offered, and perhaps not wanted."""
        self.dialogs.offered(self.person.id, declined=declined)

    def add_one(self) -> None:
        """One more who takes part."""
        self.dialogs.participant(self.known)

    def open_part(self, part: Part) -> None:
        """What is asked about a part, or where its facts are written."""
        if part in texts() and not self._elsewhere(part):
            self.dialogs.words(self.known, part)
        elif part is Part.PARTICIPANTS:
            self.add_one()
        elif part is Part.PERIOD:
            self.dialogs.period(self.known)
        elif part is Part.COORDINATORS:
            self.dialogs.coordinator(self.known, self._unanswered())
        elif part is Part.MEASURES and self._lines():
            lines = tuple((line.measure, f"{line.words} ({line.who})") for line in self._lines())
            self.dialogs.extents(self.known, lines)
        elif part is Part.CONSENT:
            self.go(SERVICES)
        else:
            self.go(PLAN)

    def _elsewhere(self, part: Part) -> bool:
        """Whether all that a part lacks is written under «Plan»."""
        content = self.known.content
        no_goals = content is None or not content.goals
        return part is Part.GOALS and no_goals and bool(self.known.draft.resources)

    # what is shown

    def _cards(self) -> list[QWidget]:
        if self.known.plan is None:
            self._unused(self.parts, self.people, self.print_button, self.new_button)
            hint = self._hint()
            return [*([hint] if hint else []), self._none(), self._posts_card()]
        self._unused(self.offer_button, self.decline_button)
        cards: list[QWidget] = []
        if self.state is State.CONSENT_OVER:
            cards.append(self._without_consent())
        else:
            self._unused(self.want_button)
        return [*cards, self._parts_card(), self._people_card(), self._posts_card()]

    def _hint(self) -> Callout | None:
        if not self.office.individual_plans.may_have_right(self.person.id):
            return None
        if self.state in {State.DECLINED, State.WANTED}:
            return None
        return Callout(
            ChipKind.INFO,
            self.tr("To eller flere enheter har tiltak for personen."),
            self.tr(
                "Den som trenger langvarige og koordinerte tjenester, har rett til individuell"
                " plan. Vurder om det gjelder her, og tilby den. Sosialtjenesteloven §\u00a028,"
                " helse- og omsorgstjenesteloven §\u00a07-1."
            ),
        )

    def _none(self) -> Card:
        card = Card(self.tr("Individuell plan"), icon=Icon.DOCUMENT)
        card.add(
            EmptyState(
                self._standing(),
                self.tr(
                    "En individuell plan samler mål, tjenester og ansvar på ett sted for den som"
                    " trenger langvarige og koordinerte tjenester. Den lages bare når personen"
                    " ønsker det og samtykker."
                ),
                primary=self.want_button,
                secondary=self.decline_button,
                quiet=self.offer_button if self.state is State.NOT_ASKED else None,
                drawing=False,
            )
        )
        if self.state is not State.NOT_ASKED:
            self._unused(self.offer_button)
        return card

    def _standing(self) -> str:
        wish = self.known.wish
        if self.known.agreed:
            return self.tr("Personen har samtykket. Planen kan begynne.")
        if wish is None:
            return self.tr("Personen har ikke individuell plan")
        return {
            State.OFFERED: self.tr("Individuell plan er tilbudt {}"),
            State.DECLINED: self.tr("Tilbudt {}. Personen ønsker ikke individuell plan."),
            State.WANTED: self.tr("Personen ønsket individuell plan {}"),
        }.get(self.state, "{}").format(day(wish.since))

    def _without_consent(self) -> Callout:
        consent = self.known.consent
        since = ""
        if consent is not None and consent.withdrawn_on is not None:
            since = self.tr("Samtykket ble trukket {}.").format(day(consent.withdrawn_on))
        elif consent is not None and consent.until is not None:
            since = self.tr("Samtykket gjaldt til og med {}.").format(day(consent.until))
        return Callout(
            ChipKind.SOON,
            self.tr("Planen kan ikke brukes eller deles: samtykket gjelder ikke lenger."),
            " ".join(
                filter(
                    None,
                    (
                        since,
                        self.tr(
                            "Ingenting er slettet. Si fra til dem som er med, og arbeid ikke etter"
                            " planen før personen eventuelt samtykker på nytt."
                        ),
                    ),
                )
            ),
            self.want_button,
        )

    def _parts_card(self) -> Card:
        checks = self.office.individual_plans.checklist(self.known)
        filled = sum(check.filled for check in checks)
        fact = self.tr("{} av {} deler er fylt ut").format(filled, len(checks))
        card = Card(self.tr("Individuell plan"), icon=Icon.DOCUMENT, flush=True, fact=fact)
        open_ = self.state is State.RUNNING
        self.parts.set_rows([self._part(at, check, open_) for at, check in enumerate(checks, 1)])
        self.parts.select_end(last=False)
        if not open_:
            self.print_button.set_off(self.tr("Samtykket gjelder ikke lenger."))
        card.add(self.parts, _line(self.print_button))
        return card

    def _part(self, at: int, check: PartCheck, open_: bool) -> Row:
        number = "" if check.part is Part.CHILD else f"{at}. "
        chip = (
            Chip(ChipKind.OK, self.tr("Fylt ut"))
            if check.filled
            else Chip(ChipKind.WAITING, self.tr("Mangler"))
        )
        action = self._action(check)
        return Row(
            check.part.value,
            f"{number}{title_word(check.part)}",
            problem(check.lacks[0]) if check.lacks else self._summary(check.part),
            chip,
            action=action if open_ else "",
        )

    def _action(self, check: PartCheck) -> str:
        if check.part is Part.CONSENT:
            return self.tr("Se samtykkene")
        if check.part is Part.PARTICIPANTS:
            return self.tr("Ny deltaker …")
        to_plan = self._elsewhere(check.part) or (check.part is Part.MEASURES and not self._lines())
        if to_plan:
            return self.tr("Til planen")
        return self.tr("Endre …") if check.filled else self.tr("Fyll ut …")

    def _summary(self, part: Part) -> str:
        """What a filled part says, in short."""
        known = self.known
        if part is Part.GOALS and known.content is not None:
            return "; ".join(goal.words.strip().rstrip(".") for goal in known.content.goals) + "."
        if part is Part.PARTICIPANTS:
            return ", ".join(each.draft.name for each in known.taking_part) + "."
        if part is Part.RESPONSIBLE:
            return self.tr("Koordinator: {}.").format(known.coordinator)
        if part is Part.PERIOD and known.draft.starts_on and known.draft.ends_on:
            start, end = short_day(known.draft.starts_on), short_day(known.draft.ends_on)
            return self.tr("{} til {}.").format(start, end)
        if part is Part.CONSENT and known.consent is not None:
            return self._shared()
        return ""

    def _shared(self) -> str:
        shares = [share.body.strip().rstrip(".") for share in self.known.shares]
        if not shares:
            return self.tr("Planen kan ikke deles med noen ennå.")
        whom = ", ".join(words or self.tr("dem som er med på planen") for words in shares)
        return self.tr("Planen kan deles med {}.").format(whom)

    def _people_card(self) -> Card:
        rows = [self._one(each) for each in self.known.participants]
        card = Card(self.tr("Deltakere"), icon=Icon.PEOPLE, flush=True)
        if rows:
            card.set_count(len(self.known.taking_part))
            self.people.set_rows(rows)
            card.add(self.people)
        else:
            self._unused(self.people)
        if self.state is not State.RUNNING:
            self.new_button.set_off(self.tr("Samtykket gjelder ikke lenger."))
        card.add(_line(self.new_button))
        return card

    def _one(self, one: Participant) -> Row:
        draft = one.draft
        facts = (draft.capacity, one.unit_name, draft.phone)
        takes_part = one.takes_part(self.office.clock.today())
        gets = one in self.office.individual_plans.may_get(self.known)
        shared = self.tr("Kan få kopi.") if gets else self.tr("Får ikke kopi uten samtykke.")
        said = ", ".join(each for each in facts if each)
        until = self.tr("Til {}").format(day(draft.until)) if draft.until else ""
        return Row(
            one.id,
            draft.name,
            f"{said}. {shared}" if said else shared,
            Chip(ChipKind.OK, self.tr("Er med"))
            if takes_part
            else Chip(ChipKind.INFO, self.tr("Er ikke med")),
            when=until,
            action=self.tr("Rett …") if self.state is State.RUNNING else "",
        )

    def _posts_card(self) -> Card:
        card = Card(self.tr("Koordinator og kontaktlege"), icon=Icon.COORDINATOR, flush=True)
        self.posts.set_rows([self._post(post) for post in CoordinatorPost])
        card.add(self.posts)
        return card

    def _post(self, post: CoordinatorPost) -> Row:
        offer = self.known.offers.get(post)
        why = answer_words(offer)
        if offer is None and post is CoordinatorPost.COORDINATOR:
            why = self.tr("Tilbys også når personen ikke vil ha individuell plan.")
        chip = (
            Chip(ChipKind.OK, title_word(offer.answer))
            if offer
            else Chip(ChipKind.WAITING, self.tr("Ikke svart"))
        )
        action = self.tr("Endre …") if offer else self.tr("Før inn …")
        return Row(post.value, title_word(post), why, chip, action=action)

    # what is opened

    def _open_part(self, key: object) -> None:
        if self.state is State.RUNNING:
            self.open_part(Part(str(key)))

    def _open_one(self, key: object) -> None:
        one = next((each for each in self.known.participants if each.id == key), None)
        if one is not None and self.state is State.RUNNING:
            self.dialogs.participant(self.known, one)

    def _open_post(self, key: object) -> None:
        self.dialogs.coordinator(self.known, CoordinatorPost(str(key)))

    def _unanswered(self) -> CoordinatorPost:
        left = (post for post in CoordinatorPost if post not in self.known.offers)
        return next(left, CoordinatorPost.COORDINATOR)

    def _lines(self) -> tuple[MeasureLine, ...]:
        return _lines(self.known)

    def _small(self, words: str, act: object) -> Button:
        return Button(words, act if callable(act) else None, size=ButtonSize.SMALL)

    def _unused(self, *parts: QWidget) -> None:
        for part in parts:
            part.setParent(self)
            part.hide()


def _lines(known: IndividualPlan) -> tuple[MeasureLine, ...]:
    """Every measure in the plan, those of the goals first."""
    if known.content is None:
        return ()
    of_goals = (line for goal in known.content.goals for line in goal.measures)
    return (*of_goals, *known.content.loose)


def _rows(name: str) -> RowList:
    return RowList(name, Shape.TODAY, whole=True)


def _line(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    side = fonts.px(16)
    row.setContentsMargins(side, fonts.px(6), side, fonts.px(10))
    row.setSpacing(fonts.px(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
