"""What a claim asserts and a passage reports: quantity, period and modality, as one part."""

from django.contrib.postgres.fields import DateRangeField, DecimalRangeField
from django.db import models
from django.db.models import F, Q

from claims import rows
from claims.consistency import UNKNOWN, Period, Quantity

from . import checks
from .choices import Basis, Hedge, Modality, PeriodMode
from .numeric import NumericField


class Reported(models.Model):
    """The fields that a claim and a piece of evidence share.

    wording … accept  one quantity (`quantity`): as worded, with the interval that it says
                      (`reading`) and the one that it tolerates (`accept`). All empty: no number.
    period …          one period (`reported_period`): the days it may be about; for the figure of
                      an event the period is the value.
    modality          an observation, or a plan, pledge or forecast
    """

    wording = models.CharField(max_length=300, blank=True)
    hedge = models.CharField(max_length=20, choices=Hedge, blank=True)
    amount = NumericField(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    discrete = models.BooleanField(default=False)
    reading = DecimalRangeField(null=True, blank=True)
    accept = DecimalRangeField(null=True, blank=True)
    period = DateRangeField(null=True, blank=True)
    period_mode = models.CharField(max_length=20, choices=PeriodMode, default=PeriodMode.INSTANT)
    period_basis = models.CharField(max_length=20, choices=Basis, default=Basis.STATED)
    modality = models.CharField(max_length=20, choices=Modality, default=Modality.OBSERVATION)

    class Meta:
        abstract = True
        constraints = [
            checks.one_of("hedge", Hedge, name="%(class)s_hedge_known", blank=True),
            checks.one_of("period_mode", PeriodMode, name="%(class)s_period_mode_known"),
            checks.one_of("period_basis", Basis, name="%(class)s_period_basis_known"),
            checks.one_of("modality", Modality, name="%(class)s_modality_known"),
            models.CheckConstraint(
                condition=Q(hedge="", wording="") | (~Q(hedge="") & Q(wording__regex=r"\S")),
                name="%(class)s_wording_with_hedge",
                violation_error_message="A quantity has both a wording and a hedge, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(reading__isnull=True, accept__isnull=True)
                | Q(reading__isnull=False, accept__isnull=False),
                name="%(class)s_reading_with_accept",
                violation_error_message="reading and accept stand together or not at all.",
            ),
            models.CheckConstraint(
                condition=Q(hedge__in=["", Hedge.UNKNOWN], reading__isnull=True)
                | (~Q(hedge__in=["", Hedge.UNKNOWN]) & Q(reading__isnull=False)),
                name="%(class)s_reading_with_number",
                violation_error_message=(
                    "Every wording of a number has a reading; only an explicit unknown has none."
                ),
            ),
            models.CheckConstraint(
                condition=Q(reading__isnull=True) | Q(checks.Covers(F("accept"), F("reading"))),
                name="%(class)s_accept_covers_reading",
                violation_error_message="What is tolerated (accept) must include what is said.",
            ),
            models.CheckConstraint(
                condition=Q(reading__isnull=True)
                | (
                    Q(checks.IsNonEmptyRange(F("reading")))
                    & Q(checks.HasFiniteBounds(F("reading")))
                    & Q(checks.HasFiniteBounds(F("accept")))
                ),
                name="%(class)s_reading_sane",
                violation_error_message="A reading holds at least one value between numbers.",
            ),
            models.CheckConstraint(
                condition=Q(discrete=False)
                | Q(reading__isnull=True)
                | (Q(checks.HasCountBounds(F("reading"))) & Q(checks.HasCountBounds(F("accept")))),
                name="%(class)s_counts_from_zero",
                violation_error_message="A count cannot be below zero.",
            ),
            models.CheckConstraint(
                condition=~Q(hedge="") | Q(amount__isnull=True, unit="", discrete=False),
                name="%(class)s_no_number_no_amount",
                violation_error_message="Amount, unit and count belong to a worded quantity.",
            ),
            checks.sane_amount("amount", name="%(class)s_amount_finite"),
            checks.sane_dates("period", name="%(class)s_period_sane"),
        ]

    @property
    def quantity(self) -> Quantity | None:
        """The number as one value; None where none is given."""
        if not self.hedge:
            return None
        return Quantity(
            wording=self.wording,
            hedge=self.hedge,
            amount=self.amount,
            unit=self.unit or None,
            discrete=self.discrete,
            reading=rows.interval_of(self.reading),
            accept=rows.interval_of(self.accept),
        )

    @property
    def reported_period(self) -> Period | None:
        """The time as one value, its ends days included; None for an unknown date."""
        return rows.period_of(self.period, self.period_mode, self.period_basis)

    @property
    def period_for_engine(self) -> Period:
        """The time as the engine takes it: a date that nobody gave is unknown, not timeless."""
        return self.reported_period or UNKNOWN
