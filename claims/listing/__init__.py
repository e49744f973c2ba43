"""The list of figures: what is found, counted and told, from tables that triggers keep
(docs/figures.md).

search  what is asked for, as marks and times
page    the figures found, a page at a time, as JSON that PostgreSQL built
counts  totals and facets
one     one figure with its series
upkeep  the tables held against what they follow from, and filled anew
"""

from .counts import COUNTED_AT_MOST, FACETS, Total, facets, total
from .one import figure_text
from .page import page
from .search import Search

__all__ = ["COUNTED_AT_MOST", "FACETS", "Search", "Total", "facets", "figure_text", "page", "total"]
