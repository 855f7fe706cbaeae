"""What a pack says first: how many targets are reached, and which way the numbers went. Pure."""

from app.core.days import day_and_year
from app.core.text import grouped
from app.documents.texts import Text
from app.overview.quarter import rules
from app.overview.quarter.model import PackPaper
from app.overview.quarter.wording import period_words


def title(paper: PackPaper, text: Text, *, whole: bool) -> str:
    """How many targets are reached, unless that would tell of one that is held back."""
    sheet = paper.pack.sheet
    if not sheet.aimed or not whole:
        return text.passage("title_no_targets", period=period_words(sheet.period, text))
    if sheet.aimed == 1:
        return text.passage("title_only" if sheet.reached else "title_only_missed")
    if not sheet.reached:
        return text.passage("title_none")
    if sheet.reached == sheet.aimed:
        return text.passage("title_all", aimed=grouped(sheet.aimed))
    return text.passage("title", reached=grouped(sheet.reached), aimed=grouped(sheet.aimed))


def lead(paper: PackPaper, text: Text, *, whole: bool) -> str:
    """Until which day, and how it went since the period before where every number is told."""
    sheet = paper.pack.sheet
    first = text.passage("lead_runs" if sheet.runs else "lead", last=day_and_year(sheet.until))
    return f"{first} {_ways(paper, text)}" if whole else first


def _ways(paper: PackPaper, text: Text) -> str:
    cards = paper.pack.sheet.cards
    before = period_words(paper.pack.sheet.period.before, text)
    if all(card.change is None for card in cards):
        return text.passage("ways_unknown", before=before)
    ways = [rules.better(card) for card in cards]
    better, worse = ways.count(True), ways.count(False)
    if not better and not worse:
        return text.passage("ways_same", before=before)
    if len(cards) in (better, worse):
        return text.passage("ways_all_better" if better else "ways_all_worse", before=before)
    return text.passage(
        "ways",
        better=_some("better", better, text),
        worse=_some("worse", worse, text),
        before=before,
    )


def _some(way: str, count: int, text: Text) -> str:
    """«Ingen av tallene», «Ett av tallene» or «3 av tallene»."""
    if count > 1:
        return text.passage(f"{way}_some", count=grouped(count))
    return text.passage(f"{way}_one" if count else f"{way}_none")
