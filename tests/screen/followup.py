"""From level to evaluation: a plan with the tenant, by keyboard alone, and what came of it."""

from tests.screen.casework import NAME, make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.tenancy import act_on

EVALUATED_AFTER = 90
NEED = "Regningene blir liggende."
GOAL = "Jeg vil ha orden på husleia."
OWN_WORDS = "Jeg åpner posten selv nå."


def find(desk: Desk) -> None:
    """From anywhere, also someone who is not on the list."""
    desk.keys.begin("Finn den som skal følges opp")
    desk.search("følg opp", "Følg opp en person")
    desk.on("Hvem")
    desk.keys.type("odegard")
    desk.sees(NAME, "list item")
    desk.keys.press("Return")
    desk.on("Gå til oppfølgingen")
    desk.keys.press("Return")
    desk.on("Sett nivå 4")
    desk.look("oppfølging, uten nivå")


def set_level(desk: Desk) -> None:
    """Two choices: the level, and that the reason and the owner that stand there are right (P9)."""
    desk.keys.begin("Sett nivå med grunn")
    desk.do("Sett nivå 2")
    desk.sees("Hvorfor nå", "text")
    desk.look("sett nivå")
    desk.keys.decide()
    desk.keys.press("Return")
    hears(desk, "Nivå satt")


def assess(desk: Desk) -> None:
    """The level asks for a mapping; one area needs help, and that becomes a need."""
    desk.keys.begin("Kartlegging med ett behov")
    desk.to("Hva nivået krever")
    desk.keys.press("Down", "Return")
    desk.on("Begynn kartlegging")
    desk.keys.press("Return")
    desk.on("Dag")
    desk.write("Viktigst for personen", "Å bli boende.")
    desk.part("Økonomi og husleie")
    desk.keys.decide()
    desk.keys.press("4")
    desk.on("Trenger mye hjelp")
    desk.write("Med egne ord", NEED)
    desk.part("Naboer")
    desk.keys.decide()
    desk.keys.press("2")
    desk.on("Fungerer")
    desk.look("kartlegging")
    desk.keys.press("ctrl+Return")
    made = desk.sees("Behovet", "text")
    desk.tree.until(lambda: made.text == NEED, "the need is in the person's own words")
    desk.look("kartlegging, behov")
    desk.keys.decide()
    desk.keys.press("Return")
    hears(desk, "Kartlegging ferdig")


def begin_plan(desk: Desk) -> None:
    """One goal with its need and its measure, written in one dialog."""
    desk.keys.begin("Målplan med ett mål, behov og tiltak")
    desk.do("Til planen")
    desk.on("Begynn på målplan")
    desk.keys.press("space")
    hears(desk, "Plan begynt")
    desk.on("Nytt mål")
    desk.keys.press("space")
    desk.on("Målet, med personens egne ord")
    desk.keys.decide()
    desk.keys.type(GOAL)
    desk.choose("Behovet bak", "øk", f"Økonomi: {NEED}")
    desk.choose("Slags tiltak", "øk", "Økonomisk rådgivning")
    desk.look("nytt mål")
    desk.keys.press("Return")
    hears(desk, "Mål skrevet inn")


def fill_in_plan(desk: Desk) -> None:
    """Whom to ring is there; the reserve, the signs and the talk are written."""
    desk.keys.begin("Reserve, tidlig beskjed og neste samtale")
    desk.do("Endre: Min kontakt")
    desk.write("Reserve når den er borte", "Berit Lia")
    saves(desk, "Plan endret")
    desk.do("Endre: Neste samtale")
    desk.on("Neste samtale")
    desk.keys.decide()
    desk.keys.type("+14")
    saves(desk, "Plan endret")
    desk.do("Endre: Hvis det begynner")
    desk.on("Tegn på at det begynner")
    desk.keys.decide()
    desk.keys.type("Jeg åpner ikke posten.")
    desk.write("Det første vi gjør", "Siri ringer meg.")
    saves(desk, "Plan endret", "ctrl+Return")
    desk.look("plan, utkast")


def saves(desk: Desk, told: str, key: str = "Return") -> None:
    """Leave a dialog by its verb, and wait for both the toast and the page."""
    desk.keys.decide()
    desk.keys.press(key)
    desk.tree.until(
        lambda: all(one.role != "dialog" for one in desk.program.children()), "the dialog is left"
    )
    hears(desk, told)


def print_plan(desk: Desk) -> None:
    """Handed over, and the person is with it."""
    desk.keys.begin("Målplan skrevet ut og avtalt")
    desk.do("Skriv ut plan")
    desk.do("Personen er med på planen i dag")
    desk.keys.press("Tab")
    desk.ready("Lag planen")
    desk.look("målplan, utskrift")
    make_letter(desk, "Lag planen")
    hears(desk, "Målplan laget")
    desk.sees("Fullført …", "button")
    desk.look("plan")


def note(desk: Desk) -> None:
    """Ctrl+J from any page: whom, what was said, Enter."""
    desk.keys.begin("Raskt notat fra en annen side")
    desk.turn_to("Boliger")
    desk.keys.press("ctrl+j")
    desk.on("Hvem")
    desk.keys.decide()
    desk.keys.type("odegard")
    desk.sees(NAME, "list item")
    desk.keys.press("Return")
    desk.on("Hva som ble sagt")
    desk.keys.decide()
    desk.keys.type("Betalte i dag.")
    desk.look("raskt notat")
    desk.keys.press("Return")
    hears(desk, "Notat skrevet")


def evaluate(desk: Desk) -> None:
    """I dag knows the day; the goal is reached, in the person's own words, and when next."""
    desk.keys.begin("Evaluer planen fra I dag")
    act_on(desk, "Evaluer planer", f"{NAME}: planen skal evalueres")
    desk.on("Nytt mål")
    desk.do("Evaluer planen")
    desk.on("Det vi så")
    desk.keys.type("Husleia er betalt i tre måneder.")
    desk.write("Med personens egne ord", OWN_WORDS)
    desk.choose("Målet er", "nådd", "Nådd")
    desk.choose("Økonomisk rådgivning", "hjalp", "Hjalp")
    desk.write("Neste evaluering", "+60")
    desk.look("evaluer planen")
    desk.keys.press("Return")
    hears(desk, "Plan evaluert")
    desk.look("plan, evaluert")
    desk.turn_to("I dag")
    if desk.program.find(f"{NAME}: planen skal evalueres", part=True):
        raise AssertionError("the plan is gone through, yet I dag says otherwise")


def see_effect(desk: Desk) -> None:
    """The goal that was reached is counted."""
    desk.keys.begin("Se effekten")
    desk.search("effekt", "Effekt av oppfølgingen")
    desk.sees("Mål i perioden: 1 nådd, 0 delvis", part=True)
    desk.look("effekt")


PLAN = (find, set_level, assess, begin_plan, fill_in_plan, print_plan, note)
EVALUATION = (evaluate, see_effect)
