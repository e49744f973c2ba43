"""What PostgreSQL writes when it does not start, and what we make of it."""

import pytest

from factcheck.embedded.errors import explain


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        pytest.param(
            "FATAL:  could not write lock file: No space left on device", "disk is full", id="disk"
        ),
        pytest.param("[Errno 122] Disk quota exceeded", "disk is full", id="quota"),
        pytest.param("[Errno 30] Read-only file system", "read-only", id="read-only"),
        pytest.param(
            'FATAL:  could not create any Unix-domain sockets in "/x"', "socket", id="socket"
        ),
        pytest.param(
            "FATAL:  could not map anonymous shared memory: Cannot allocate memory",
            "memory",
            id="memory",
        ),
        pytest.param(
            "FATAL:  database files are incompatible with server", "damaged", id="control file"
        ),
        pytest.param(
            "PANIC:  could not locate a valid checkpoint record at 0/1", "damaged", id="checkpoint"
        ),
        pytest.param(
            'FATAL:  could not open file "global/pg_filenode.map": No such file or directory',
            "damaged",
            id="a file is gone",
        ),
        pytest.param("[Errno 13] Permission denied: '/x'", "owner and mode", id="permission"),
        pytest.param(
            "LOG:  starting\nFATAL:  something new\nLOG:  shut down",
            "something new",
            id="unknown: its own complaint",
        ),
        pytest.param("one line\nlast line", "last line", id="no complaint: the last line"),
        pytest.param("", "no reason", id="silence"),
    ],
)
def test_the_reason_is_found_in_what_it_wrote(output, reason):
    assert reason in explain(output)
