"""English words around a quantity: neutral ones, changes, unknowns, and names for numbers."""

from __future__ import annotations

NEUTRAL: frozenset[str] = frozenset(
    """a an the this that these those there its their his her our only just merely mere fully full
    total totals totalling totaling totalled totaled numbering numbers numbered number of in at is
    are was were be been being has have had having with by to for all another and reached reaching
    reaches hit hits killing killed kills wounding wounded injuring injured left leaving including
    contains contained contain comprising comprises comprised worth us u.s. american iraqi
    coalition additional extra further whole combined currently now remaining overall altogether
    recorded reported confirmed counted stood stands standing holds held hold commands command
    commanded approves approved about-to received whopping staggering record reportedly allegedly
    officially somewhere anywhere ranging ranges ranged it they he she who which population rating
    ratings score scores scored average averages averaged averaging mean median sum budget cost
    costs costing price priced value valued toll crowd force contingent length height distance
    area speed age attendance audience turnout share majority gross grossed grosses grossing
    earned earns earning made makes making sold sells selling spent spends spending paid raised
    provided provide provides pledged employs employed measures measuring weighs weighing lasts
    lasted lasting runs ran drew attracted hosted deployed sent houses housed maintains maintain
    maintained keeps kept counts involves involved affects affected affecting covers covered
    as on approval cases figure figures amount amounts amounting estimate set put""".split()
)
"""Words before the hedge or number that change nothing about it."""

CHANGE_VERBS: frozenset[str] = frozenset(
    """reduced reduce reduces reducing cut cuts cutting lowered lowering dropped drop drops
    dropping fell fall falls falling fallen declined decline declines declining decreased decrease
    decreases decreasing shrank shrunk shrinking down halved rose rise rises rising risen raised
    raise raises raising increased increase increases increasing grew grow grows growing grown
    climbed climb climbs climbing jumped jump jumps jumping soared up went go goes gone going
    changed change changes changing moved moving swelled slid slipped tumbled plunged expanded
    boosted scaled trimmed slashed doubled tripled widened widen widens widening narrowed narrow
    narrows narrowing improved improve improves improving worsened worsens worsening deteriorated
    strengthened weakened surged surges surging leapt leaped sank sunk sinks eased eases easing
    slowed slows slowing accelerated quickened lifted hiked extended shortened advanced retreated
    contracted recovered rebounded edged inched ballooned dwindled crept upgraded downgraded
    revised""".split()
)
"""With one of these, "from A to B" is two dated values and never a range."""

UNKNOWN_PHRASES: tuple[str, ...] = (
    *(
        f"{refused} to {tell}"
        for refused in ("declined", "declines", "decline", "refused", "refuses", "refuse")
        for tell in "say specify give provide disclose reveal release comment confirm".split()
    ),
    *(
        f"{did} not {tell}"
        for did in ("did", "does", "do", "would", "will", "could")
        for tell in "say specify give provide disclose reveal release know be".split()
        if (did, tell) not in {("will", "be"), ("would", "be")}
    ),
    *(
        f"{has} not {told}"
        for has in ("has", "have", "had")
        for told in ("said", "disclosed", "specified", "given", "released", "been")
    ),
    *(f"not {told}" for told in "disclosed known specified stated given released clear".split()),
    *("not immediately clear", "not yet known", "unable to say", "no details", "no information"),
    *("unknown", "undisclosed", "unspecified", "undetermined", "unclear", "withheld"),
)
"""An explicit unknown, when no number follows."""

ASKED_FOR: tuple[str, ...] = (
    "how many",
    "how much",
    "the number",
    "the exact number",
    "what share",
)
"""After an unknown phrase they say what is not known, whatever numbers follow."""

NAMED_BY_NUMBER: frozenset[str] = frozenset(
    """article articles resolution chapter page pages phase round apollo boeing airbus channel
    route highway flight section paragraph clause annex appendix volume unit-no no nos # windows
    track gate terminal room operation battalion brigade regiment division""".split()
)
"""A number right after one of these is a name: "Article 5", "Resolution 1441", "No. 1"."""

ORDINALS: frozenset[str] = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth hundredth thousandth millionth""".split()
)

NOT_NOUNS: frozenset[str] = frozenset(
    """worldwide globally domestically strong more total alone each overall altogether annually so
    far only out again today""".split()
)
"""Words after a number that count nothing."""
