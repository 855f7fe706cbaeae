"""A vacant dwelling: who fits and why, the offer, the yes; and the meeting where it is told."""

from tests.screen.casework import make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.refusal import post
from tests.screen.whole_form import NAME

DWELLING = "Rådhusgata 5, H0101"
CASE = "S2026-002"


def offer(desk: Desk) -> None:
    """From the page of the dwelling, with the reasons in sight."""
    desk.keys.begin("Tilbud om bolig")
    desk.search("rådhusgata 5", DWELLING)
    desk.sees(f"1. {NAME}", "list item")
    desk.sees("Boligen har 2 soverom, som er det husstanden trenger", "label")
    desk.look("bolig, hvem kan få den")
    desk.to("De første som passer")
    desk.keys.decide()
    desk.keys.press("Return")
    desk.on("Svar senest")
    desk.ready("Lag tilbudet")
    desk.look("tilbud, utkast")
    make_letter(desk, "Lag tilbudet")
    hears(desk, "Tilbud om bolig laget")


def accept(desk: Desk) -> None:
    """Sent, and they said yes: the dwelling is theirs, and a lease can be made."""
    desk.keys.begin("Send tilbudet, og registrer ja")
    post(desk)
    desk.search("tilbud om", "Tilbud om bolig")
    desk.ready("Takket ja")
    desk.look("tilbudet")
    desk.do("Takket ja")
    desk.sees("Svaret kom", "text")
    desk.keys.press("Return")
    hears(desk, "Takket ja til bolig")
    desk.search(CASE.lower(), NAME)
    desk.sees("Lag leieavtale", "button")
    desk.look("søknad, tildelt")


def meet(desk: Desk) -> None:
    """Called, one decision typed, and the minutes made of it."""
    desk.keys.begin("Tildelingsmøte, ett punkt og referat")
    desk.search("tildelingsm", "Tildelingsmøte")
    desk.do("Kall inn til møte")
    desk.sees("Til stede", "text")
    desk.write("Sted", "Rådhuset")
    desk.write("Til stede", "Siri Testmo")
    desk.do("Kall inn")
    desk.to("Ledige boliger")
    desk.look("møte, saksliste")
    desk.keys.press("Return")
    desk.on("Hva ble bestemt")
    desk.keys.decide()
    desk.keys.type("Holdes av til januar.")
    desk.keys.press("Tab")
    make_letter(desk, "Lag referat")
    hears(desk, "Referat laget")
