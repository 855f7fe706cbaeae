"""Every page there is, in the order of the sidebar, and what the box can begin."""

from collections.abc import Callable

from app.core.records import dataclass
from app.office import Office
from app.settings.model import Duty
from ui.allocation.offers.page import OffersPage
from ui.allocation.page import WHY_NOT, WaitingListPage, waiting_count
from ui.allocation.rulesets.page import RuleSetPage
from ui.allocation.settlement.page import SettlementPage
from ui.applications.application_page import ApplicationPage
from ui.applications.page import BLANK, ApplicationsPage, waiting_for_answer
from ui.applications.sweep import SweepPage
from ui.arrears.biller_list.page import BillerListPage
from ui.arrears.page import ArrearsPage, ready_arrears
from ui.arrears.round.page import ArrearsRoundPage
from ui.arrears.signals.page import SignalsPage
from ui.arrears.tenancy import TenancyArrearsPage
from ui.debt.capacity.page import DebtCapacityPage
from ui.debt.case import DebtCasePage
from ui.debt.counts.page import DebtCountsPage
from ui.debt.page import DebtPage, waiting_debt
from ui.debt.queue.page import DebtQueuePage
from ui.decisions.appeals_page import AppealsPage
from ui.decisions.page import VedtakPage
from ui.dwellings.one import DwellingPage
from ui.dwellings.page import DwellingsPage
from ui.evictions.case import EvictionPage
from ui.evictions.page import EvictionsPage, waiting_evictions
from ui.followup.page import FollowupPage, waiting_followup
from ui.followup.person import PersonFollowupPage
from ui.followup.templates.page import PlanTemplatesPage
from ui.history.page import HistoryPage
from ui.household.page import HouseholdPage
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.leases.lease import LeasePage
from ui.leases.page import LeasesPage
from ui.leases.rent.round_page import RentRoundPage
from ui.leases.rounds.page import LeaseRoundPage
from ui.leases.stays.page import StaysPage
from ui.letters.page import LettersPage, waiting_to_be_sent
from ui.navigation import QUICK_NOTE, Navigator, Page, PageId
from ui.overview.at_risk_page import AtRiskPage
from ui.overview.census_page import CensusPage
from ui.overview.effect_page import EffectPage
from ui.overview.eviction_report_page import EvictionReportPage
from ui.overview.holes_page import HolesPage
from ui.overview.meeting_page import MeetingPage
from ui.overview.page import PACK, OverviewPage
from ui.overview.returns_page import ReturnsPage
from ui.overview.stock_page import StockPage
from ui.overview.vacancy_page import VacancyPage
from ui.overview.waiting_page import WaitingTimesPage
from ui.people.page import PeoplePage
from ui.search.finder import page_command
from ui.settings.page import SettingsPage
from ui.today.calendar.page import CalendarPage
from ui.today.handover.page import HandoverPage
from ui.today.page import TodayPage, waiting_today
from ui.transfer.page import SheetImportPage


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its words and icon, how it is made, and where it stands in the sidebar.

    One that stands `under` another has no row of its own; that row is marked while it is shown.
    One of a `duty` has its row only where the office does that; it is still found by searching.
    """

    page: PageId
    words: str
    icon: Icon
    make: Callable[[Office, Navigator], Page]
    under: PageId | None = None
    last: bool = False
    duty: Duty | None = None
    count: Callable[[Office], int] = lambda _: 0

    @property
    def row(self) -> bool:
        """Whether the sidebar has a row for it."""
        return self.under is None


PAGES: tuple[PageSpec, ...] = (
    PageSpec(PageId.TODAY, "I dag", Icon.TODAY, TodayPage, count=waiting_today),
    PageSpec(PageId.CALENDAR, "Kalender", Icon.CALENDAR, CalendarPage, under=PageId.TODAY),
    PageSpec(
        PageId.HANDOVER,
        "Overlevering",
        Icon.COORDINATOR,
        HandoverPage,
        under=PageId.TODAY,
    ),
    PageSpec(PageId.DWELLINGS, "Boliger", Icon.DWELLINGS, DwellingsPage),
    PageSpec(PageId.DWELLING, "Bolig", Icon.DWELLINGS, DwellingPage, under=PageId.DWELLINGS),
    PageSpec(PageId.PEOPLE, "Personer", Icon.PEOPLE, PeoplePage),
    PageSpec(
        PageId.APPLICATIONS,
        "Søknader",
        Icon.APPLICATIONS,
        ApplicationsPage,
        duty=Duty.ALLOCATION,
        count=waiting_for_answer,
    ),
    PageSpec(
        PageId.WAITING_LIST,
        "Venteliste",
        Icon.WAITING_LIST,
        WaitingListPage,
        duty=Duty.ALLOCATION,
        count=waiting_count,
    ),
    PageSpec(
        PageId.MEETING, "Tildelingsmøte", Icon.WAITING_LIST, MeetingPage, under=PageId.WAITING_LIST
    ),
    PageSpec(
        PageId.RULE_SETS,
        "Regler for tildeling",
        Icon.RULES,
        RuleSetPage,
        under=PageId.WAITING_LIST,
    ),
    PageSpec(PageId.OFFERS, "Tilbud", Icon.HOME, OffersPage, under=PageId.WAITING_LIST),
    PageSpec(
        PageId.SETTLEMENT, "Bosetting", Icon.CALENDAR, SettlementPage, under=PageId.WAITING_LIST
    ),
    PageSpec(PageId.LEASES, "Leieforhold", Icon.LEASES, LeasesPage),
    PageSpec(
        PageId.ARREARS,
        "Restanser",
        Icon.ARREARS,
        ArrearsPage,
        duty=Duty.ARREARS,
        count=ready_arrears,
    ),
    PageSpec(
        PageId.TENANCY_ARREARS,
        "Ubetalt leie i et leieforhold",
        Icon.ARREARS,
        TenancyArrearsPage,
        under=PageId.ARREARS,
    ),
    PageSpec(
        PageId.LEASE_ROUND,
        "Lag flere leieavtaler",
        Icon.LEASES,
        LeaseRoundPage,
        under=PageId.LEASES,
    ),
    PageSpec(PageId.HOLES, "Kontroll av leieforhold", Icon.LEASES, HolesPage, under=PageId.LEASES),
    PageSpec(
        PageId.BILLER_LIST,
        "Restanselister",
        Icon.IMPORT,
        BillerListPage,
        under=PageId.ARREARS,
    ),
    PageSpec(PageId.SIGNALS, "Tidlige tegn", Icon.WARNING, SignalsPage, under=PageId.ARREARS),
    PageSpec(
        PageId.ARREARS_ROUND,
        "Månedens runde",
        Icon.ARREARS,
        ArrearsRoundPage,
        under=PageId.ARREARS,
    ),
    PageSpec(
        PageId.RENT_ROUND,
        "Husleieregulering",
        Icon.RENT,
        RentRoundPage,
        under=PageId.LEASES,
    ),
    PageSpec(
        PageId.FOLLOWUP,
        "Oppfølging",
        Icon.FOLLOWUP,
        FollowupPage,
        duty=Duty.FOLLOWUP,
        count=waiting_followup,
    ),
    PageSpec(
        PageId.DEBT,
        "Gjeldsrådgivning",
        Icon.DEBT,
        DebtPage,
        duty=Duty.DEBT,
        count=waiting_debt,
    ),
    PageSpec(PageId.DEBT_CASE, "Rådgivningssak", Icon.DEBT, DebtCasePage, under=PageId.DEBT),
    PageSpec(
        PageId.DEBT_QUEUE,
        "Køen for rådgivning",
        Icon.WAITING_LIST,
        DebtQueuePage,
        under=PageId.DEBT,
    ),
    PageSpec(
        PageId.DEBT_CAPACITY,
        "Kapasitet for rådgivning",
        Icon.CALENDAR,
        DebtCapacityPage,
        under=PageId.DEBT,
    ),
    PageSpec(
        PageId.DEBT_COUNTS,
        "Ventetid for rådgivning",
        Icon.OVERVIEW,
        DebtCountsPage,
        under=PageId.DEBT,
    ),
    PageSpec(
        PageId.EVICTIONS, "Utkastelser", Icon.EVICTIONS, EvictionsPage, count=waiting_evictions
    ),
    PageSpec(
        PageId.EVICTION, "Utkastelsessak", Icon.EVICTIONS, EvictionPage, under=PageId.EVICTIONS
    ),
    PageSpec(
        PageId.AT_RISK,
        "I ferd med å miste boligen",
        Icon.WARNING,
        AtRiskPage,
        under=PageId.EVICTIONS,
    ),
    PageSpec(
        PageId.EVICTION_REPORT,
        "Utkastelser år for år",
        Icon.OVERVIEW,
        EvictionReportPage,
        under=PageId.EVICTIONS,
    ),
    PageSpec(PageId.OVERVIEW, "Oversikt", Icon.OVERVIEW, OverviewPage),
    PageSpec(PageId.LETTERS, "Brev", Icon.LETTER, LettersPage, count=waiting_to_be_sent),
    PageSpec(PageId.LEASE, "Leieavtale", Icon.LEASES, LeasePage, under=PageId.LEASES),
    PageSpec(PageId.STAYS, "Midlertidige opphold", Icon.HOME, StaysPage, under=PageId.LEASES),
    PageSpec(PageId.VEDTAK, "Vedtak", Icon.DOCUMENT, VedtakPage, under=PageId.APPLICATIONS),
    PageSpec(PageId.APPEALS, "Klager", Icon.DOCUMENT, AppealsPage, under=PageId.APPLICATIONS),
    PageSpec(
        PageId.APPLICATION,
        "Søknad",
        Icon.APPLICATIONS,
        ApplicationPage,
        under=PageId.APPLICATIONS,
    ),
    PageSpec(
        PageId.SWEEP,
        "Gjelder behovet fortsatt",
        Icon.WAITING_LIST,
        SweepPage,
        under=PageId.APPLICATIONS,
    ),
    PageSpec(PageId.SHEET_IMPORT, "Hent inn", Icon.IMPORT, SheetImportPage, under=PageId.DWELLINGS),
    PageSpec(
        PageId.VACANCY_COSTS,
        "Ledighet og kostnad",
        Icon.MONEY,
        VacancyPage,
        under=PageId.DWELLINGS,
    ),
    PageSpec(
        PageId.PLAN_TEMPLATES,
        "Maler for plan",
        Icon.FOLLOWUP,
        PlanTemplatesPage,
        under=PageId.FOLLOWUP,
    ),
    PageSpec(
        PageId.PERSON_FOLLOWUP,
        "Oppfølging av en person",
        Icon.FOLLOWUP,
        PersonFollowupPage,
        under=PageId.FOLLOWUP,
    ),
    PageSpec(PageId.STOCK, "Boliger og behov", Icon.DWELLINGS, StockPage, under=PageId.OVERVIEW),
    PageSpec(
        PageId.WAITING_TIMES,
        "Ventetid",
        Icon.WAITING_LIST,
        WaitingTimesPage,
        under=PageId.OVERVIEW,
    ),
    PageSpec(
        PageId.EFFECT,
        "Nivåbevegelser",
        Icon.FOLLOWUP,
        EffectPage,
        under=PageId.OVERVIEW,
    ),
    PageSpec(PageId.RETURNS, "Rapporter", Icon.DOCUMENT, ReturnsPage, under=PageId.OVERVIEW),
    PageSpec(PageId.CENSUS, "Bostedsløse, uke 48", Icon.HOME, CensusPage, under=PageId.OVERVIEW),
    PageSpec(PageId.HOUSEHOLD, "Husstand", Icon.PERSON, HouseholdPage, under=PageId.PEOPLE),
    PageSpec(PageId.HISTORY, "Historikk", Icon.HISTORY, HistoryPage, last=True),
    PageSpec(PageId.SETTINGS, "Innstillinger", Icon.SETTINGS, SettingsPage, last=True),
)

COMMANDS = (
    page_command("Ny person", PageId.HOUSEHOLD, Icon.NEW, "new"),
    page_command("Ny søknad", PageId.APPLICATION, Icon.NEW, "new"),
    page_command("Ny bolig", PageId.DWELLING, Icon.NEW, "new"),
    page_command("Ny leieavtale", PageId.LEASE, Icon.NEW, "new"),
    page_command("Nytt notat …", PageId.PERSON_FOLLOWUP, Icon.NOTE, QUICK_NOTE),
    page_command("Kalender", PageId.CALENDAR, Icon.CALENDAR, "week"),
    page_command("Overlevering til vikar", PageId.HANDOVER, Icon.COORDINATOR, ""),
    page_command("Midlertidige opphold", PageId.STAYS, Icon.HOME, ""),
    page_command("Nytt midlertidig opphold", PageId.STAYS, Icon.NEW, "new"),
    page_command("Tilbud om bolig", PageId.OFFERS, Icon.HOME, ""),
    page_command("Bosetting og ledige boliger", PageId.SETTLEMENT, Icon.CALENDAR, ""),
    page_command("Lag flere leieavtaler", PageId.LEASE_ROUND, Icon.LEASES, ""),
    page_command("Kontroll av leieforhold", PageId.HOLES, Icon.LEASES, ""),
    page_command("Hent inn boliger fra regneark", PageId.SHEET_IMPORT, Icon.IMPORT, "dwellings"),
    page_command("Hent inn søkere fra regneark", PageId.SHEET_IMPORT, Icon.IMPORT, "applicants"),
    page_command("Regler for tildeling", PageId.RULE_SETS, Icon.RULES, ""),
    page_command("Tildelingsmøte", PageId.MEETING, Icon.WAITING_LIST, ""),
    page_command("Tomt søknadsskjema", PageId.APPLICATIONS, Icon.PRINT, BLANK),
    page_command("Hvorfor ikke denne boligen?", PageId.WAITING_LIST, Icon.WAITING_LIST, WHY_NOT),
    page_command("Spør om behovet fortsatt gjelder", PageId.SWEEP, Icon.LETTER, ""),
    page_command("Husleieregulering", PageId.RENT_ROUND, Icon.RENT, ""),
    page_command("Ledighet og kostnad", PageId.VACANCY_COSTS, Icon.MONEY, ""),
    page_command("Følg opp en person", PageId.FOLLOWUP, Icon.FOLLOWUP, "new"),
    page_command("I ferd med å miste boligen", PageId.AT_RISK, Icon.WARNING, ""),
    page_command("Utkastelser år for år", PageId.EVICTION_REPORT, Icon.OVERVIEW, ""),
    page_command("Ny melding om utkastelse", PageId.EVICTIONS, Icon.EVICTIONS, "new"),
    page_command("Ny henvendelse om økonomisk rådgivning", PageId.DEBT, Icon.NEW, "new"),
    page_command("Gjeldsrådgivning", PageId.DEBT, Icon.DEBT, ""),
    page_command("Køen for rådgivning", PageId.DEBT_QUEUE, Icon.WAITING_LIST, ""),
    page_command("Kapasitet for rådgivning", PageId.DEBT_CAPACITY, Icon.CALENDAR, ""),
    page_command("Ventetid for rådgivning", PageId.DEBT_COUNTS, Icon.OVERVIEW, ""),
    page_command("Maler for plan", PageId.PLAN_TEMPLATES, Icon.FOLLOWUP, ""),
    page_command("Boliger og behov", PageId.STOCK, Icon.DWELLINGS, ""),
    page_command("Ventetid", PageId.WAITING_TIMES, Icon.WAITING_LIST, ""),
    page_command("Effekt av oppfølgingen", PageId.EFFECT, Icon.FOLLOWUP, ""),
    page_command("Rapporter", PageId.RETURNS, Icon.DOCUMENT, ""),
    page_command("KOSTRA 13", PageId.RETURNS, Icon.DOCUMENT, "kostra"),
    page_command("Bostedsløse, uke 48", PageId.CENSUS, Icon.HOME, ""),
    page_command("Boligbehov", PageId.RETURNS, Icon.DOCUMENT, "needs"),
    page_command("Husbankens virkemidler", PageId.RETURNS, Icon.DOCUMENT, "husbanken"),
    page_command("Tidlige tegn", PageId.SIGNALS, Icon.WARNING, ""),
    page_command("Nytt tidlig tegn …", PageId.SIGNALS, Icon.NEW, "new"),
    page_command("Hent inn restanseliste", PageId.BILLER_LIST, Icon.IMPORT, "new"),
    page_command("Sjekk data om husleie", PageId.BILLER_LIST, Icon.OK, "check"),
    page_command("Før inn krav eller innbetaling", PageId.ARREARS, Icon.NEW, "enter"),
    page_command("Før inn månedens husleie", PageId.ARREARS, Icon.RENT, "month"),
    page_command("Månedens runde", PageId.ARREARS_ROUND, Icon.ARREARS, ""),
    page_command("Møte om ubetalt husleie", PageId.ARREARS_ROUND, Icon.ARREARS, "meeting"),
    page_command("Kvartalspakke", PageId.OVERVIEW, Icon.PDF, PACK),
    page_command("Klager", PageId.APPEALS, Icon.DOCUMENT, ""),
    page_command("Ta sikkerhetskopi nå", PageId.SETTINGS, Icon.SAVED, "backup"),
    page_command("Historikk", PageId.HISTORY, Icon.HISTORY, ""),
    page_command("Innstillinger", PageId.SETTINGS, Icon.SETTINGS, ""),
)

PAGE_KEYS = (
    Key.PAGE_1,
    Key.PAGE_2,
    Key.PAGE_3,
    Key.PAGE_4,
    Key.PAGE_5,
    Key.PAGE_6,
    Key.PAGE_7,
    Key.PAGE_8,
    Key.PAGE_9,
    Key.PAGE_10,
    Key.PAGE_11,
    Key.PAGE_12,
)


def spec_of(page: PageId) -> PageSpec:
    """What is said of a page."""
    return next(spec for spec in PAGES if spec.page is page)
