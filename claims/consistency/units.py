"""Units: their canonical names, and exact factors between those that convert.

A unit belongs to a dimension. Two units compare when their dimension is the same; counted
nouns are each a dimension of their own, except that words for persons are one, and that a
plain "count" compares with every counted noun. A rate ("USD per year") is a dimension of its
own, and so is a mark out of ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """name: canonical; dimension: what converts; factor: this unit in the dimension's base."""

    name: str
    dimension: str
    factor: Decimal
    continuous: bool

    @property
    def is_share(self) -> bool:
        """A part of something, in percent or points: it neither counts nor adds up."""
        return self.dimension in {"share", "points"}


def _unit(name: str, dimension: str, factor: str, *spellings: str) -> dict[str, Unit]:
    unit = Unit(name, dimension, Decimal(factor), continuous=True)
    return dict.fromkeys((name.casefold(), *spellings), unit)


_MEASURES: dict[str, Unit] = {
    **_unit("percent", "share", "1", "%", "per cent", "pct", "percentage", "percent"),
    **_unit("percentage points", "points", "1", "percentage point", "pp", "points", "point"),
    **_unit("permille", "share", "0.1", "‰", "per mille"),
    **_unit("m", "length", "1", "metre", "metres", "meter", "meters"),
    **_unit("cm", "length", "0.01", "centimetre", "centimetres", "centimeter", "centimeters"),
    **_unit("mm", "length", "0.001", "millimetre", "millimetres", "millimeter", "millimeters"),
    **_unit("inch", "length", "0.0254", "inches"),
    **_unit("yard", "length", "0.9144", "yards"),
    **_unit("km", "length", "1000", "kilometre", "kilometres", "kilometer", "kilometers", "kms"),
    **_unit("mile", "length", "1609.344", "miles", "mi"),
    **_unit("foot", "length", "0.3048", "feet", "ft"),
    **_unit("km²", "area", "1000000", "square kilometres", "square kilometers", "sq km", "km2"),
    **_unit("square mile", "area", "2589988.110336", "square miles", "sq mi"),
    **_unit("hectare", "area", "10000", "hectares", "ha"),
    **_unit("acre", "area", "4046.8564224", "acres"),
    **_unit("kg", "mass", "1", "kilogram", "kilograms", "kilo", "kilos", "kgs"),
    **_unit("g", "mass", "0.001", "gram", "grams"),
    **_unit("tonne", "mass", "1000", "tonnes", "metric ton", "metric tons"),
    **_unit("pound (mass)", "mass", "0.45359237", "lb", "lbs"),
    **_unit("second", "time", "1", "seconds", "sec", "secs"),
    **_unit("minute", "time", "60", "minutes", "min", "mins"),
    **_unit("hour", "time", "3600", "hours", "hr", "hrs"),
    **_unit("day", "time", "86400", "days"),
    **_unit("week", "time", "604800", "weeks"),
    **_unit("fortnight", "time", "1209600", "fortnights"),
    **_unit("month", "months", "1", "months"),
    **_unit("year", "months", "12", "years", "yrs", "year"),
    **_unit("decade", "months", "120", "decades"),
    **_unit("century", "months", "1200", "centuries"),
    **_unit("litre", "volume", "1", "litres", "liter", "liters"),
    **_unit(
        "km/h",
        "speed",
        "1",
        "kmh",
        "kph",
        "km per hour",
        "kilometres per hour",
        "kilometers per hour",
    ),
    **_unit("mph", "speed", "1.609344", "miles per hour"),
    **_unit("°C", "°C", "1", "degrees celsius", "degree celsius"),
    **_unit("°F", "°F", "1", "degrees fahrenheit", "degree fahrenheit"),
    **_unit("barrel", "barrels", "1", "barrels", "bbl"),
    **_unit("barrels per day", "barrels per day", "1", "bpd", "b/d", "barrels a day"),
    **_unit("MW", "power", "1", "megawatt", "megawatts"),
    **_unit("GW", "power", "1000", "gigawatt", "gigawatts"),
}

_CURRENCY_NAMES: dict[str, tuple[str, ...]] = {
    "USD": ("$", "us$", "dollar", "dollars", "us dollar", "us dollars", "u.s. dollars"),
    "EUR": ("€", "euro", "euros"),
    "GBP": ("£", "pounds sterling", "sterling", "british pounds"),
    "JPY": ("¥", "yen"),
    "INR": ("₹", "rupees", "indian rupees"),
    "CNY": ("yuan", "renminbi", "rmb"),
    "IQD": ("iraqi dinar", "iraqi dinars", "dinars", "dinar"),
    "ILS": ("₪", "shekel", "shekels"),
    "RUB": ("₽", "ruble", "rubles", "rouble", "roubles"),
    "UAH": ("₴", "hryvnia", "hryvnias"),
    "TRY": ("₺", "turkish lira"),
    "CHF": ("swiss franc", "swiss francs"),
    "CAD": ("c$", "ca$", "canadian dollars"),
    "AUD": ("a$", "au$", "australian dollars"),
    "IRR": ("rial", "rials", "iranian rials"),
    "SAR": ("saudi riyal", "saudi riyals"),
}
CURRENCIES: dict[str, Unit] = {
    spelling: Unit(code, f"money {code}", Decimal(1), continuous=True)
    for code, names in _CURRENCY_NAMES.items()
    for spelling in (code.casefold(), *names)
}

PERSONS: frozenset[str] = frozenset(
    """person persons people individual individuals human humans man men woman women troop troops
    soldier soldiers personnel servicemember servicemembers servicemen serviceman force forces
    militiaman militiamen fighter fighters militant militants combatant combatants civilian
    civilians protester protesters activist activists displaced idp idps refugee refugees detainee
    detainees prisoner prisoners member members mp mps death deaths fatality fatalities casualty
    casualties victim victims killed wounded injured dead adviser advisers advisor advisors
    resident residents citizen citizens inhabitant inhabitants worker workers""".split()
)
"""Counted nouns for persons: which of them is meant is the figure's business, not the unit's."""


COUNT = Unit("count", "count", Decimal(1), continuous=False)
"""A count of nobody says what."""
_OUT_OF = re.compile(r"out of (\d+)\Z")


@lru_cache(maxsize=4096)
def canonical_unit(text: str | None) -> Unit | None:
    """The unit named by `text`, or None for no unit at all.

    A noun that is in no table becomes a count of its own dimension, by its last word: "doses"
    and "vaccine doses" convert, "attacks" and "doses" do not.
    """
    if text is None:
        return None
    name = " ".join(text.casefold().split())
    if not name:
        return None
    if name in {"count", "number", "1"}:
        return COUNT
    known = _MEASURES.get(name) or CURRENCIES.get(name)
    if known:
        return known
    if _OUT_OF.match(name):
        return Unit(name, f"mark {name}", Decimal(1), continuous=True)
    base, per, span = name.rpartition(" per ")
    if per and base:
        return _rate(base, span)
    last = name.rsplit(" ", 1)[-1].strip(".,;:()")
    if last in PERSONS:
        return Unit(name, "persons", Decimal(1), continuous=False)
    return Unit(name, f"count of {_singular(last)}", Decimal(1), continuous=False)


def _rate(base: str, span: str) -> Unit:
    """ "USD per year": as its base, but never the same dimension."""
    of = canonical_unit(base) or COUNT
    each = canonical_unit(span)
    period = each.name if each and each.continuous else _singular(span)
    return Unit(f"{of.name} per {period}", f"{of.dimension} per {period}", of.factor, True)


def same_dimension(a: Unit, b: Unit) -> bool:
    """True when quantities in the two units compare."""
    if a.dimension == b.dimension:
        return True
    of_a, _, per_a = a.dimension.partition(" per ")
    of_b, _, per_b = b.dimension.partition(" per ")
    if per_a != per_b or COUNT.dimension not in {of_a, of_b}:
        return False
    return all(
        of in {COUNT.dimension, "persons"} or of.startswith("count of ") for of in (of_a, of_b)
    )


def _singular(noun: str) -> str:
    """Enough of English plurals to see that "doses" and "dose" are one unit."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


MEASURE_SPELLINGS: frozenset[str] = frozenset(_MEASURES)
