"""English words beside which a number is a name, a place in an order or a mark, not a count."""

from __future__ import annotations

LABELS: frozenset[str] = frozenset(
    """article articles section sections chapter chapters paragraph paragraphs clause clauses
    resolution resolutions page pages p pp no nos number # № vol volume volumes figure figures
    fig figs table tables eq eqs equation equations ref refs reference references appendix annex
    exhibit schedule item items step steps stage phase round rounds part parts act scene episode
    season series book verse psalm line lines row column gate room rooms floor flight highway
    route interstate motorway channel chanel unit lot type types grade level tier class category
    group division district ward zone area sector site block building apartment apt suite pier
    terminal platform track lane model mark mk version release windows iphone android ios python
    apollo boeing airbus galaxy playstation xbox formula rule amendment title order directive
    regulation protocol decree bill proposition prop law code id isbn doi zip box bus train day
    week game question q problem experiment study sample case cluster patient subject theorem
    lemma definition corollary algorithm hypothesis studio agenda vision euro expo cop top rank
    ranked seed seeded number-one studio opus op sonata symphony louis henry pope psalms cohort
    arm panel scenario layer node hwy rt chromosome exon intron residue postcode zipcode
    postcodes operation team squad battalion brigade regiment sector""".split()
)
"""Right before a number they make it a label: "Article 5", "Resolution 2254", "page 12"."""

MAYBE_LABELS: frozenset[str] = frozenset(
    """number numbers act part parts case order study group groups class type book track bill law
    box train bus code line lines game seed top season area unit sites site day week series
    sample level figure figures table rank subject patient question question problem block site
    report reports series vision stage step cohort arm panel model mark release items item lot
    operation team squad layer node floor page room rooms code formula rule order sector zone
    ward""".split()
)
"""Labels that also end a clause or are verbs ("in this case 12 people"): they make a number a
label only where no counted noun in the plural follows it."""

INDICES: frozenset[str] = frozenset(
    """nasdaq ftse dow s&p p dax cac nikkei russell fortune stoxx topix kospi sensex nifty asx csi
    """.split()
)
"""Before a number: an index of a stock exchange, "FTSE 100"."""

NAMES_AFTER: frozenset[str] = frozenset(
    """commandments musketeers kings wonders seas sisters apostles disciples continents gorges
    seasons pillars""".split()
)
GROUPS_BEFORE: frozenset[str] = frozenset({"big", "group", "gang", "chapter", "area", "channel"})
"""Before "of Seven", "Five": a name of a group."""

ORDINAL_ENDINGS: frozenset[str] = frozenset({"st", "nd", "rd", "th"})
AGE_WORDS: frozenset[str] = frozenset({"aged", "age", "ages"})
IS_OR_OF: frozenset[str] = frozenset({"of", "is", "was", "were", ":"})
"""Between "age" and the years."""
STREETS: frozenset[str] = frozenset(
    """street st avenue ave road rd lane drive boulevard blvd square terrace crescent highway court
    parkway plaza alley embankment gardens""".split()
)
"""End an address that a number begins: "10 Downing Street"."""
OLDER_UNITS: frozenset[str] = frozenset("year years month months week day".split())
"""Before "old" and "of age"."""
CLOCK_WORDS: frozenset[str] = frozenset(
    """a.m p.m am pm gmt utc est edt cet cest bst pst pdt o'clock hrs hours noon""".split()
)
ZONES: frozenset[str] = frozenset("gmt utc est edt cet cest bst pst pdt".split())
NOT_COUNTED_WITH_HYPHEN: frozenset[str] = frozenset(
    """way prong pronged state sided fold dimensional thirds star party tier track level fifths
    step handed faced edged fisted tone ply stroke off on one two three four five six seven eight
    to time timer by horse lane stage figure digit legged bit
    dimensionally parent percenter upmanship""".split()
)
"""After a number word and a hyphen: the kind of a thing, not a count ("a two-state solution")."""
SCORE_WORDS: frozenset[str] = frozenset(
    """win wins won beat beats beaten defeat defeated defeats victory victories lead leads led
    loss lost lose loses losing draw drew drawn scoreline score scored thrashed tied tie record
    vote voted ruling decision""".split()
)
"""Near "3-1" they make it a result."""

NOT_BEFORE_ONE: frozenset[str] = frozenset(
    """the no any each every this that which another some day first last next big every
    or and is was are were not every-""".split()
)
"""Before "one" they make it a pronoun."""
YEAR_PREPOSITIONS: frozenset[str] = frozenset(
    """in since by of until till from to during before after early mid late between through
    around circa late- early- and or for than as fall autumn spring summer winter""".split()
)
ONE_PERSON: frozenset[str] = frozenset(
    """policeman policewoman officer child boy girl baby passenger student driver pilot teacher
    journalist doctor nurse gunman bystander villager tourist suspect patient marine guard
    firefighter attacker bomber hostage survivor teenager pedestrian employee""".split()
)
"""Nouns besides the engine's for persons before which "one" counts."""
LABELS_WITH_YEAR: frozenset[str] = frozenset(
    """day week season election vision agenda euro expo cop summer winter number numbers act order
    case study group bill law game series release version track model report directive class
    episode part plan decision""".split()
) - {"order", "number", "law", "version", "vision", "agenda", "model"}
"""Labels after which four digits may well be a year."""
BEFORE_A_DECADE: frozenset[str] = frozenset(
    "his her their the my your our mid early late - ' low high upper lower".split()
)
"""Before "30s": of a life, or of a thermometer."""

MAKES_A_NAME: frozenset[str] = LABELS | INDICES | AGE_WORDS | {"top", "at"} | IS_OR_OF
"""Words among which is every word right before a number that a rule of left-out things knows."""
NO_COUNT_AFTER: frozenset[str] = (
    OLDER_UNITS | CLOCK_WORDS | ZONES | ORDINAL_ENDINGS | {"s", "o", "to", "and", "a", "p", "e"}
)
"""The same right after one."""
