"""The closed lists of words that the tables use, spelt as the engine spells them."""

from django.db.models import TextChoices


class SubjectKind(TextChoices):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    FORCE = "force"
    EVENT = "event"
    GROUP = "group"
    OTHER = "other"


class Dimension(TextChoices):
    GEOGRAPHY = "geography"
    POPULATION = "population"
    ROLE = "role"


class Nature(TextChoices):
    STOCK = "stock", "stock: a level at a moment"
    CUMULATIVE = "cumulative", "cumulative: a running total"
    FLOW = "flow", "flow: a count over a period"
    EVENT_DATE = "event-date", "event date: when something happened"
    RATIO = "ratio", "ratio: a share at a moment"


class Hedge(TextChoices):
    EXACTLY = "exactly"
    BARE = "bare"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just-over", "just over"
    MORE_THAN = "more-than", "more than"
    AT_LEAST = "at-least", "at least"
    LESS_THAN = "less-than", "less than"
    AT_MOST = "at-most", "at most"
    UP_TO = "up-to", "up to"
    AS_FEW_AS = "as-few-as", "as few as"
    BETWEEN = "between"
    PLUS_MINUS = "plus-minus", "plus or minus"
    BOUNDS = "bounds", "given bounds"
    VAGUE = "vague"
    SEVERAL = "several"
    UNKNOWN = "unknown", "unknown: declined to say"


class PeriodMode(TextChoices):
    INSTANT = "instant"
    WITHIN = "within"
    THROUGHOUT = "throughout"
    SINCE = "since"
    CUMULATIVE = "cumulative"
    DEADLINE = "deadline"


class Basis(TextChoices):
    STATED = "stated", "stated in the text"
    RELATIVE = "relative", "relative to the text's own date"
    INFERRED = "inferred", "inferred by a reader"


class Modality(TextChoices):
    OBSERVATION = "observation"
    PLAN = "plan"
    PLEDGE = "pledge"
    FORECAST = "forecast"


class Stance(TextChoices):
    SUPPORTS = "supports"
    CONFLICTS = "conflicts"
    CONTEXT = "context"


class EvidenceState(TextChoices):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Status(TextChoices):
    UNSUPPORTED = "unsupported"
    SINGLE_SOURCE = "single-source", "single source"
    CORROBORATED = "corroborated"
    CHALLENGED = "challenged"
    REFUTED = "refuted"
    CONTESTED = "contested"


class Currency(TextChoices):
    CURRENT = "current"
    OUTDATED = "outdated"
    STALE = "stale"
    UNDATED = "undated"


class Stage(TextChoices):
    DRAFT = "draft"
    IN_REVIEW = "in-review", "in review"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REOPENED = "reopened"


class Step(TextChoices):
    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"


class VerdictKind(TextChoices):
    VERDICT = "verdict"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class ChangeKind(TextChoices):
    VERDICT = "verdict"
    STATUS_CHANGE = "status-change", "status change"


class Ruling(TextChoices):
    FIRST = "first", "the first reading is right"
    SECOND = "second", "the second reading is right"
    BOTH_WRONG = "both-wrong", "both are wrong"
