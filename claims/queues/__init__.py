"""Queues: what waits for a person, who takes it, and how nobody gets what another one has.

table         the queues: what is in each, who may take from it
assignments   the verbs: take_next, take, release, assign, release_stale

The reads are `claims.querysets.queues`, the words and the look of a page its template.
"""
