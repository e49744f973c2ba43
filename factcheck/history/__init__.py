"""The history of every row that people change: who, when, why, from what to what.

events      `recorded`: triggers of PostgreSQL write one row for every insert, update and delete
who         who acts and why, as the triggers are told
middleware  tells it for requests; `command` for commands
begin       for migrations: how rows stood when their history began
changes     rows of a history as changes in words; `words` and `diff` are its pure parts
pages       the page that shows them, and the list of what was deleted
admin       `HistoryAdmin`: the part of a model's admin that leads there
"""
