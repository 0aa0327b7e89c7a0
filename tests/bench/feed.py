"""Rows of reports on standard output, so many a second: ``python feed.py RATE``, until it is ended."""

from __future__ import annotations

import sys
import time


def main() -> None:
    """Write them, each when it is due."""
    rate, began, number = float(sys.argv[1]), time.monotonic(), 0
    print("text,customer,via,component,region", flush=True)
    while True:
        time.sleep(max(0.0, began + number / rate - time.monotonic()))
        print(f"no text messages since call {number},Acme Travel {number % 500},phone,sms,eu", flush=True)
        number += 1


if __name__ == "__main__":
    main()
