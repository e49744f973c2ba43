"""A column of exact numbers without a fixed number of places."""

from django.db import models


class NumericField(models.DecimalField):
    """PostgreSQL's `numeric` as it is: 5000 stays 5000, 1.39 stays 1.39 (both as Decimal).

    Django's DecimalField wants a fixed number of digits and pads or rounds to it.
    """

    def __init__(self, *args, **kwargs):
        kwargs["max_digits"] = kwargs["decimal_places"] = None
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_digits", None)
        kwargs.pop("decimal_places", None)
        return name, path, args, kwargs

    def check(self, **kwargs):
        # Not DecimalField's own check, which is that both limits are given.
        return super(models.DecimalField, self).check(**kwargs)

    def db_type(self, connection):
        return "numeric"

    def cast_db_type(self, connection):
        return "numeric"

    def to_python(self, value):
        if isinstance(value, float):
            raise TypeError("a float is not the number that was written: use Decimal or str")
        return super().to_python(value)
