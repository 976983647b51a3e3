"""The server ends with the program that started it, however that one ends."""

import os
import sys
import threading


def end_with_parent() -> None:
    """The parent holds the other end of standard input; when it is gone, even by `kill -9`, reading ends."""
    threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    # Not sys.exit: that ends only this thread.
    os._exit(0)
