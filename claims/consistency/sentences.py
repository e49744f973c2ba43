"""One sentence for people per rule id: what the rule found, in plain English.

`{a}` and `{b}` are the two values as worded, with their dates; `{claim}` and `{evidence}` in
the rules of weighing. No template states more than its rule decided.
"""

from __future__ import annotations

RELATION_SENTENCES: dict[str, str] = {
    "figure.other": "{a} and {b} are about different figures, so they are not compared.",
    "figure.other-nature": (
        "{a} and {b} are figures of different kinds (a level, a total, a count over a period), "
        "so they are not compared."
    ),
    "value.unknown": (
        "{a} and {b} are not compared: at least one of them gives no value, or says that it is "
        "not known."
    ),
    "unit.inconvertible": "{a} and {b} are in units that do not convert, so they are not compared.",
    "correction": (
        "{newer} corrects {older}, by the same source; the corrected report stops counting."
    ),
    "plan.other-scope": (
        "{a} and {b} cover different scopes; a plan is held to its own scope only."
    ),
    "plan.undated": (
        "{plan} is a {modality} without comparable dates; whether it came true is open."
    ),
    "plan.pending": "{plan} is a {modality}; {seen} does not decide yet whether it came true.",
    "plan.fulfilled": "{seen} shows that {plan}, a {modality}, came true.",
    "plan.fulfilled-early": (
        "{seen} shows that {plan}, a {modality}, came true before its deadline."
    ),
    "plan.missed": "{seen} shows that {plan}, a {modality}, was not met; this is no contradiction.",
    "plan.later-plan": "{newer} replaces {older}, an earlier intention of the same maker.",
    "plan.other-time": "{a} and {b} are intentions for different dates, so they are not compared.",
    "plan.other-intention": (
        "{a} and {b} differ, but they are intentions of different kinds, which may both be true."
    ),
    "scope.apart": (
        "{a} for {scope_a} and {b} for {scope_b} cover different things and are not compared."
    ),
    "scope.overlapping": (
        "{a} for {scope_a} and {b} for {scope_b} overlap only in part and are not compared."
    ),
    "scope.not-additive": (
        "{a} for {scope_a} and {b} for {scope_b} differ in scope, and this kind of figure does not "
        "add up over parts, so they are not compared."
    ),
    "scope.other-time": (
        "{a} for {scope_a} and {b} for {scope_b} differ in scope and in time, so they are not "
        "compared."
    ),
    "scope.part-within-whole": "{part} is part of {whole} and does not exceed it.",
    "scope.part-exceeds-whole": (
        "{part} is part of what {whole} counts, yet is greater than the whole: they conflict."
    ),
    "time.later": "{older} is older than {newer}; {change}, it is not a contradiction.",
    "time.total-fell": (
        "{newer} is a later total than {older} and yet smaller; a running total cannot fall: "
        "they conflict."
    ),
    "time.part-exceeds-whole": (
        "{part} covers part of the period of {whole}, yet is greater: they conflict."
    ),
    "time.part-within-whole": "{part} covers part of the period of {whole} and does not exceed it.",
    "time.other-span": "{a} and {b} count over different periods, so they are not compared.",
    "date.contained": "{a} and {b} name the same date, one more exactly than the other.",
    "date.same": "{a} and {b} name the same date.",
    "date.overlapping": "{a} and {b} may name the same date; neither includes the other.",
    "date.apart": "{a} and {b} cannot be the same date: they conflict.",
    "value.conflict": "{a} and {b} cannot both be true{gap}: they conflict.",
    "value.conflict-time-uncertain": (
        "{a} and {b} differ, but their dates may be apart, so this is not called a conflict."
    ),
    "value.agree": "{narrow} lies within what {wide} allows: they agree{uncertain}.",
    "value.tension": (
        "{a} and {b} do not say the same, but both can be true within rounding: tension, no "
        "conflict{uncertain}."
    ),
    "value.compatible": "{a} and {b} can both be true, but neither confirms the other{uncertain}.",
}

CHANGES: dict[str, str] = {
    "none": "the number did not change",
    "increase": "the number rose",
    "decrease": "the number fell",
    "undetermined": "whether the number changed cannot be told",
}

NOT_COUNTED_SENTENCES: dict[str, str] = {
    "not-counted.corrected": "Not counted: its own source has corrected it.",
    "not-counted.context": "Not counted: the reviewer filed it as context.",
    "not-counted.unreliable": "Not counted: its source is rated {reliability}; it is shown only.",
    "not-counted.no-stance": "Not counted: no stance was given.",
    "not-counted.weaker-than-claim": (
        "Not counted: it says less than the claim, which it therefore does not confirm."
    ),
    "not-counted.compatible": "Not counted: it neither confirms nor contradicts the claim.",
    "not-counted.not-comparable": "Not counted: it does not compare with the claim.",
    "not-counted.supersedes": "Not counted: it speaks of another time.",
    "not-counted.pending": "Not counted: an intention is not held against an observation.",
    "not-counted.fulfilled": "Not counted: an intention is not held against an observation.",
    "not-counted.missed": "Not counted: an intention is not held against an observation.",
}

STANCE_SENTENCES: dict[str | None, str] = {
    "supports": "A reviewer judged that it supports the claim.",
    "conflicts": "A reviewer judged that it conflicts with the claim.",
    "context": "A reviewer filed it as context.",
    None: "No stance was given.",
}

STATUS_SENTENCES: dict[str, str] = {
    "unsupported": "No counted source supports or contradicts this claim.",
    "single-source": "{support} this claim; nothing contradicts it.",
    "corroborated": "{support} this claim independently of each other; nothing contradicts it.",
    "challenged": "{conflict} this claim; nothing supports it.",
    "refuted": "{conflict} this claim independently of each other; nothing supports it.",
    "contested": "Sources disagree: {support}, {conflict}{mixed}.",
}
NO_RELIABLE_ORIGIN = " None of them is rated A to C, so it stays one step lower."
