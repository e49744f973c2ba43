"""The embedded PostgreSQL: a server of this checkout's own, started on first use.

It runs the binaries of a wheel and keeps its data, its password and its log in one ignored folder
of the checkout (`.postgres`). It listens on a Unix socket only, asks for a random password, and
stays up when the command that started it has ended.

`server.Cluster` is the way in: `ensure_running`, `status`, `stop`.
"""
