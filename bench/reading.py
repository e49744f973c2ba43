"""How fast the reader of quantities reads: `python bench/reading.py [FILE…]`.

Prints KB/s of UTF-8 for prose (the digests of fixtures/, or the files) and for texts of other
shapes, each beside a floor measured in the same run on the same text: cutting it into words
with one regular expression. Repeated shapes that are nothing but finds cost by the find.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.reader import read_text  # noqa: E402

PROSE_BYTES = 500_000
SHAPE_BYTES = 60_000
ROUNDS = 3
REPEATED = {
    "sentences full of numbers": "On 5 May about 300 of 1,200 men fled to Basra, 7 % more. ",
    "digits without end": "7",
    "numbers": "7 ",
    "dates": "5 May 2020, ",
    "letters": "a",
    "number words": "one hundred ",
    "currency signs": "$",
    "prices": "$5 ",
    "commas": ",",
    "dashes": "-",
    "ranges": "5 to 6 to ",
    "fixed spaces": "5\u00a0",
}


def main(paths: list[str]) -> None:
    files = [Path(path) for path in paths] or sorted((ROOT / "fixtures" / "digests").glob("*.txt"))
    prose = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
    print(f"{'':<26} {'KB/s':>7} {'finds':>7}  times the floor's time")
    report(f"prose ({len(files)} files)", repeated(prose, PROSE_BYTES))
    report("table of numbers", repeated(table(), SHAPE_BYTES))
    for name, unit in REPEATED.items():
        report(name, repeated(unit, SHAPE_BYTES))


def repeated(unit: str, least: int) -> str:
    return unit * -(-least // len(unit.encode()))


def table() -> str:
    chance = random.Random(1)
    rows = ([f"{chance.uniform(0, 99_999):.1f}" for _ in range(8)] for _ in range(100))
    return "\n".join("\t".join(row) for row in rows) + "\n"


def report(name: str, text: str) -> None:
    size, finds = len(text.encode()), len(read_text(text))
    floor = best(lambda: re.findall(r"\w+|[^\w\s]", text))
    taken = best(lambda: read_text(text))
    print(f"{name:<26} {size / taken / 1e3:>7.0f} {finds:>7,}  {taken / floor:.1f}")


def best(work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
