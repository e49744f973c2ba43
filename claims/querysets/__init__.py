"""Named reads, one small file a table; each returns a QuerySet, so they chain."""
