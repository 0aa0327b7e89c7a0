"""The last way: the text in a file that only the user can read, until tomorrow."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

PREFIX, SUFFIX = "copied-", ".txt"
KEPT_S = 24 * 60 * 60
"""How long a file is kept, in seconds: it may hold customers' words."""


def keep(data: bytes, folder: Path) -> Path:
    """Write ``data`` to a file of mode 0600 in ``folder``, else in the system's folder for temporary files.

    The name comes from the contents, so that no other copy can take its place. Raises OSError when neither folder
    takes it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget_old(folder)
        return _write(data, folder)
    except OSError:
        return _write(data, Path(tempfile.gettempdir()))


def _write(data: bytes, folder: Path) -> Path:
    path = folder / f"{PREFIX}{sha256(data).hexdigest()[:12]}{SUFFIX}"
    number, name = tempfile.mkstemp(dir=folder, prefix=f".{PREFIX}")  # of mode 0600, whatever the umask
    draft = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return path


def _forget_old(folder: Path) -> None:
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > KEPT_S:
                path.unlink()
