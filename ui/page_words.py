"""What the pages that hold lists are called where the history names them."""

from collections.abc import Mapping

from ui.navigation import PageId

PAGE_WORDS: Mapping[str, str] = {
    PageId.DWELLINGS: "Boliger",
    PageId.PEOPLE: "Personer",
    PageId.APPLICATIONS: "Søknader",
    PageId.WAITING_LIST: "Venteliste",
    PageId.OFFERS: "Tilbud",
    PageId.LEASES: "Leieforhold",
    PageId.HOLES: "Kontroll av leieforhold",
    PageId.STAYS: "Midlertidige opphold",
    PageId.ARREARS: "Restanser",
    PageId.BILLER_LIST: "Restanser",
    PageId.SIGNALS: "Tidlige tegn",
    PageId.FOLLOWUP: "Oppfølging",
    PageId.DEBT: "Gjeldsrådgivning",
    PageId.DEBT_QUEUE: "Køen for rådgivning",
    PageId.DEBT_COUNTS: "Ventetid for rådgivning",
    PageId.EVICTIONS: "Utkastelser",
    PageId.EVICTION_REPORT: "Utkastelser år for år",
    PageId.AT_RISK: "I ferd med å miste boligen",
    PageId.APPEALS: "Klager",
    PageId.OVERVIEW: "Nøkkeltall",
    PageId.STOCK: "Boliger og behov",
    PageId.WAITING_TIMES: "Ventetid",
    PageId.EFFECT: "Nivåbevegelser",
    PageId.VACANCY_COSTS: "Ledighet og kostnad",
    PageId.RETURNS: "Rapporter",
    PageId.LETTERS: "Brev",
    PageId.CENSUS: "Bostedsløse, uke 48",
}
