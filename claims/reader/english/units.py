"""English unit words (the engine's and more), and the symbols of measures."""

from __future__ import annotations

from claims.consistency.units import CURRENCIES, MEASURE_SPELLINGS, canonical_unit

_NOT_IN_TEXT = frozenset({"points", "point", "m", "min", "mi", "ha", "percentage", "kilo", "pp"})
"""Spellings that in running text are words ("300 points"), or symbols that need their case."""

_MORE: dict[str, str] = {
    "percentage points": "percentage points",
    "percentage - point": "percentage points",
    "percentage point": "percentage points",
    "basis point": "basis points",
    "basis points": "basis points",
    "bps": "basis points",
    "cent": "cent",
    "cents": "cent",
    "pence": "pence",
    "pound": "pound",
    "pounds": "pound",
    "peso": "peso",
    "pesos": "peso",
    "won": "KRW",
    "kronor": "krona",
    "bitcoin": "BTC",
    "bitcoins": "BTC",
    "crowns": "krone",
    "krone": "krone",
    "kroner": "krone",
    "krona": "krona",
    "francs": "franc",
    "franc": "franc",
    "lira": "lira",
    "liras": "lira",
    "baht": "THB",
    "dirhams": "dirham",
    "riyals": "riyal",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "naira": "NGN",
    "taka": "BDT",
    "rand": "ZAR",
    "shillings": "shilling",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "night": "night",
    "nights": "night",
    "millisecond": "ms",
    "milliseconds": "ms",
    "microseconds": "μs",
    "nanoseconds": "ns",
    "inch": "inch",
    "inches": "inch",
    "yard": "yard",
    "yards": "yard",
    "centimetre": "cm",
    "centimetres": "cm",
    "centimeter": "cm",
    "centimeters": "cm",
    "millimetre": "mm",
    "millimetres": "mm",
    "millimeter": "mm",
    "millimeters": "mm",
    "micrometers": "μm",
    "micrometres": "μm",
    "microns": "μm",
    "nanometers": "nm",
    "nanometres": "nm",
    "nautical mile": "nautical mile",
    "nautical miles": "nautical mile",
    "light years": "light year",
    "light - years": "light year",
    "light - year": "light year",
    "square mile": "square mile",
    "square miles": "square mile",
    "square foot": "square foot",
    "square feet": "square foot",
    "square metre": "m²",
    "square metres": "m²",
    "square meter": "m²",
    "square meters": "m²",
    "cubic metre": "m³",
    "cubic metres": "m³",
    "cubic meters": "m³",
    "cubic feet": "cubic foot",
    "millilitres": "mL",
    "milliliters": "mL",
    "gallon": "gallon",
    "gallons": "gallon",
    "pint": "pint",
    "pints": "pint",
    "ton": "ton",
    "tons": "ton",
    "ounce": "ounce",
    "ounces": "ounce",
    "oz": "ounce",
    "gram": "g",
    "grams": "g",
    "grammes": "g",
    "milligram": "mg",
    "milligrams": "mg",
    "micrograms": "μg",
    "carat": "carat",
    "carats": "carat",
    "watt": "W",
    "watts": "W",
    "kilowatt": "kW",
    "kilowatts": "kW",
    "terawatts": "TW",
    "kilowatt hours": "kWh",
    "kilowatt-hours": "kWh",
    "megawatt hours": "MWh",
    "megawatt-hours": "MWh",
    "gigawatt hours": "GWh",
    "volt": "V",
    "volts": "V",
    "amps": "A",
    "joules": "J",
    "calories": "calorie",
    "degree": "°",
    "degrees": "°",
    "degrees celsius": "°C",
    "degrees centigrade": "°C",
    "degree celsius": "°C",
    "degrees fahrenheit": "°F",
    "celsius": "°C",
    "fahrenheit": "°F",
    "kelvin": "K",
    "kelvins": "K",
    "hertz": "Hz",
    "megahertz": "MHz",
    "gigahertz": "GHz",
    "decibels": "dB",
    "bytes": "byte",
    "kilobytes": "kB",
    "megabytes": "MB",
    "gigabytes": "GB",
    "terabytes": "TB",
    "gigabyte": "GB",
    "megabyte": "MB",
    "terabyte": "TB",
    "megapixels": "megapixel",
    "miles per hour": "mph",
    "miles an hour": "mph",
    "mph": "mph",
    "kilometers per hour": "km/h",
    "kilometres per hour": "km/h",
    "kilometers an hour": "km/h",
    "kilometres an hour": "km/h",
    "kph": "km/h",
    "knots": "knot",
    "knot": "knot",
    "times": "times",
    "fold": "times",
    "-fold": "times",
    "x": "times",
}

UNIT_WORDS: dict[str, str] = _MORE | {
    spelling: canonical_unit(spelling).name
    for spelling in (*MEASURE_SPELLINGS, *CURRENCIES)
    if spelling not in _NOT_IN_TEXT and len(spelling) > 1
}
"""Lower-case words after a number → canonical unit."""
LONGEST_UNIT = max(len(words.split()) for words in UNIT_WORDS)

TIME_UNITS: dict[str, str] = {
    "second": "second",
    "seconds": "second",
    "minute": "minute",
    "minutes": "minute",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "fortnight": "fortnight",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}
COMPARISONS: frozenset[str] = frozenset(
    """as more higher greater larger bigger faster the its their his her less lower fewer smaller
    that what stronger longer likelier better worse normal over above""".split()
)
"""After "times" they make it a factor; elsewhere it counts occasions."""
RATES = frozenset({"per", "a", "an", "each", "every", "/"})
"""Before a unit of time they make a rate: "a year", "per hour"."""
CURRENCY_SIGNS = frozenset("$€£¥₹₪₽₴₺₩₦฿")
MORE_CURRENCIES = {"₩": "KRW", "₦": "NGN", "฿": "THB", "rs": "INR", "hk$": "HKD", "nz$": "NZD"}
CURRENCY_CODES = frozenset(name.name.lower() for name in CURRENCIES.values()) | {
    *"hkd nzd sek nok dkk krw mxn brl zar pkr egp aed qar kwd lbp syp thb sgd".split()
}
CONTINUOUS_ONLY = frozenset({"percent", "percentage points", "times"})

SYMBOLS: frozenset[str] = frozenset(
    """pm nm μm um mm cm dm m km Å kpc Mpc pc ly
    fg pg ng μg ug mg g kg t kt Mt Gt kDa Da
    nL μL uL mL cL dL L nl μl ul ml cl dl l hl
    fmol pmol nmol μmol umol mmol mol kmol pM nM μM uM mM M
    fs ps ns μs us ms s sec min h hr hrs d wk yr yrs kyr Myr Gyr ka Ma Ga
    K mK Pa hPa kPa MPa GPa bar mbar atm mmHg psi Torr
    Hz kHz MHz GHz THz rpm V mV kV μV A mA μA nA kA W mW μW kW MW GW TW kVA
    Ω kΩ MΩ F pF nF μF C S mS μS T mT H N kN mN pN nN J kJ MJ GJ mJ eV meV keV MeV GeV TeV
    kWh MWh GWh TWh Wh cal kcal ppm ppb dB dBm bit bits kB KB MB GB TB PB Mbps Gbps kbps
    px ha IU U rad mrad Bq kBq MBq Gy mGy Sv mSv lm lx cd bp kbp kb Mb Gb
    ft in lb lbs oz mi mph mmol mEq Osm mOsm dpi fps nt AU
    """.split()
)
"""Case counts: mM is not MM. A number may stand right before them."""
LONELY_SYMBOLS = frozenset("A C F H J K L M N S T U V W d g h l m s t".split())
"""One letter: a unit only where no ordinary word follows it ("100 T cells" has no tesla)."""
NEVER_SPACED = frozenset({"in", "a", "us", "AU", "C", "F", "um", "t", "d", "pc", "pm", "S", "U"})
"""Words or names when a space parts them from the number."""
CELSIUS = {"c": "°C", "f": "°F", "k": "K"}
SYMBOL_NAMES: dict[str, str] = {
    "s": "second",
    "sec": "second",
    "min": "minute",
    "mins": "minute",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "d": "day",
    "wk": "week",
    "yr": "year",
    "yrs": "year",
    "ha": "hectare",
    "t": "tonne",
    "mi": "mile",
    "ft": "foot",
    "lb": "pound (mass)",
    "lbs": "pound (mass)",
    "in": "inch",
    "km2": "km²",
    "m2": "m²",
    "m3": "m³",
    "um": "μm",
    "ug": "μg",
    "uL": "μL",
    "ul": "μL",
    "ml": "mL",
    "l": "litre",
    "L": "litre",
    "us": "μs",
    "kph": "km/h",
}
"""Symbol → the one name of its unit, the engine's where it has one."""
STARTS = (
    frozenset(words.split()[0] for words in UNIT_WORDS)
    | frozenset(symbol.lower() for symbol in SYMBOLS)
    | CURRENCY_SIGNS
    | CURRENCY_CODES
    | {"-", "%", "p"}
)
"""Every plain word or sign with which a unit may begin; others begin with none."""
