"""Webhooks: what is published is told to whoever subscribed, at least once (docs/webhooks.md).

models         subscriptions, and the outbox: one row for each of them and each change
subscriptions  the verbs of people: subscribe, send a test, send again
secrets        what a subscription's messages are signed with
signing        the headers of a message, signed; pure
addresses      which addresses nothing is sent to; pure
backoff        how long to wait before the next try; pure
transport      one POST, to an address that was looked at
sending        one try to deliver, and what follows from its outcome
tasks          the jobs of the workers
admin          the pages
"""
