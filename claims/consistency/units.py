"""Units: their canonical names, and exact factors between those that convert.

A unit belongs to a dimension. Two units compare when their dimension is the same; counted
nouns are each a dimension of their own, except that words for persons are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """name: canonical; dimension: what converts; factor: this unit in the dimension's base."""

    name: str
    dimension: str
    factor: Decimal
    continuous: bool


def _unit(name: str, dimension: str, factor: str, *spellings: str) -> dict[str, Unit]:
    unit = Unit(name, dimension, Decimal(factor), continuous=True)
    return dict.fromkeys((name.casefold(), *spellings), unit)


_MEASURES: dict[str, Unit] = {
    **_unit("percent", "share", "1", "%", "per cent", "pct", "percentage", "percent"),
    **_unit("percentage points", "points", "1", "percentage point", "pp", "points", "point"),
    **_unit("permille", "share", "0.1", "‰", "per mille"),
    **_unit("m", "length", "1", "metre", "metres", "meter", "meters"),
    **_unit("km", "length", "1000", "kilometre", "kilometres", "kilometer", "kilometers", "kms"),
    **_unit("mile", "length", "1609.344", "miles", "mi"),
    **_unit("foot", "length", "0.3048", "feet", "ft"),
    **_unit("km²", "area", "1000000", "square kilometres", "square kilometers", "sq km", "km2"),
    **_unit("hectare", "area", "10000", "hectares", "ha"),
    **_unit("acre", "area", "4046.8564224", "acres"),
    **_unit("kg", "mass", "1", "kilogram", "kilograms", "kilo", "kilos", "kgs"),
    **_unit("tonne", "mass", "1000", "tonnes", "metric ton", "metric tons"),
    **_unit("pound (mass)", "mass", "0.45359237", "lb", "lbs"),
    **_unit("second", "time", "1", "seconds", "sec", "secs"),
    **_unit("minute", "time", "60", "minutes", "min", "mins"),
    **_unit("hour", "time", "3600", "hours", "hr", "hrs"),
    **_unit("day", "time", "86400", "days"),
    **_unit("week", "time", "604800", "weeks"),
    **_unit("month", "months", "1", "months"),
    **_unit("year", "months", "12", "years", "yrs", "year"),
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


def canonical_unit(text: str | None) -> Unit | None:
    """The unit named by `text`, or None for no unit at all.

    A noun that is in no table becomes a count of its own dimension, by its last word: "doses"
    and "vaccine doses" convert, "attacks" and "doses" do not.
    """
    if text is None:
        return None
    name = " ".join(text.casefold().split())
    if not name or name in {"count", "number", "1"}:
        return None
    known = _MEASURES.get(name) or CURRENCIES.get(name)
    if known:
        return known
    last = name.rsplit(" ", 1)[-1].strip(".,;:()")
    if last in PERSONS:
        return Unit(name, "persons", Decimal(1), continuous=False)
    return Unit(name, f"count of {_singular(last)}", Decimal(1), continuous=False)


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
