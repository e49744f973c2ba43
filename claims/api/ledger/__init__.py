"""The ledger of verdicts, its head and the order of changes, as the API shows them.

texts     the JSON of a verdict and of a change, built by PostgreSQL
shapes    the same for the schema, with examples
verdicts  verdicts/, verdicts/{number}/, verdicts/{number}/after/, ledger/head/
changes   changes/
"""
