"""One figure into pandas: its series by Parquet, and by CSV.

pip install pandas pyarrow
python examples/figure.py https://facts.example.org us-troops-iraq
"""

import sys

import pandas as pd

site, figure = sys.argv[1:]
series = pd.read_parquet(f"{site}/api/v1/export/claims.parquet?figure={figure}")
series = series[series["rating"].isin(["single-source", "corroborated"])]
print(series.set_index("period_earliest").sort_index()[["low", "best", "high", "rating", "number"]])

# The same from CSV. Texts that began like a formula have an apostrophe in front (docs/formats.md).
# `known_at` gives the series as it was known on a day, for good: cite it with the day.
ledger = pd.read_csv(f"{site}/api/v1/export/verdicts.csv?figure={figure}", parse_dates=["at"])
print(ledger[["number", "at", "kind", "wording", "rating", "reason"]])
