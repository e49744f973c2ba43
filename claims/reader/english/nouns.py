"""English words that begin, end or head a counted noun phrase."""

from __future__ import annotations

ENDS_PHRASE: frozenset[str] = frozenset(
    """in of at on by from for with to into onto as since during under over and or but who whom
    that which whose were was is are be been being has have had will would could can may might
    must shall should do does did not remain remains remained between after before until till than
    per while when where because despite through among within across against about around near
    if so yet then now today yesterday tomorrow still already also only just both either it he she
    they them we you i this these those there here its their his her our a an the according
    including
    died dies die said says say killed wounded injured arrested stationed deployed took takes take
    came come went go went left leave began begin voted vote fled flee live lived lives worked
    work works ago earlier later away each apiece every more less fewer higher lower rose fell
    gathered joined participated approve approved rated believe believed think back out up down
    off annually monthly daily weekly yearly alone altogether combined total plus versus vs
    follows begins starts ends shows means makes gives comes goes opens closes needs stands
    toward towards upon without compared followed participate face faced marched
    protested""".split()
)
"""A counted noun phrase ends before one of these."""

WITHIN_PHRASE: frozenset[str] = frozenset(
    {"displaced", "killed", "wounded", "injured", "armed", "united", "missing", "more", "less"}
)
"""Participles that are part of the noun phrase when a noun follows ("displaced persons")."""

PLURALS_WITHOUT_S: frozenset[str] = frozenset(
    """people men women children personnel police staff troops crew cattle sheep fish aircraft
    spacecraft militia infantry media data teeth feet geese mice dead wounded injured displaced
    servicemen servicewomen militiamen policemen policewomen firemen businessmen congressmen
    spokesmen fishermen gunmen clergy youth elderly poor homeless unemployed missing criteria
    bacteria species series phenomena fungi larvae nuclei loci alumni offspring cavalry artillery
    folk percent square cubic seats jewish fewer forces americans cases""".split()
)
NOT_PLURALS: frozenset[str] = frozenset(
    """is was has this its his us always perhaps across various previous serious religious
    us-led iraqi's pass press business process progress access success crisis basis analysis
    politics news congress virus campus status census focus as plus thus less unless
    famous dangerous anonymous enormous religious nervous continuous numerous tuesdays lens gas
    bus bonus apparatus corps mass loss class boss cross glass grass""".split()
)
"""Words in -s that are no plurals."""
HEADS_WITH_OF: frozenset[str] = frozenset(
    "members tonnes tons litres barrels pairs rounds pieces types kinds groups units".split()
)
"""Measures whose "of …" says what is counted."""
