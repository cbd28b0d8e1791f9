"""Opening a form, storing what is typed into it, handing it in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from core.domain.department import Department
    from core.domain.form import Form
    from core.domain.issue import Issue
    from core.domain.profile import Profile
    from core.domain.reviewing.review import Remark
    from core.domain.submission import Change, Draft, Entry, Evidence, Origin, Signature
    from core.services.inbox.received import TakenUp


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """The departments that have a form in the quarter, and the form of one of them.

    `remarks` counts what the office said of it that is not dealt with.
    """

    departments: "tuple[Department, ...]"
    form: "Form | None"
    remarks: int = 0


@dataclass(frozen=True, slots=True)
class FormJourneys:
    """What the page 填报 asks of the core.

    Opening runs as a job. What is typed is stored at once, for it must be on disk before the
    cursor moves on.
    """

    database: Database

    def is_stale(self, error: Exception) -> bool:
        """Tell whether something was refused because the form is no longer what is stored."""
        from core.services.forms import ChangedError

        return isinstance(error, ChangedError)

    def open(self, scope: Scope, wanted: tuple[str, ...]) -> Job[OpenedForm]:
        """Open the form of the first department of those wanted that has one, else of any."""
        from core.services import forms

        yield Progress(0, 1, "正在打开报表…")
        store, plan, quarter = self.database.store, scope.plan.code, scope.quarter
        offered = forms.departments(store, plan, quarter)
        codes = [each.code for each in offered]
        found = next((each for each in (*wanted, *codes) if each in codes), None)
        form = forms.load(store, plan, found, quarter) if found else None
        said = self.remarks(form) if form else ()
        return OpenedForm(offered, form, sum(not each.settled for each in said))

    def remarks(self, form: "Form", code: str = "") -> "tuple[Remark, ...]":
        """Give what the office said of a form, or of one item in it, oldest first."""
        from core.services.review import remarks

        with self.database.store.reading() as work:
            said = remarks.on(work, form.plan.code, form.department, form.quarter)
        return tuple(each for each in said if code in ("", each.code))

    def save(self, form: "Form", entries: "Mapping[int, Entry]", profile: "Profile") -> "Form":
        """Store entries of some rows.

        Raises UserError.
        """
        from core.services import forms

        return forms.save(self.database.store, form, entries, self._origin(profile))

    def lacks(self, form: "Form") -> "tuple[Issue, ...]":
        """Give what has to be done before the form can be handed in."""
        from core.services import handing_in

        return handing_in.lacks(form)

    def hints(self, form: "Form") -> "tuple[Issue, ...]":
        """Give what should be looked at before, and hinders nothing."""
        from core.services import handing_in

        return handing_in.hints(form)

    def hand_in(self, form: "Form", signature: "Signature", profile: "Profile") -> "Form":
        """Hand a form in.

        Raises UserError.
        """
        from core.services import handing_in

        return handing_in.hand_in(self.database.store, form, signature, self._origin(profile))

    def take_back(self, form: "Form", profile: "Profile") -> "Form":
        """Take a form back.

        Raises UserError.
        """
        from core.services import handing_in

        return handing_in.take_back(self.database.store, form, self._origin(profile))

    def history(self, form: "Form", code: str) -> "tuple[Change, ...]":
        """Give the recorded changes of a figure, oldest first."""
        with self.database.store.reading() as work:
            return work.changes.of(form.plan.code, code, form.quarter)

    def evidence(self, form: "Form", code: str) -> "tuple[Evidence, ...]":
        """Give the evidence beside a figure."""
        with self.database.store.reading() as work:
            return work.evidences.of(form.plan.code, form.quarter, code)

    def add_file(self, form: "Form", code: str, path: "Path", profile: "Profile") -> None:
        """Keep a file beside a figure.

        Raises UserError.
        """
        from core.services import evidence

        evidence.add_file(self.database.store, form, code, path, self._origin(profile))

    def add_document(self, form: "Form", code: str, number: str, profile: "Profile") -> None:
        """Note the number of a document beside a figure.

        Raises UserError.
        """
        from core.services import evidence

        evidence.add_document(self.database.store, form, code, number, self._origin(profile))

    def remove_evidence(self, form: "Form", each: "Evidence", profile: "Profile") -> None:
        """Take an evidence away.

        Raises UserError.
        """
        from core.services import evidence

        evidence.remove(self.database.store, form, each, self._origin(profile))

    def save_file(self, each: "Evidence", path: "Path") -> None:
        """Write an evidence's file out again, byte for byte.

        Raises UserError.
        """
        from core.services import evidence

        evidence.save_file(self.database.store, each, path)

    def take_up(self, path: "Path", profile: "Profile") -> "Job[TakenUp]":
        """Take the figures of a received workbook up, but where something stands already."""
        from core.services.inbox import received
        from core.workbooks.sandbox import Sandbox

        by = self._origin(profile).by
        with Sandbox() as sandbox:
            return (yield from received.take_up(self.database.store, path, sandbox.arrive, by))

    def write_back(self, path: "Path") -> "Job[Path]":
        """Write a form as it stands here beside the received workbook; give where."""
        from core.services.inbox import received
        from core.workbooks.sandbox import Sandbox

        with Sandbox() as sandbox:
            return (yield from received.write_back(self.database.store, path, sandbox.arrive))

    def keep_draft(self, draft: "Draft | None") -> None:
        """Remember where somebody types; nothing once the program ends by itself."""
        self.database.store.keep_draft(draft)

    def _origin(self, profile: "Profile") -> "Origin":
        from core.services import forms

        return forms.origin(profile)
