"""What can go wrong with the embedded PostgreSQL, said for the person at the keyboard."""

import re


class EmbeddedError(Exception):
    """The embedded server cannot be started, reached or stopped; the text is one line that says
    why and what to do."""


OWN_SERVER = "set DATABASE_URL to use a PostgreSQL server of your own"

# What PostgreSQL writes when it cannot start → what it means for us. The first that matches wins.
REASONS = (
    (r"no space left on device|disk quota exceeded", "the disk is full: free some space"),
    (r"read-only file system", "the file system is read-only: use a checkout that can be written"),
    (
        r"could not bind|could not create any unix-domain sockets?|could not create lock file",
        "its socket cannot be made: see whether the temporary folder can be written",
    ),
    (
        r"could not (map anonymous|create|resize|open) shared memory|could not create semaphores"
        r"|cannot allocate memory",
        "the machine has too little (shared) memory left for it",
    ),
    (
        r"pg_control|files are incompatible|valid checkpoint|invalid page|PANIC"
        r"|could not open (file|directory)|is not a (valid )?(data|database cluster) directory"
        r"|checksum|missing or erroneous|syntax error in file",
        "its data is damaged: put a backup of the data folder back, or move the folder away "
        "to start empty",
    ),
    (r"permission denied", "it may not read or write its files: see their owner and mode"),
)


def explain(output: str) -> str:
    """The reason, in our words, behind what PostgreSQL wrote before it gave up; failing that,
    its own last complaint."""
    for pattern, reason in REASONS:
        if re.search(pattern, output, re.IGNORECASE):
            return reason
    complaints = re.findall(r"(?:FATAL|PANIC|error):\s+(.+)", output)
    lines = complaints or output.split("\n\n")[-1].strip().splitlines()
    return lines[-1].strip() if lines else "it gave no reason"
