"""Starts the command line."""

from __future__ import annotations

from cockpit.bootstrap import main

if __name__ == "__main__":
    main()
