"""An incident while it is being opened: SQLite counts its reports while Python imports what shows them."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread

from cockpit.application.services import Services, Watch
from cockpit.application.snapshot import Snapshot, take


class Opening:
    """Begins to read ``incident`` in a thread of its own."""

    def __init__(self, services: Services, incident: str) -> None:
        self.incident = incident
        self._services = services
        self._read: Future[tuple[Watch, Snapshot]] = Future()
        Thread(target=self._run, name="opening", daemon=True).start()

    def _run(self) -> None:
        try:
            self._read.set_result(self._begun())
        except Exception as error:  # raised where the incident is asked for
            self._read.set_exception(error)

    def _begun(self) -> tuple[Watch, Snapshot]:
        watch = self._services.watch()  # first: nothing that is written while it is being read goes unseen
        try:
            return watch, take(self._services.desk, self.incident)
        except BaseException:
            watch.close()
            raise

    def read(self) -> tuple[Watch, Snapshot]:
        """What watches the database, and the incident as it stood; raises Refusal and StoreProblem."""
        return self._read.result()
