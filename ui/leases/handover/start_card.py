"""The start package: what is done together at moving in, by whom and when (D19)."""

from functools import partial

from app.decisions.content.model import StartPart
from app.leases.handover.start.model import StartTask
from ui.kit.cards import Callout
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import day, done, title_word, until
from ui.leases.handover.card import HandoverCard


class StartCard(HandoverCard):
    """Enter ticks a part; the verbs change who and when."""

    def build(self) -> None:
        package = self.office.start_packages.of(self.lease.id)
        self._tasks = {task.part: task for task in package.tasks}
        lives = self.lease.state.holds
        self.missing = lives and (package.missing or any(map(self._late, package.tasks)))
        total = len(package.tasks)
        if total:
            self.set_fact(self.tr("{} av {} gjort").format(total - package.left, total))
        if package.missing and lives:
            self.tell(
                Callout(
                    ChipKind.SOON,
                    self.tr("Leietakeren har ingen startpakke."),
                    self.tr("Legg til det dere skal gjøre sammen, eller skriv hvorfor ikke."),
                )
            )
        elif not total:
            reason = package.no_reason or self.tr("Leieforholdet har ingen startpakke.")
            self.empty(self.tr("Ingen startpakke. {}").format(reason))
        ordered = sorted(package.tasks, key=lambda task: task.done_on is not None)
        self.rows([self._row(task) for task in ordered], self._tick)
        dialogs, lease, starts = self.dialogs, self.lease, self.office.start_packages
        add = self.verb(self.tr("Legg til …"), partial(dialogs.start_part, lease, None), Icon.NEW)
        add.set_off("" if total < len(StartPart) else self.tr("Alle delene er med."))
        change = self.verb(self.tr("Endre …"), self._change)
        names = (self.tr("Startpakke"), self.tr("Lag listen"), "start_package.issued")
        preview, issue = partial(starts.preview, lease.id), partial(starts.issue, lease.id)
        paper = self.verb(
            self.tr("Skriv ut"), partial(dialogs.paper, names, preview, issue), Icon.PRINT
        )
        none = self.verb(self.tr("Ingen startpakke …"), partial(dialogs.no_start_package, lease))
        self.verbs([change, add, paper] if total else [add, none])

    def _row(self, task: StartTask) -> Row:
        today = self.office.clock.today()
        chip = Chip(ChipKind.NOT_STARTED, self.tr("Står igjen"))
        if task.done_on is not None:
            chip = Chip(ChipKind.OK, self.tr("Gjort"))
        elif self._late(task):
            chip = Chip(ChipKind.SOON, self.tr("Over tiden"))
        far = until(today, task.due_on) if task.due_on and task.done_on is None else ""
        return Row(
            task.part,
            title_word(task.part),
            title_word(task.owner),
            chip,
            when=day(task.done_on or task.due_on),
            how_long=far,
            action=self.tr("Ikke gjort") if task.done_on else self.tr("Gjort"),
        )

    def _late(self, task: StartTask) -> bool:
        today = self.office.clock.today()
        return task.done_on is None and task.due_on is not None and task.due_on < today

    def _tick(self, key: object) -> None:
        if not isinstance(key, StartPart):
            return
        starts, lease = self.office.start_packages, self.lease.id
        was_done = self._tasks[key].done_on is not None
        act = partial(starts.undone if was_done else starts.done, lease, key)
        verb = "start_task.undone" if was_done else "start_task.done"
        self.dialogs.attempt(act, done(verb))

    def _change(self) -> None:
        current = self.list.current if self.list is not None else None
        if current is None and self.list is not None:
            current = self.list.rows[0]
        if current is not None and isinstance(current.key, StartPart):
            self.dialogs.start_part(self.lease, current.key)
