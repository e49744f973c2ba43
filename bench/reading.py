"""How fast the reader of quantities reads: `python bench/reading.py [FILE…]`.

Prints MB/s of UTF-8 beside a floor measured in the same run: cutting the same text into words
with one regular expression. Without files it reads the digests of fixtures/.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.reader import read_text  # noqa: E402

LEAST_BYTES = 500_000
ROUNDS = 5


def main(paths: list[str]) -> None:
    files = [Path(path) for path in paths] or sorted((ROOT / "fixtures" / "digests").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    size = sum(len(text.encode()) for text in texts)
    times = -(-LEAST_BYTES // size)
    corpus = ["\n\n".join(texts)] * times
    total = size * times
    finds = len(read_text(corpus[0])) * times
    print(f"{len(files)} files, {total / 1e6:.2f} MB, {finds:,} quantities and dates")
    floor = report("floor: words", total, lambda: [re.findall(r"\w+", text) for text in corpus])
    rate = report("read_text", total, lambda: [read_text(text) for text in corpus])
    print(f"{floor / rate:.1f} times the floor's time")


def report(name: str, size: int, work: Callable[[], object]) -> float:
    """Print the best of some rounds; gives bytes a second."""
    best = min(timed(work) for _ in range(ROUNDS))
    print(f"{name:<14} {size / best / 1e6:6.2f} MB/s")
    return size / best


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
