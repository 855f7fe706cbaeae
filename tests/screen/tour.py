"""Every page once: what a screen reader finds there, and a picture."""

from tests.screen import casework, first_run, whole_form
from tests.screen.desk import PAGES, Desk

NAME = "Omvisning"

# the view, what is typed in the search box, what it finds, and what is seen there
PLACES = (
    ("bolig", "bjørkelia 2", casework.DWELLING, casework.DWELLING),
    ("husstand", "odegard", casework.NAME, casework.NAME),
    ("søknad", "s2026-001", casework.NAME, casework.NAME),
    ("leieavtale", "l2026-032", casework.NAME, "Leieavtale L2026-032"),
    ("ny person", "ny person", "Ny person", "Ny person"),
    ("ny bolig", "ny bolig", "Ny bolig", "Ny bolig"),
    ("tomt søknadsskjema", "ny søknad", "Ny søknad", "Ny søknad"),
    ("vedtak med klage", "v2026-002", whole_form.NAME, "Hva som er vedtatt"),
    ("tilbud", "tilbud om", "Tilbud om bolig", "Tilbud"),
    ("bosetting", "bosetting", "Bosetting og ledige", "Bosetting"),
    ("klager", "klager", "Klager", "Klager"),
    ("møter", "tildelingsm", "Tildelingsmøte", "Tildelingsmøte"),
    ("regler", "regler for", "Regler for tildeling", "Regler for tildeling"),
    ("behovet", "spør om", "Spør om behovet", "Gjelder behovet"),
    ("maler for plan", "maler for", "Maler for plan", "Maler for plan"),
    ("ingen effekt", "effekt", "Effekt av oppfølgingen", "Nivåbevegelser"),
    ("ingen restanseliste", "sjekk data", "Sjekk data om husleie", "Restanselister"),
    ("ingen tidlige tegn", "tidlige t", "Tidlige tegn", "Tidlige tegn"),
    ("månedens runde", "månedens r", "Månedens runde", "Månedens runde"),
    ("ingen i ferd", "i ferd", "I ferd med å miste boligen", "I ferd med å miste boligen"),
    ("år for år", "utkastelser år", "Utkastelser år for år", "Utkastelser år for år"),
    ("køen for råd", "køen for", "Køen for rådgivning", "Køen for økonomisk"),
    ("kapasitet", "kapasitet for", "Kapasitet for rådgivning", "Kapasitet for økonomisk"),
    ("ventetid", "ventetid for", "Ventetid for rådgivning", "Ventetid for økonomisk"),
    ("kalender", "kalender", "Kalender", "Kalender"),
    ("overlevering", "overlev", "Overlevering til vikar", "Overlevering"),
    ("boliger og behov", "boliger og b", "Boliger og behov", "Boliger og behov"),
    ("ventetid på bolig", "ventetid", "Ventetid", "Ventetid"),
    ("rapporter", "rapporter", "Rapporter", "Rapporter"),
    ("bostedsløse", "bostedsl", "Bostedsløse, uke 48", "Bostedsløse, uke 48"),
    ("hent inn", "hent inn søkere", "Hent inn søkere", "Hvilket regneark?"),
)


def walk(desk: Desk) -> None:
    """All pages of the sidebar, one of each record, and the empty forms."""
    desk.keys.begin(NAME)
    for name in PAGES:
        desk.turn_to(name)
        desk.look(name.lower())
    for name, typed, found, seen in PLACES:
        desk.search(typed, found)
        desk.sees(seen, "label")
        desk.look(name)


def walk_anew(desk: Desk) -> None:
    """The same from a start of its own, with other colours or at another scale."""
    first_run.unlock(desk)
    walk(desk)
