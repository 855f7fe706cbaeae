"""From nothing to an open register with its key on paper; then locking and coming in again."""

import re

from tests.screen.desk import Desk

PASSPHRASE = "fjorten seler under brua"
_GROUP = re.compile(r"gruppe (\d): ((?:\w ){4}\w)")


def set_up(desk: Desk) -> None:
    """All five steps of the first run."""
    desk.keys.begin("Ta i bruk Husrom")
    desk.sees("Velkommen til Husrom")
    desk.write("Kommune", "Lia kommune")
    desk.write("Kontor", "Boligkontoret")
    desk.look("første gang, kommunen")
    desk.do("Fortsett")
    desk.sees("Kontoret og brevhodet")
    desk.look("første gang, brevhode")
    for name, text in (
        ("Gate eller postboks", "Rådhusgata 1"),
        ("Postnummer", "2211"),
        ("Poststed", "Lia"),
        ("Telefon", "55 55 33 39"),
        ("Konto for husleie", "12345678903"),
        ("Klageorgan", "Lia klagenemnd"),
    ):
        desk.write(name, text)
    desk.do("Fortsett")
    desk.sees("Deg som åpner registeret", "label")
    desk.write("Navnet ditt", "Siri Testmo")
    desk.write("Stilling", "boligkonsulent")
    desk.write("Passord", PASSPHRASE)
    desk.write("Gjenta passordet", PASSPHRASE)
    desk.look("første gang, passord")
    desk.keys.press("Return")
    _confirm_key(desk)
    desk.sees("Sikkerhetskopier", "label")
    desk.look("første gang, sikkerhetskopi")
    desk.do("Ta Husrom i bruk")
    desk.sees("Sidefelt")


def _confirm_key(desk: Desk) -> None:
    """Read the recovery key as it is read aloud, and type two of its groups back."""
    spoken = desk.sees("Gjenopprettingsnøkkelen", "filler", seconds=30).description
    groups = {int(place): said.replace(" ", "") for place, said in _GROUP.findall(spoken)}
    if len(groups) != 8:
        raise AssertionError(f"eight groups are read aloud, not {len(groups)}")
    fields = (one.name for one in desk.program.walk() if one.role == "text")
    asked = [int(name.split()[1]) for name in fields if name.startswith("Gruppe")]
    for place in asked:
        desk.write(f"Gruppe {place}", groups[place])
    desk.look("første gang, nøkkel")
    desk.do("Arket ligger i kommunens safe")
    desk.do("Fortsett")


def hears(desk: Desk, words: str) -> None:
    """Wait until the toast says this."""
    desk.hears(words)


def lock(desk: Desk, *, never: tuple[str, ...]) -> None:
    """Ctrl+L: the tree held this of cases, also on pages out of sight, and now holds none of it."""
    desk.keys.begin("Lås")
    if desk.unheard(never):
        raise AssertionError("what is looked for after locking was never there")
    desk.keys.press("ctrl+l")
    desk.on("Passord")
    desk.look("låst")
    left = set(never) - desk.unheard(never)
    if left:
        raise AssertionError(f"{left} can still be read after locking")


def unlock(desk: Desk) -> None:
    """The passphrase, and the register is there again."""
    desk.keys.begin("Lås opp")
    desk.on("Passord")
    desk.write("Passord", PASSPHRASE)
    desk.keys.press("Return")
    desk.sees("Sidefelt", seconds=60)  # the key is slow to make, and slower where others work
