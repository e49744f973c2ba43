"""Blind second reading: two people judge apart, a third settles where they differ.

readings.py     the verbs: read a passage, hand the reading in, rule where two differ
compare.py      whether two readings say the same
agreement.py    pure: Cohen's κ and Krippendorff's α
statistics.py   agreement per pair of readers, per figure and over time
apart.py        what is read apart, and what may be accepted of it
items.py        what there is to read and to rule on
forms.py, telling.py, chart.py, pages.py, urls.py   the pages under /admin/blind/
"""
