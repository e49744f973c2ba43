"""A file to import, as text in the test, and the document that it quotes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import dedent

from claims.importing import ImportRefused, import_file

from .. import make

TEXT = (
    "In July there were approximately 5,000 troops in Iraq. Later there were 2,500 troops. "
    "The minister said: some left, some left."
)

CLAIMS = """
    subjects:
      - {name: Foreign forces, kind: force, aliases: [foreign troops]}
    scope_terms:
      geography:
        - {name: Iraq, within: [Iraq and Syria]}
        - {name: Iraq and Syria}
    origins:
      - {name: A news agency, kind: outlet, note: As it says itself.}
    figures:
      - slug: troops
        subject: foreign troops
        measure: troop level
        geography: Iraq
        unit: troops
        nature: stock
    claims:
      - key: troops-2020
        statement: About 5,000 troops were in Iraq in July 2020.
        claimant: A ministry
        made_on: 15 July 2020
        figure: troops
        quantity: about 5,000
        period: July 2020
        evidence:
          - document: report
            quote: approximately 5,000 troops
            stance: supports
            quantity: approximately 5,000
            period: July 2020
            origin: A news agency
          - key: later-value
            document: report
            quote: Later there were 2,500 troops
            stance: context
            quantity: 2,500
            period: {earliest: 2021-07-01, latest: 2021-07-31}
      - key: some-left
        statement: Some troops left.
        evidence:
          - document: report
            quote: some left
            suffix: .
            stance: supports
"""


def report_on_file():
    return make.document(TEXT, key="report", published=make.JULY)


def load(folder: Path, text: str, *, name: str = "claims.yaml", **options) -> Counter:
    path = folder / name
    path.write_text(dedent(text), encoding="utf-8")
    return import_file(path, at=make.TODAY, **options)


def refused(folder: Path, text: str, **options) -> list[str]:
    """The problems of a file that must be refused, each as a line."""
    try:
        load(folder, text, **options)
    except ImportRefused as error:
        return [str(problem) for problem in error.problems]
    raise AssertionError("the file was imported")
