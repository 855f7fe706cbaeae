"""«Individuell plan»: wanted or not, the ten parts as a list, who takes part, coordinators."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.followup.individual_plans.model import (
    CoordinatorPost,
    PartCheck,
)
from app.followup.individual_plans.model import IndividualPlanPart as Part
from app.followup.individual_plans.model import IndividualPlanState as State
from app.office import Office
from app.people.model import Person
from ui.followup.individual_plan.dialogs import IndividualPlanDialogs, texts
from ui.followup.individual_plan.rows import (
    measure_lines,
    participant_row,
    post_row,
    summary,
)
from ui.followup.individual_plan.wish_dialogs import WishDialogs
from ui.followup.individual_plan.words import PRINT
from ui.followup.part import FollowupPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
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
        self.wishes = WishDialogs(office, navigator, self)
        self.known = office.individual_plans.of(person.id)
        self.state = office.individual_plans.state(person.id)
        self.want_button = Button(
            self._want_words(),
            self.want,
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.SMALL,
        )
        self.offer_button = self._small(
            self.tr("Tilbudt, ikke svart …"), partial(self.offered, declined=False)
        )
        self.decline_button = self._small(
            self.tr("Tilbudt, ønsker ikke …"), partial(self.offered, declined=True)
        )
        whole = all(each.filled for each in office.individual_plans.checklist(self.known))
        self.print_button = Button(
            self.tr("Skriv ut individuell plan"),
            partial(self.go, PRINT),
            kind=ButtonKind.PRIMARY if whole else ButtonKind.SECONDARY,
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
            self.wishes.want(self.person.id)
            return
        begin = partial(self.office.individual_plans.begin, self.person.id)
        if self.navigator.attempt(begin):
            self.navigator.tell(self.tr("Individuell plan begynt"))

    def offered(self, *, declined: bool) -> None:
        """It was offered, and perhaps not wanted."""
        self.wishes.offered(self.person.id, declined=declined)

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
            self.wishes.coordinator(self.known, self._unanswered())
        elif part is Part.MEASURES and measure_lines(self.known):
            self.dialogs.extents(self.known)
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

    def _want_words(self) -> str:
        if self.state is State.CONSENT_OVER:
            return self.tr("Nytt samtykke …")
        if self.known.agreed:
            return self.tr("Begynn planen")
        return self.tr("Personen ønsker individuell plan …")

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
        card.add(self.parts, button_line(self.print_button, inset=True))
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
            problem(check.lacks[0]) if check.lacks else summary(self.known, check.part),
            chip,
            action=action if open_ else "",
        )

    def _action(self, check: PartCheck) -> str:
        if check.part is Part.CONSENT:
            return self.tr("Se samtykkene")
        if check.part is Part.PARTICIPANTS:
            return self.tr("Ny deltaker …")
        no_measures = check.part is Part.MEASURES and not measure_lines(self.known)
        if no_measures or self._elsewhere(check.part):
            return self.tr("Til planen")
        return self.tr("Endre …") if check.filled else self.tr("Fyll ut …")

    def _people_card(self) -> Card:
        allowed = self.office.individual_plans.may_get(self.known)
        action = self.tr("Rett …") if self.state is State.RUNNING else ""
        rows = [
            participant_row(each, self.known.day, action, gets_copy=each in allowed)
            for each in self.known.participants
        ]
        card = Card(self.tr("Deltakere"), icon=Icon.PEOPLE, flush=True)
        if rows:
            card.set_count(len(self.known.taking_part))
            self.people.set_rows(rows)
            self.people.select_end(last=False)
            card.add(self.people)
        else:
            self._unused(self.people)
        if self.state is not State.RUNNING:
            self.new_button.set_off(self.tr("Samtykket gjelder ikke lenger."))
        card.add(button_line(self.new_button, inset=True))
        return card

    def _posts_card(self) -> Card:
        card = Card(self.tr("Koordinator og kontaktlege"), icon=Icon.COORDINATOR, flush=True)
        self.posts.set_rows([post_row(self.known, post) for post in CoordinatorPost])
        self.posts.select_end(last=False)
        card.add(self.posts)
        return card

    # what is opened

    def _open_part(self, key: object) -> None:
        if self.state is State.RUNNING:
            self.open_part(Part(str(key)))

    def _open_one(self, key: object) -> None:
        one = next((each for each in self.known.participants if each.id == key), None)
        if one is not None and self.state is State.RUNNING:
            self.dialogs.participant(self.known, one)

    def _open_post(self, key: object) -> None:
        self.wishes.coordinator(self.known, CoordinatorPost(str(key)))

    def _unanswered(self) -> CoordinatorPost:
        left = (post for post in CoordinatorPost if post not in self.known.offers)
        return next(left, CoordinatorPost.COORDINATOR)

    def _small(self, words: str, act: object) -> Button:
        return Button(words, act if callable(act) else None, size=ButtonSize.SMALL)

    def _unused(self, *parts: QWidget) -> None:
        for part in parts:
            part.setParent(self)
            part.hide()


def _rows(name: str) -> RowList:
    return RowList(name, Shape.TODAY, whole=True)
