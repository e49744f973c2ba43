"""The public API of what is asserted, and how it stands: figures and claims, read-only."""
