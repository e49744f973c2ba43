"""English hedges as they stand in running text: the engine's phrases, and where they are none."""

from __future__ import annotations

from claims.consistency.lexicon import AFTER as ENGINE_AFTER
from claims.consistency.lexicon import BEFORE as ENGINE_BEFORE

_EXTRA_BEFORE = {
    "at a minimum": "at-least",
    "at minimum": "at-least",
    "an average of about": "about",
    "not much more than": "about",
    "easily more than": "more-than",
    "≳": "more-than",
    "≲": "less-than",
    "⩾": "at-least",
    "⩽": "at-most",
    "≫": "more-than",
    "≪": "less-than",
    "≃": "about",
    "≅": "about",
}
_IN_TEXT_OTHERWISE = frozenset({"c", "exceed", "max", "min", "maximum", "minimum"})
"""Before a number in running text these are mostly something else."""

BEFORE = {
    phrase: hedge
    for phrase, hedge in {**ENGINE_BEFORE, **_EXTRA_BEFORE}.items()
    if phrase not in _IN_TEXT_OTHERWISE
}
BEFORE_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in BEFORE)
LONGEST_BEFORE = max(len(phrase.split()) for phrase in BEFORE)

AFTER = {
    phrase: hedge
    for phrase, hedge in ENGINE_AFTER.items()
    if phrase not in {"minimum", "maximum", "exactly", "approximately", "at minimum"}
}
AFTER_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in AFTER)
LONGEST_AFTER = max(len(phrase.split()) for phrase in AFTER)

ABBREVIATED = frozenset({"c", "ca", "approx", "max", "min", "est"}) & ENGINE_BEFORE.keys()
"""With a full stop: "ca. 250 km"."""
STEP_OVER = frozenset("another additional further combined record total".split())
"""Words between a hedge and its number that leave it a hedge: "at least another 500"."""

RIGHT_BEFORE = BEFORE_LAST_WORDS | STEP_OVER | {"."}
"""Where no hedge of any kind ends, one of these does not stand right before the number."""

TOPIC_VERBS = frozenset(
    """talk talks talked talking concern concerned concerns worry worried worries question
    questions information details know knows knew learn learned ask asked asks asking speak spoke
    speaking think thought thinking complain complained something everything anything nothing
    write wrote written hear heard tell told tells story stories doubts doubt dispute debate
    discussion discussions argue argued optimistic pessimistic news report reports facts""".split()
)
"""Before "about" they make it a preposition of topic: "talked about two issues"."""
SPREAD_VERBS = frozenset(
    """spread spreads spreading stretched stretches stretching extends extended averaged
    distributed scattered divided phased looked took taken takes taking presided ruled watched
    argued fought quarrelled""".split()
)
"""Before "over" they make it a preposition of place or topic."""
SPAN_VERBS = frozenset(
    """for after of than well just in lasted lasting last lasts took take takes taking spent spend
    was is are were been be has had have with , ( - to at little slightly a""".split()
)
"""Before "over" and a length of time they keep it a hedge ("for over two years"); otherwise
it says when ("unfolded over two years")."""
