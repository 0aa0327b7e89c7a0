"""Starts the command line."""

from __future__ import annotations


def main() -> None:
    """The console command."""
    from cockpit.cli.main import cli

    cli()


if __name__ == "__main__":
    main()
