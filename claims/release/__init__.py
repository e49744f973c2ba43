"""The public record as static files: made, compared, and loaded again (docs/release.md).

manifest  what a release holds, and its hash; pure
folder    writing a release: all of it or nothing, unchanged files linked to the last one
record    what the files tell, read from the ledger
pages     what is told as JSON and as HTML
make      making a release
check     whether the files are those of the manifest, and the ledger in them is whole
load      rebuilding the record of an empty database
compare   what one release says beyond another
"""


class ReleaseError(Exception):
    """Something is wrong with a release; the text says what, where, and what to do."""
