"""English words that tell who says a thing, and how: asserted, planned, attributed, negated."""

from __future__ import annotations

from claims.consistency.lexicon import UNKNOWN_PHRASES as ENGINE_UNKNOWN

SAID: frozenset[str] = frozenset(
    """said says told tells stated  announced  reported  confirmed confirms
    added adds claimed  estimated  warned warns acknowledged insisted insists
    declared declares argued argues noted  wrote writes predicted predicts  alleged
    alleges explained testified tweeted asserted revealed   disclosed
    asserts maintains stressed believes believe denied""".split()
)
ACCORDING: tuple[str, str] = ("according", "to")
SPEAKERS: frozenset[str] = frozenset(
    """official officials police ministry minister spokesman spokeswoman spokesperson government
    authorities company researchers scientists analysts experts sources witnesses agency army
    military report survey poll study president administration command department bank doctors
    activists group groups economists reporters investigators prosecutors council statement
    commission residents rescuers firm""".split()
)
"""Common nouns that speak."""
NAME_PARTICLES: frozenset[str] = frozenset("al el de la bin ibn von van".split())
"""Lower-case words within a name, before its next capital."""
PRONOUNS: frozenset[str] = frozenset("he she they it we i you who which that".split())

PLANS: frozenset[str] = frozenset(
    """will would shall plan plans planned planning scheduled expected expects expect intends
    intend intended pledged pledge pledges promised promise promises agreed agrees due aims aim
    aimed vowed vows proposed proposes proposal proposals target targets targeted forecast
    forecasts projected committed should could might envisages envisage anticipated anticipates
    upcoming hopes hoped seeks sought wants wanted ordered""".split()
)
"""Before the number in its clause: it is to come, not an observation."""
NOT_PLANS: frozenset[str] = frozenset({"agreed", "expected", "ordered", "wanted"})
"""Plans only with "to" within the next few words ("agreed to withdraw")."""

TURNS: frozenset[str] = frozenset({"but", "while", "although", "though", "after", "yet"})
"""After a comma they begin a clause with a say of its own."""
RELATIVES: frozenset[str] = frozenset({"that", "which", "who"})
PRESENT: frozenset[str] = frozenset({"is", "are", "was", "were", "has", "have", "had"})
"""A relative clause in one of these tells what is, whatever its sentence plans."""

NEGATIONS: frozenset[str] = frozenset(
    """not never neither nor denied denies deny dismissed rejected without nobody cannot
    n't doesn didn don isn wasn aren weren won wouldn couldn hasn haven hadn""".split()
)
NOT_NEGATIONS: frozenset[tuple[str, str]] = frozenset(
    {("not", "only"), ("not", "just"), ("not", "least"), ("not", "less"), ("not", "more")}
    | {("not", "fewer"), ("not", "exceeding"), ("not", "merely"), ("not", "quite")}
    | {("nor", "more"), ("not", "until")}
)
PLACE_PREPOSITIONS: frozenset[str] = frozenset(
    "in at near across throughout outside inside".split()
)

UNKNOWN_PHRASES: frozenset[str] = frozenset(ENGINE_UNKNOWN) | {"remains unclear"}
LONGEST_UNKNOWN = max(len(phrase.split()) for phrase in UNKNOWN_PHRASES)
UNKNOWN_WHAT: tuple[tuple[str, ...], ...] = (
    ("how", "many"),
    ("how", "much"),
    ("number", "of"),
    ("numbers", "of"),
)
UNKNOWN_STARTS: frozenset[str] = frozenset(words[0] for words in UNKNOWN_WHAT)
"""After "declined to say …": what is kept unknown is a quantity."""
UNKNOWN_WITHIN = 6
AROUND = PLACE_PREPOSITIONS | SAID | {ACCORDING[0]}
"""Words at which a sentence tells who says something, or where."""
GOVERNING = PLANS | NEGATIONS | RELATIVES | {";", ":", "—", ",", "t"}
"""Words and signs that bear on the modality of what follows."""
ABBREVIATIONS: frozenset[str] = frozenset(
    """mr mrs ms dr prof gen col lt maj sgt capt sen rep gov pres hon st jr sr vs etc inc ltd co
    corp no nos vol pp p fig figs eq ref al approx ca c jan feb mar apr jun jul aug sept sep oct
    nov dec u.s u.k u.n e.u u.s.a a.m p.m e.g i.e cf est dept ave mt""".split()
)
"""Before a full stop: the sentence goes on."""

DEFINITE: frozenset[str] = frozenset({"the", "these", "those"})
"""Right before a number: what it counts exists, whatever is planned with it."""
