"""The whole paper form typed by keyboard alone: everything is found again where it belongs."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.applications.intake.model import (
    AssetKind,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    IncomeKind,
    LegalStay,
    MaritalStatus,
    PaperKind,
    RepresentativeKind,
    Requirement,
    Tenure,
    Wanted,
)
from app.applications.model import Application, NeedCategory, TargetGroup
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.core.money import kroner
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import Presence, Role
from tests.factories import a_number
from tests.ui.applications.desk import Heard, Keys
from ui.applications.application_page import ApplicationPage
from ui.navigation import PageId, Place

NEW = Place(PageId.APPLICATION, task="new")
NUMBER = a_number(date(1988, 3, 14), 0)
SECONDS_A_KEY, SECONDS_A_DECISION = 0.28, 1.35


class Typist(Keys):
    """Types a form as an officer does: Tab to a field by its name, then what stands there."""

    def __init__(self, page: ApplicationPage) -> None:
        super().__init__(page)
        self.decisions = 0

    def to(self, name: str) -> None:
        """Tab on until the field of that name; one decision."""
        self.decisions += 1
        for _ in range(60):
            if self._named(name):
                return
            self.tab()
        raise AssertionError(f"{name} is not reached by Tab; now at {self.at.accessibleName()}")

    def _named(self, name: str) -> bool:
        return self.at.accessibleName().removesuffix(", valgfritt") == name

    def write(self, name: str, answer: str) -> None:
        """Go to a field and type; in a list the first letters choose."""
        self.to(name)
        self.type(answer)
        if isinstance(self.at, QComboBox):
            assert self.at.currentText().casefold().startswith(answer.casefold())

    def part(self, title: str) -> None:
        """On to a part of the form with Ctrl Page Down, and open it."""
        self.decisions += 1
        for _ in range(20):
            self.press(Qt.Key.Key_PageDown, ctrl=True)
            if self._named(title):
                break
        else:
            raise AssertionError(f"no part is called {title}")
        if "lukket" in self.at.accessibleDescription():
            self.press(Qt.Key.Key_Space)
        else:
            self.tab()

    def tick(self, name: str, *, down: int = 0) -> None:
        """Go to a list of ticks, down in it, and tick."""
        self.to(name)
        self.press(Qt.Key.Key_Down, times=down)
        self.press(Qt.Key.Key_Space)

    @property
    def seconds(self) -> float:
        """By the keystroke-level model."""
        return self.count * SECONDS_A_KEY + self.decisions * SECONDS_A_DECISION


def _registered(office: Office, heard: Heard, qtbot: QtBot) -> Application:
    qtbot.waitUntil(lambda: bool(heard.places or heard.failed))
    assert heard.failed == []
    ref = heard.places[-1].ref
    assert ref is not None
    return office.applications.get(ApplicationId(ref.id))


def test_a_name_and_a_day_are_enough(
    page: ApplicationPage, office: Office, heard: Heard, qtbot: QtBot
) -> None:
    page.show_place(NEW)
    keys = Typist(page)
    keys.type("Ingunn Testmo")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return, ctrl=True)
    known = _registered(office, heard, qtbot)
    assert known.name == "Ingunn Testmo"
    assert known.received_on == office.clock.today()
    assert known.draft.case is CaseKind.ALLOCATION
    assert office.applications.opened_with(known.id) == ()
    assert keys.count == 15


def _household(keys: Typist) -> None:
    keys.to("Legg til person")
    keys.press(Qt.Key.Key_Space)
    keys.type("M")
    keys.write("Navn", "Amir Testmo")
    keys.write("Født eller nummer", "5.6.1985")
    keys.to("Legg til person")
    keys.press(Qt.Key.Key_Space)
    keys.write("Navn", "Elias Testmo")
    keys.write("Født eller nummer", "4.5.2019")


def _stay_and_home(keys: Typist) -> None:
    keys.part("Sivilstand, arbeid og opphold")
    keys.write("Sivilstand", "G")
    keys.write("Arbeidsgiver, skole eller annet", "Lia sagbruk")
    keys.write("Bodd her siden", "1.3.2021")
    keys.write("Tilknytning til kommunen", "skole")
    keys.write("Folkeregistrert her", "J")
    keys.write("På institusjon eller i fengsel", "N")
    keys.write("Bosatt etter avtale", "J")
    keys.write("Rett til opphold", "Midl")
    keys.write("Tillatelse til", "1.8.2027")
    keys.write("Familiegjenforening", "N")
    keys.part("Hvordan de bor i dag, og hvorfor de søker")
    keys.write("Bor i dag", "L")
    keys.write("Må ut innen", "1.2.2027")
    keys.write("Avtale til", "1.1.2027")
    keys.write("Hvor bor de nå", "En hybel.")
    keys.write("Hvorfor trengs bolig", "Hybelen selges.")
    keys.write("Leier av", "Per Testvik")
    keys.write("Husleie i måneden", "9500")
    keys.write("Soverom i dag", "1")
    keys.write("Hva de har prøvd selv", "Ti visninger.")
    keys.part("Tidligere leieforhold og gjeld til kommunen")
    keys.write("Leid av kommunen før", "J")
    keys.write("Hvor", "Testvegen")
    keys.write("Til når", "1.2.2020")
    keys.write("Skylder kommunen", "4200")
    keys.write("Nedbetaling fra", "1.3.2020")


def _need(keys: Typist) -> None:
    keys.part("Kartlegging")
    keys.write("Gruppe", "Barn")
    keys.tick("A1 Mangler tak over hodet kommende natt", down=11)
    keys.tick("Uten bolig", down=4)
    keys.part("Hvilken bolig de trenger")
    keys.write("Soverom", "3")
    keys.write("Størrelse", "70")
    keys.tick("Må være for rullestol")
    keys.write("Hvor i kommunen", "sentrum")
    keys.write("Skole", "Lia skole")
    keys.tick("Trinnfri inngang", down=1)
    keys.write("Ønsker", "Hage")
    keys.write("Merknad", "Ringer igjen")
    keys.part("Hindringer og hjelp de ønsker")
    keys.tick("Lav inntekt", down=2)
    keys.tick("Ha oversikt over økonomien", down=3)
    keys.write("Hva som ville hjelpe mest", "Depositum")


def _money(keys: Typist) -> None:
    keys.part("Inntekt")
    keys.press(Qt.Key.Key_Space)
    keys.write("I måneden før skatt", "24000")
    keys.press(Qt.Key.Key_Return)
    keys.type("Amir")
    keys.write("Inntekt", "Dag")
    keys.write("I måneden før skatt", "12000")
    keys.press(Qt.Key.Key_Return)
    keys.write("Inntekt", "Barnet")
    keys.write("I måneden før skatt", "1968")
    keys.part("Det de eier, og faste utgifter")
    keys.press(Qt.Key.Key_Space)
    keys.write("Verdi", "5000")
    keys.to("Legg til utgift")
    keys.press(Qt.Key.Key_Space)
    keys.write("I måneden", "9500")
    keys.part("Lån og gjeld")
    keys.press(Qt.Key.Key_Space)
    keys.type("Banken")
    keys.write("Lånenummer", "42")
    keys.write("Lånt", "50000")
    keys.write("Igjen", "30000")
    keys.write("I måneden", "1500")


def _rest(keys: Typist) -> None:
    keys.part("Papirer")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    keys.part("Den som hjelper med søknaden")
    keys.write("Rolle", "V")
    keys.write("Navn", "Siv Verge")
    keys.write("Postadresse", "Boks 7")
    keys.write("Postnummer", "2211")
    keys.write("Poststed", "Lia")
    keys.part("Samtykker")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.write("Hvem eller hva", "Skatteetaten")
    keys.write("Gjelder til", "1.6.2027")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down, times=4)
    keys.write("Gjelder til", "1.6.2027")


def _has_people_and_cases(office: Office, known: Application) -> None:
    other = office.applications.get(office.applications.opened_with(known.id)[0])
    assert [known.draft.case, other.draft.case] == [CaseKind.ALLOCATION, CaseKind.HOUSING_HELP]
    assert known.received_on == other.received_on == date(2026, 11, 2)
    applicant = office.people.get(known.applicant)
    assert (applicant.phone, applicant.interpreter_language) == ("99999999", "tigrinja")
    members = office.people.household(known.household).members
    assert [(each.name, each.role, each.presence) for each in members] == [
        ("Ingunn Testmo", Role.APPLICANT, Presence.LIVES_HERE),
        ("Amir Testmo", Role.CO_APPLICANT, Presence.LIVES_HERE),
        ("Elias Testmo", Role.CHILD, Presence.LIVES_HERE),
    ]
    assert known.draft.group is TargetGroup.FAMILY_WITH_CHILDREN
    assert known.draft.other_groups == {tuple(TargetGroup)[4]}
    assert known.draft.needs == {NeedCategory.TOO_SMALL}
    assert (known.draft.bedrooms, known.draft.accessible) == (3, True)
    assert (known.draft.present_housing, known.draft.reason) == ("En hybel.", "Hybelen selges.")
    assert (known.draft.wishes, known.draft.note) == ("Hage", "Ringer igjen")


def _has_told(office: Office, known: Application) -> None:
    told = office.intake.of(known.id)
    assert told.wanted is Wanted.TEMPORARY
    assert told.marital_status is MaritalStatus.MARRIED
    assert (told.employer, told.close_tie) == ("Lia sagbruk", "skole")
    assert told.residence_since == date(2021, 3, 1)
    assert (told.registered_here, told.in_institution) == (True, False)
    assert (told.by_agreement, told.family_reunion) == (True, False)
    assert told.cares_for_child is None
    assert told.legal_stay is LegalStay.TEMPORARY_PERMIT
    assert told.permit_until == date(2027, 8, 1)
    assert told.tenure is Tenure.RENTS_PRIVATELY
    assert (told.must_leave_on, told.lease_ends_on) == (date(2027, 2, 1), date(2027, 1, 1))
    assert (told.landlord, told.present_rent) == ("Per Testvik", kroner(9500))
    assert (told.present_bedrooms, told.tried_otherwise) == (1, "Ti visninger.")
    assert (told.rented_before, told.rented_where) == (True, "Testvegen")
    assert (told.rented_until, told.owed_plan_on) == (date(2020, 2, 1), date(2020, 3, 1))
    assert told.owed == kroner(4200)
    assert (told.floor_area, told.area_wanted, told.school) == (70, "sentrum", "Lia skole")
    assert told.requirements == {Requirement.WHEELCHAIR, tuple(Requirement)[2]}
    assert told.hindrances == {Hindrance.NO_DEPOSIT}
    assert told.help_needs == {HelpNeed.MOVING}
    assert told.help_text == "Depositum"


def _has_money_and_papers(office: Office, known: Application) -> None:
    told = office.intake.of(known.id)
    first, second, _child = [
        each.person for each in office.people.household(known.household).members
    ]
    assert [(each.person, each.kind, each.monthly) for each in told.incomes] == [
        (first, IncomeKind.WORK, kroner(24000)),
        (second, IncomeKind.UNEMPLOYMENT_BENEFIT, kroner(12000)),
        (first, IncomeKind.CHILD_BENEFIT, kroner(1968)),
    ]
    assert [(each.kind, each.value) for each in told.assets] == [(AssetKind.BANK, kroner(5000))]
    assert [(e.kind, e.monthly) for e in told.expenses] == [(ExpenseKind.RENT, kroner(9500))]
    loan = told.loans[0]
    assert (loan.creditor, loan.reference) == ("Banken", "42")
    sums = (kroner(50000), kroner(30000), kroner(1500))
    assert (loan.original, loan.remaining, loan.monthly) == sums
    papers = {paper.kind: paper for paper in told.papers}
    assert papers[PaperKind.IDENTITY].received_on == date(2026, 11, 2)
    assert papers[PaperKind.INCOME].not_needed
    who = office.intake.representatives(known.applicant)[0]
    assert (who.kind, who.name) == (RepresentativeKind.GUARDIAN, "Siv Verge")
    assert (who.line, who.postal_code, who.postal_place) == ("Boks 7", "2211", "Lia")
    consents = {each.scope: each for each in office.consents.of(known.applicant)}
    assert set(consents) == {ConsentScope.FETCH_INCOME, ConsentScope.TALK_WITH_LANDLORD}
    assert consents[ConsentScope.FETCH_INCOME].body == "Skatteetaten"
    assert consents[ConsentScope.FETCH_INCOME].until == date(2027, 6, 1)


def test_everything_typed_by_keyboard_is_found_again(
    page: ApplicationPage, office: Office, heard: Heard, qtbot: QtBot
) -> None:
    """Two adults, a child, three incomes, a loan, two consents; typed once, it takes seconds."""
    page.show_place(NEW)
    keys = Typist(page)
    keys.press(Qt.Key.Key_Backtab, times=3)
    keys.tick("Kommunal bolig", down=1)
    keys.write("Hva slags sted", "E")
    keys.to("Finn på navn eller fødselsnummer")
    keys.type("Ingunn Testmo")
    keys.press(Qt.Key.Key_Return)
    keys.type(NUMBER)
    keys.write("Telefon", "99999999")
    keys.write("Tolk, språk", "tigrinja")
    keys.to("Mottatt")
    keys.press(Qt.Key.Key_A, ctrl=True)
    keys.type("2.11.")
    _household(keys)
    _stay_and_home(keys)
    _need(keys)
    _money(keys)
    _rest(keys)
    keys.press(Qt.Key.Key_Return, ctrl=True)
    known = _registered(office, heard, qtbot)
    assert keys.count < 560
    assert keys.seconds < 280
    _has_told(office, known)
    _has_money_and_papers(office, known)
    _has_people_and_cases(office, known)
    office.history.undo()
    assert office.applications.rows() == ()
