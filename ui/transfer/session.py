"""One import under way: the file, how it is read, what was answered. Holds no widget."""

from dataclasses import replace
from pathlib import Path

from app.arrears.model import Biller
from app.core.errors import FileProblem, OfficeError
from app.core.ids import DebtCaseId
from app.office import Office
from app.transfer.model import (
    Answer,
    CheckedSheet,
    ColumnMap,
    Counts,
    FindingKind,
    ImportKind,
    Profile,
    ReadOptions,
    Receipt,
    Sheet,
    Told,
)
from ui.labels import capital, title_word
from ui.transfer.wording import field_word, read_as, shown, why

OWN = " (vårt oppsett)"
LIST_HEADINGS = ("Linje", "Kolonne", "Hva", "Hvorfor", "Står i fila", "Rettet til")


class Session:
    """Begun with a kind, and whose list or debts it is; filled step by step."""

    def __init__(
        self, kind: ImportKind, biller: Biller | None = None, case: DebtCaseId | None = None
    ) -> None:
        self.kind = kind
        self.biller = biller
        self.case = case
        self.right_biller = False
        self.path: Path | None = None
        self.sheet: Sheet | None = None
        self.guessed: Profile | None = None
        self.profile: Profile | None = None
        self.columns: ColumnMap | None = None
        self.answers: tuple[Answer, ...] = ()
        self.checked: CheckedSheet | None = None
        self.receipt: Receipt | None = None
        self.taken: Counts = Counts()

    def take_sheet(self, office: Office, path: Path, sheet: Sheet) -> None:
        """A sheet was read: what it holds is guessed anew, and earlier answers fall away."""
        self.path, self.sheet = path, sheet
        whose = self.biller.id if self.biller else None
        self.guessed = self.profile = office.transfer.guess(sheet, self.kind, whose, self.case)
        self.columns = office.transfer.columns(sheet, self.profile)
        self.answers, self.checked, self.receipt = (), None, None
        self.right_biller = False

    def options(self, office: Office) -> ReadOptions | None:
        """How this biller's last list was written; None to find it out."""
        known = office.transfer.biller_profile(self.biller.id) if self.biller else None
        return ReadOptions(known.encoding, known.separator) if known else None

    def set_column(self, office: Office, heading: str, field: str) -> None:
        """The officer says what a column is."""
        if self.profile is None or self.sheet is None:
            return
        self.profile = self.profile.with_column(heading, field)
        self.columns = office.transfer.columns(self.sheet, self.profile)
        self.answers, self.checked = (), None

    def keep_profile(self, office: Office, name: str) -> None:
        """Remember columns that were changed, under a name that is the office's own."""
        profile, guessed = self.profile, self.guessed
        if profile is None or guessed is None or profile == guessed or self.biller:
            return  # how a biller's list is read is kept when it is taken in
        wanted = name.strip() or guessed.name
        if not guessed.columns and wanted == guessed.name:
            wanted += OWN
        self.profile = replace(profile, name=wanted, biller=None)
        office.transfer.remember(self.profile)
        self.guessed = self.profile

    def answer(self, given: Answer) -> None:
        """One more answer; another about the same cell gives way."""
        others = [a for a in self.answers if (a.line, a.column) != (given.line, given.column)]
        self.answers = (*others, given)

    def check(self, office: Office, told: Told | None = None) -> CheckedSheet:
        """What would be taken in now; OfficeError columns_missing."""
        if self.sheet is None or self.profile is None:
            raise OfficeError("sheet_not_found")
        return office.transfer.check(self.sheet, self.profile, self.answers, told)

    @property
    def columns_known(self) -> bool:
        """Whether every column was found, so that nothing need be asked about them.

        A biller's list with the headings of the last one was answered for then.
        """
        if self.columns is None or self.columns.missing:
            return False
        seen = self.biller and self.profile and self.profile.fits(self.columns.headings)
        return bool(seen) or not self.columns.unknown

    @property
    def unsure_whose(self) -> bool:
        """Whether the list looks like another biller's, and nobody has said that it is not."""
        wrong = self.checked.wrong if self.checked else None
        return wrong is not None and not self.right_biller

    @property
    def size(self) -> int:
        """Lines in the sheet."""
        return len(self.sheet.rows) if self.sheet else 0

    @property
    def facts(self) -> str:
        """«boliger.csv · ISO-8859-1 · semikolon · profil «Kobo, 35 kolonner»»."""
        if self.path is None or self.sheet is None or self.profile is None:
            return ""
        profile = f"profil «{self.profile.name}»"
        if self.biller is not None:
            profile = f"liste fra {self.biller.name}"
        return " · ".join((self.path.name, read_as(self.sheet), profile))

    @property
    def content(self) -> bytes:
        """The file as it is now, for its fingerprint; nothing when it is gone."""
        try:
            return self.path.read_bytes() if self.path else b""
        except OSError:
            return b""

    def save_list(self, office: Office, path: Path) -> None:
        """Write every finding to a workbook; FileProblem disk_refused."""
        content = office.transfer.to_xlsx("Feilliste", LIST_HEADINGS, self.error_list())
        try:
            path.with_suffix(".xlsx").write_bytes(content)
        except OSError as error:
            raise FileProblem("disk_refused") from error

    def error_list(self) -> list[tuple[str | int, ...]]:
        """Every finding as a row of the list that is sent back to who made the sheet."""
        checked = self.checked
        if checked is None:
            return []
        rows: list[tuple[str | int, ...]] = []
        for found in checked.findings:
            field = checked.columns.field_of(found.column) if found.column else ""
            column = field_word(self.kind, field) if field in checked.columns.fields else field
            after = found.after if found.kind is FindingKind.FIXED else ""
            rows.append(
                (
                    found.line,
                    capital(column) if field else "Hele linja",
                    title_word(found.kind),
                    why(found),
                    shown(found, found.before),
                    shown(found, after),
                )
            )
        return rows


def reads_otherwise(known: ReadOptions | None, found: Sheet) -> bool:
    """Whether a text file was written as the biller's last one, and not as it was guessed.

    What reads as UTF-8 is UTF-8: that is no guess.
    """
    if known is None or found.encoding is None or found.encoding.startswith("utf"):
        return False
    return known.encoding not in {None, found.encoding}
