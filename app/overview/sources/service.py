"""The register of sources as it stands today (E10)."""

from app.documents.model import Document
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.indicators.service import Indicators
from app.overview.quarter.service import TEXT as PACK
from app.overview.snapshots.service import Snapshots
from app.overview.sources.model import RETURNS, FigureSource, SourcePaper
from app.overview.sources.prints import source_register
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "source_register"


class SourceRegister:
    """What each number rests on; the words stand in the office's language."""

    def __init__(
        self, db: Database, settings: Settings, indicators: Indicators, snapshots: Snapshots
    ) -> None:
        self._db = db
        self._settings = settings
        self._indicators = indicators
        self._snapshots = snapshots

    def sources(self) -> tuple[FigureSource, ...]:
        """Every indicator, then every return."""
        returns = []
        for kind in RETURNS:
            kept = self._snapshots.of(kind)
            day = max((each.kept_at.date() for each in kept), default=None)
            returns.append(FigureSource(kind, kept=day))
        return (*(FigureSource(each, self._aim(each)) for each in Indicator), *returns)

    def paper(self) -> Document:
        """To read and print; it names nobody."""
        paper = self.as_paper()
        text, pack = (
            self._settings.text(name, paper.office.language, paper.issued.date())
            for name in (TEXT, PACK)
        )
        return source_register(paper, text, pack)

    def as_paper(self) -> SourcePaper:
        """What the paper is made of, now."""
        now = self._db.clock.now()
        return SourcePaper(self._settings.profile, now, self.sources(), self._indicators.began())

    def _aim(self, indicator: Indicator) -> IndicatorTarget | None:
        """The newest that holds."""
        today = self._db.clock.today()
        found = [
            each
            for each in self._indicators.targets()
            if each.indicator is indicator and each.since <= today
        ]
        return found[-1] if found else None
