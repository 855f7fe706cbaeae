"""What the demo prints: one of each paper the office has, and how to open the demo itself."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from app.core.days import day_and_year
from app.core.ids import DebtCaseId, DocumentId, PersonId, Ref, VedtakId
from app.core.report_periods import ReportSpan
from app.core.text import Language
from app.decisions.model import VedtakKind, VedtakState
from app.demo import place
from app.leases.stays.model import DayRange
from app.letters.model import DocumentKind, KeptRow
from app.office import Office
from app.overview.effect.model import half_year
from app.overview.quarter.model import PackEdition, PackShape
from app.overview.snapshots.model import ReturnKind
from app.storage.files import disk_problem, write_safely

READ_ME = "LES-MEG.txt"
YEAR = 365
KINDS = {
    DocumentKind.PRELIMINARY_REPLY: "Foreløpig svar",
    DocumentKind.MISSING_PAPERS: "Papirer som mangler",
    DocumentKind.OFFER: "Tilbud om bolig",
    DocumentKind.PRIOR_NOTICE: "Forhåndsvarsel",
    DocumentKind.APPEAL_RECEIPT: "Kvittering for klage",
    DocumentKind.APPEAL_FORWARDING: "Oversendelse av klage",
    DocumentKind.MEETING_MINUTES: "Møtereferat",
    DocumentKind.TENANCY_INFORMATION: "Opplysninger før leieavtalen",
    DocumentKind.KEY_RECEIPT: "Nøkkelkvittering",
    DocumentKind.MOVE_IN_REPORT: "Innflyttingsprotokoll",
    DocumentKind.START_PACKAGE: "Startpakke",
    DocumentKind.CONTRACT_ORDER: "Bestilling av leieavtale",
    DocumentKind.CONSENT_ANSWER: "Svar om framleie",
    DocumentKind.RENT_INDEX: "Varsel om ny leie",
    DocumentKind.WARNING: "Advarsel",
    DocumentKind.EXPIRY_NOTE: "Leietiden går mot slutten",
    DocumentKind.MOVE_OUT_REQUEST: "Flytteoppfordring",
    DocumentKind.NOTICE_CONFIRMATION: "Bekreftelse på oppsigelse",
    DocumentKind.TERMINATION_NOTICE: "Oppsigelse",
    DocumentKind.BELONGINGS_REQUEST: "Eiendeler som må hentes",
    DocumentKind.NEEDS_ASSESSMENT: "Kartlegging",
    DocumentKind.INDIVIDUAL_PLAN: "Individuell plan",
    DocumentKind.COOPERATION_AGREEMENT: "Samarbeidsavtale",
    DocumentKind.HANDOVER_NOTE: "Overleveringsnotat",
    DocumentKind.CONSENT_FORM: "Samtykkeskjema",
    DocumentKind.CONTACT_LOG: "Logg over kontakt",
    DocumentKind.FRIENDLY_REMINDER: "Vennlig påminnelse",
    DocumentKind.RENT_REMINDER: "Purring",
    DocumentKind.COLLECTION_NOTICE: "Inkassovarsel",
    DocumentKind.PAYMENT_DEMAND: "Betalingsoppfordring",
    DocumentKind.INSTALMENT_AGREEMENT: "Nedbetalingsavtale",
    DocumentKind.ARREARS_MEETING_MINUTES: "Referat, ubetalt husleie",
    DocumentKind.EVICTION_NOTICE: "Varsel om utkastelse",
    DocumentKind.SOCIAL_SERVICE_NOTICE: "Varsel til sosialtjenesten",
    DocumentKind.SOCIAL_SERVICE_NOTICE_COPY: "Varsel til sosialtjenesten, kopi",
    DocumentKind.PETITION_SHEET: "Grunnlag for begjæring",
    DocumentKind.UNIT_NOTE: "Beskjed til enheten",
    DocumentKind.AFTERCARE_LETTER: "Brev om hjelp etterpå",
    DocumentKind.DEBT_WAITING_LETTER: "Om ventetid, økonomisk rådgivning",
    DocumentKind.DEBT_PAPERS: "Papirer vi mangler, økonomisk rådgivning",
    DocumentKind.BUDGET: "Budsjett",
    DocumentKind.CREDITOR_OPENING: "Åpningsbrev til kreditor",
    DocumentKind.PAYMENT_PLAN: "Betalingsplan",
    DocumentKind.NAMSFOGD_OVERVIEW: "Oversikt til namsfogden",
    DocumentKind.DEBT_CLOSING: "Økonomisk rådgivning er avsluttet",
}
VEDTAK = (
    ("Vedtak, innvilget", VedtakKind.MUNICIPAL_DWELLING, True),
    ("Vedtak, avslag", VedtakKind.MUNICIPAL_DWELLING, False),
    ("Vedtak, boligsosial hjelp", VedtakKind.HOUSING_HELP, True),
    ("Vedtak, midlertidig botilbud", VedtakKind.TEMPORARY_STAY, True),
)
_TEXT = """\
Husrom: demokommunen Lia, slik den er {day}

Se det:   sh installer/dev app --demo
Passord:  {passphrase}

Lia finnes ikke, og ingen av dem som står i registeret, gjør det. Fødselsnumrene er syntetiske
(måned + 80) og kan ikke tilhøre noen. Registeret ligger for seg selv i brukermappen din på denne
maskinen, og blir laget på nytt når demoen kjøres på en annen dag.

I denne mappen:

{files}

Tallene for konsumprisindeksen i demoen er oppdiktet, og det er leiene også.

Uten vindu:

  husrom list dwellings --demo       boligene
  husrom list waiting-list --demo    ventelisten
  husrom list alerts --demo          det som haster
  husrom check --demo                om registeret er helt
"""


def print_papers(office: Office, recovery: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """Write them into `folder`, which is made when missing; gives the names of the files.

    FileProblem disk_full or disk_refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_problem(error) from error
    written = []
    for name, content in _papers(office, recovery):
        write_safely(folder / name, content)
        written.append(name)
    day = day_and_year(office.clock.today())
    listed = "\n".join(f"  {name}" for name in written)
    text = _TEXT.format(day=day, passphrase=place.PASSPHRASE, files=listed)
    write_safely(folder / READ_ME, text.encode())
    return (READ_ME, *written)


def _papers(office: Office, recovery: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    yield "Gjenopprettingsnøkkel.pdf", office.settings.recovery_key_sheet(recovery)
    yield "Mistet maskin.pdf", office.settings.lost_machine_sheet("")
    for language, word in ((Language.NB, "bokmål"), (Language.NN, "nynorsk")):
        yield f"Søknadsskjema, {word}.pdf", office.intake.blank_form(language)
    rules = office.rule_sets.guidelines(office.rule_sets.in_force(), Language.NB)
    yield "Retningslinjer.pdf", office.letters.preview(rules)
    kept = sorted((row for row in office.letters.rows() if row.document.kept), key=_oldest)
    for kind, name in KINDS.items():
        for row in [each for each in kept if each.document.kind is kind][:1]:
            yield f"{name}.pdf", office.letters.content(row.document.id)
    for name, vedtak in _vedtak(office):
        for letter in office.letters.of(Ref("vedtak", vedtak)):
            if letter.kind is DocumentKind.VEDTAK and letter.kept:
                yield f"{name}.pdf", office.letters.content(letter.id)
    yield from _of_advice(office, kept)
    yield from _of_tenancies(office, kept)
    yield from _of_followup(office, kept)
    yield from _of_unpaid_rent(office)
    yield from _of_overviews(office)


def _of_advice(office: Office, kept: list[KeptRow]) -> Iterator[tuple[str, bytes]]:
    """The first yes and the first no to economic advice."""
    rows = [row for row in kept if row.document.kind is DocumentKind.DEBT_VEDTAK]
    cases = dict.fromkeys(DebtCaseId(row.case.id) for row in rows)
    said = [each for case in cases for each in office.debt_decisions.of(case)]
    for name, granted in (("innvilget", True), ("avslag", False)):
        found = (each.document for each in said if each.draft.granted is granted)
        for document in [each for each in found if each is not None][:1]:
            yield f"Vedtak, økonomisk rådgivning, {name}.pdf", office.letters.content(document)
    # the first is to the office itself, for rent
    offers = [row for row in kept if row.document.kind is DocumentKind.CREDITOR_PROPOSAL]
    for row in offers[-1:]:
        yield "Forslag til kreditor.pdf", office.letters.content(row.document.id)


def _of_tenancies(office: Office, kept: list[KeptRow]) -> Iterator[tuple[str, bytes]]:
    """The lease of the one who moved in by the book, and the lists of what stands and costs."""
    by_the_book = {row.case for row in kept if row.document.kind is DocumentKind.KEY_RECEIPT}
    for row in kept:
        if row.document.kind is DocumentKind.LEASE and row.case in by_the_book:
            yield "Leieavtale.pdf", office.letters.content(row.document.id)
    today, rounds = office.clock.today(), office.rent_round
    rents = [row for row in rounds.rows(rounds.first_day()) if row.can]
    year = today - timedelta(days=YEAR - 1)
    for name, document in (
        ("Husleieregulering", rounds.paper(rents, rounds.first_day())),
        ("Midlertidige opphold", office.stays.listed(DayRange(year, today))),
        ("Ledighetsliste", office.vacancy_costs.paper(year, today)),
    ):
        yield f"{name}.pdf", office.letters.preview(document)


def _of_followup(office: Office, kept: list[KeptRow]) -> Iterator[tuple[str, bytes]]:
    """A plan for each who reads it, the form without words, and what has come of it all."""
    plans = [row for row in kept if row.document.kind is DocumentKind.MALPLAN]
    plain = [row for row in plans if _language(office, row) is Language.NB]
    for name, found in (
        ("Målplan", plain[:1]),
        ("Målplan, stor skrift", plain[1:2]),
        ("Målplan, ny utgave", [row for row in plain[1:] if row.case == plain[0].case]),
        ("Målplan, nynorsk", [row for row in plans if row not in plain][:1]),
    ):
        for row in found:
            yield f"{name}.pdf", office.letters.content(row.document.id)
    blank = office.assessment_papers.blank(Language.NB)
    yield "Kartleggingsskjema.pdf", blank
    effect = office.effects.paper(*half_year(office.clock.today()))
    yield "Effekt av oppfølgingen.pdf", office.letters.preview(effect)


def _of_unpaid_rent(office: Office) -> Iterator[tuple[str, bytes]]:
    """Whom to ring this month, the sheet of the meeting, and homes lost and kept by year."""
    meeting = office.arrears_meetings.rows()[0].id
    for name, document in (
        ("Ringeliste", office.arrears_rounds.sheet()),
        ("Møteark, ubetalt husleie", office.arrears_meetings.sheet(meeting)),
        ("Utkastelser år for år", office.eviction_reports.paper()),
    ):
        yield f"{name}.pdf", office.letters.preview(document)


def _of_overviews(office: Office) -> Iterator[tuple[str, bytes]]:
    """The pack of the quarter in each shape, and the counts of today."""
    today, returns = office.clock.today(), office.counted_returns
    year, first = today - timedelta(days=YEAR - 1), today.replace(month=1, day=1)
    pack = office.packs.of(office.indicators.period(ReportSpan.QUARTER))
    for edition, word in ((PackEdition.INTERNAL, "internt"), (PackEdition.OUTSIDE, "til deling")):
        for shape, form in ((PackShape.PAGES, ""), (PackShape.SLIDES, ", lysbilder")):
            paper = office.packs.paper(pack, edition, shape)
            yield f"Kvartalspakke, {word}{form}.pdf", office.letters.preview(paper)
    for name, document in (
        ("Boliger og behov", office.stock.paper(today)),
        ("Ventetid", office.waiting_counts.paper(today, year, today)),
        ("KOSTRA 13", office.kostra.paper(first, today)),
        ("Overlevering", office.handovers.paper(office.handovers.usual_end(), (), "")),
    ):
        yield f"{name}.pdf", office.letters.preview(document)
    for name, tables in (
        ("Bostedsløse, til deling", office.homeless.tables(today)),
        ("Boligbehov, til deling", returns.needs.of(first, today)),
        ("Husbanken, til deling", returns.husbanken.of(first, today)),
        ("Økonomisk rådgivning i tall, til deling", returns.advice.of(first, today)),
    ):
        unsure = tables.kind is ReturnKind.HOMELESS and office.homeless.at(today).estimate
        document = returns.reports.paper(tables, outside=True, estimate=unsure)
        yield f"{name}.pdf", office.letters.preview(document)


def _language(office: Office, row: KeptRow) -> Language:
    return office.people.get(PersonId(row.case.id)).language


def _oldest(row: KeptRow) -> DocumentId:
    return row.document.id


def _vedtak(office: Office) -> Iterator[tuple[str, VedtakId]]:
    """The first of each kind and answer."""
    issued = [row for row in office.decisions.rows() if row.state is not VedtakState.DRAFT]
    for name, kind, grants in VEDTAK:
        found = [row.id for row in issued if row.kind is kind and row.result.grants is grants]
        for vedtak in sorted(found)[:1]:
            yield name, vedtak
