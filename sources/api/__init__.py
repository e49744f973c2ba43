"""The public API of what was said, and where: documents and passages, read-only."""
