"""What comes after a vedtak: two appeals, and a notice before something may be taken away."""

from datetime import timedelta
from functools import partial

from app.applications.model import Channel, TargetGroup
from app.core.ids import Ref
from app.decisions.appeals.model import AppealDraft
from app.decisions.notices.model import NoticeDraft
from app.demo import phrases
from app.demo.story import Steps, Story

G = TargetGroup


def steps(story: Story) -> Steps:
    """From the answer to the appeal body."""
    return [
        (44, partial(story.arrive, "appealed", G.DISADVANTAGED_OTHER, phrases.DEAR)),
        (40, partial(story.decide, "appealed", phrases.REFUSAL)),
        (39, partial(story.send, "appealed")),
        (36, partial(story.arrived, "appealed")),
        (24, partial(_appeal, story, "appealed")),
        (16, partial(_forward, story, "appealed")),
        (9, partial(_appeal, story, "refused")),
        (44, partial(story.arrive, "bought", G.MENTAL_HEALTH, phrases.WITHOUT)),
        (37, partial(story.decide, "bought", phrases.GRANT)),
        (36, partial(story.send, "bought")),
        (33, partial(story.arrived, "bought")),
        (19, partial(_notice, story)),
        (7, partial(_answers, story)),
    ]


def _appeal(story: Story, name: str) -> None:
    """It comes in time, is told to have come, and is taken up."""
    appeals, sent = story.office.appeals, story.now - timedelta(days=1)
    draft = AppealDraft(
        received_on=story.now,
        postmarked_on=sent,
        channel=Channel.LETTER,
        wanted=phrases.APPEAL_WANTED,
        grounds=phrases.APPEAL_GROUNDS,
    )
    appeal = appeals.receive(story.vedtak(name), draft)
    appeals.acknowledge(appeal)
    story.post(Ref("appeal", appeal))
    appeals.assess(appeal)


def _forward(story: Story, name: str) -> None:
    (appeal,) = story.office.appeals.of(story.vedtak(name))
    story.office.appeals.forward(appeal.id, phrases.APPEAL_ASSESSMENT)
    story.post(Ref("appeal", appeal.id))


def _notice(story: Story) -> None:
    notices, vedtak = story.office.advance_notices, story.vedtak("bought")
    notices.issue(vedtak, NoticeDraft(phrases.NOTICE, phrases.NEEDED, notices.usual_day()))
    (notice,) = notices.of(vedtak)
    story.post(Ref("prior_notice", notice.id))


def _answers(story: Story) -> None:
    (notice,) = story.office.advance_notices.of(story.vedtak("bought"))
    story.office.advance_notices.answered(notice.id, story.now, phrases.NOTICE_ANSWER)
