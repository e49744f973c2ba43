"""The search copy of a text: its typography evened out, with a map back to raw offsets.

What is evened out, because it never changes what a sentence says: white space and line breaks,
quotation marks and apostrophes, dashes, soft hyphens and zero-width characters, ligatures and
full-width forms, composed or decomposed accents, digits of other scripts, ellipses, a word
divided at a line's end, and (in the text, not in the quote) footnote marks such as [12].

What is not: letter case, words, digits, the grouping of digits, superscripts and fractions
(10² is not 102, 5½ is not 51/2).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Marks = Literal["drop", "keep"]
Hyphens = Literal["join", "keep"]


@dataclass(frozen=True)
class Normalised:
    """``text[i]`` stands for the raw code points from ``starts[i]`` up to ``ends[i]``.

    Neighbours may share a raw character (one ligature, two letters); no space begins or ends
    the text and no two spaces touch.
    """

    text: str
    starts: list[int]
    ends: list[int]

    def whole(self, begin: int, stop: int) -> bool:
        """True when [begin, stop) cuts no raw character in two."""
        starts = self.starts
        return (begin == 0 or starts[begin] != starts[begin - 1]) and (
            stop == len(starts) or starts[stop] != starts[stop - 1]
        )

    def raw_span(self, begin: int, stop: int) -> tuple[int, int]:
        """The raw offsets of a non-empty [begin, stop)."""
        return self.starts[begin], self.ends[stop - 1]


_IGNORED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″ʼʻ「」『』〝〞〟"
_DASHES = "‐‑‒–—―−﹘﹣－⸺⸻"

# [12], [3, 4], [5–7]; the repetition is bounded so that no text can make it slow.
_MARK = r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}\]"
_HYPHEN = r"(?<=[^\W\d_])[-‐][^\S\r\n]*+(?:\r\n?|\n)[^\S\r\n]*+(?=[^\W\d_])"
_REST = rf"""
    |(?P<hyphen>{_HYPHEN})
    |(?P<blank>[\s{_IGNORED}]++)
    |(?P<quote>\'\'|``|[{_QUOTES}])
    |(?P<dash>-{{2,3}}|[{_DASHES}])
    |(?P<other>[^\x00-\x7f])
"""
_SPECIAL: dict[Marks, re.Pattern] = {
    "drop": re.compile(rf"(?P<mark>\s{{0,3}}{_MARK}){_REST}", re.VERBOSE),
    "keep": re.compile(_REST.strip().removeprefix("|"), re.VERBOSE),
}
_HAS_MARK = re.compile(_MARK)
_HAS_DIVIDED_WORD = re.compile(_HYPHEN)
_BREAK = re.compile(r"[\r\n]")

# A space beside a quotation mark, a dash or between dots says nothing, unless digits stand by:
# “5 – 10” and “5 –10” may be a range and a negative number.
_IDLE_SPACE = re.compile(r"(?<![\d]) (?=[-'](?!\d))|(?<=[-'])(?<!\d[-']) (?!\d)|(?<=\.) (?=\.)")


def has_marks(text: str) -> bool:
    """True when the text has a footnote mark such as [12]."""
    return bool(_HAS_MARK.search(text))


def has_divided_words(text: str) -> bool:
    """True when a hyphen at a line's end stands between letters."""
    return bool(_HAS_DIVIDED_WORD.search(text))


def normalise(raw: str, *, marks: Marks = "drop", hyphens: Hyphens = "join") -> Normalised:
    """The search copy of ``raw``.

    ``marks``: drop or keep footnote marks. ``hyphens``: whether a hyphen at a line's end is
    dropped with the break (infor-mation) or only the break is (long-term); nobody can tell
    which from the text, so both copies are searched.
    """
    composed, origin_starts, origin_ends = _compose(raw)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, begin, stop in _fold(composed, marks, hyphens):
        out.append(piece)
        if len(piece) == stop - begin:
            starts.extend(range(begin, stop))
            ends.extend(range(begin + 1, stop + 1))
        else:
            starts.extend([begin] * len(piece))
            ends.extend([stop] * len(piece))
    text, starts, ends = _drop_idle_spaces("".join(out), starts, ends)
    if origin_starts is not None:
        starts = [origin_starts[i] for i in starts]
        ends = [origin_ends[i - 1] for i in ends]
    return Normalised(text, starts, ends)


def _compose(raw: str) -> tuple[str, list[int] | None, list[int] | None]:
    """``raw`` in NFC with the raw start and end of each character; no map when it is NFC."""
    if unicodedata.is_normalized("NFC", raw):
        return raw, None, None
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    begin, size = 0, len(raw)
    while begin < size:
        stop = begin + 1
        # At most 30 marks to a letter, as Unicode's stream-safe format has it.
        while stop < size and stop - begin <= 30 and _extends(raw[stop]):
            stop += 1
        cluster = unicodedata.normalize("NFC", raw[begin:stop])
        out.append(cluster)
        if len(cluster) == stop - begin:
            starts.extend(range(begin, stop))
            ends.extend(range(begin + 1, stop + 1))
        else:
            starts.extend([begin] * len(cluster))
            ends.extend([stop] * len(cluster))
        begin = stop
    return "".join(out), starts, ends


def _extends(char: str) -> bool:
    """True for what may join the character before it: combining marks, vowel and final jamo."""
    return bool(unicodedata.combining(char)) or "\u1160" <= char <= "\u11ff"


def _fold(text: str, marks: Marks, hyphens: Hyphens) -> Iterator[tuple[str, int, int]]:
    """Pieces of the folded text, each with the [begin, stop) it stands for."""
    done = 0
    spaced = True  # so that no space begins the text
    for match in _SPECIAL[marks].finditer(text):
        begin, stop = match.span()
        if begin > done:
            yield text[done:begin], done, begin
            spaced = False
        piece = _folded(match, hyphens)
        if piece == " ":
            if not spaced:
                yield piece, begin, stop
            spaced = True
        elif piece:
            yield piece, begin, stop
            spaced = False
        done = stop
    if done < len(text):
        yield text[done:], done, len(text)


def _folded(match: re.Match, hyphens: Hyphens) -> str:
    """What a special piece becomes: a space, nothing, or its folded characters."""
    found = match.group()
    match match.lastgroup:
        case "mark":
            # The white space before it stays only where it parts two words.
            follows = match.string[match.end() : match.end() + 1]
            return " " if found[0].isspace() and follows.isalnum() else ""
        case "hyphen":
            return "" if hyphens == "join" else "-"
        case "blank":
            if found[0] == "\u00ad" and _BREAK.search(found):
                return ""  # a word divided at its soft hyphen
            return " " if any(char.isspace() for char in found) else ""
        case "quote":
            return "'"
        case "dash":
            return "-"
        case _:
            return _fold_char(found)


_SEPARATORS = {"\u066b": ".", "\u066c": ","}
_SAME_LETTERS = {
    "<compat>",
    "<font>",
    "<wide>",
    "<narrow>",
    "<noBreak>",
    "<initial>",
    "<medial>",
    "<final>",
    "<isolated>",
}


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    """One character as its plain letters, digit or mark."""
    if char in _SEPARATORS:
        return _SEPARATORS[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    decomposition = unicodedata.decomposition(char)
    if decomposition.split(" ", 1)[0] not in _SAME_LETTERS:
        return char
    plain = unicodedata.normalize("NFKC", char)
    if any(c.isdigit() or c.isspace() for c in plain):
        return char  # ⒈ or ㋀ would bring a digit that nobody wrote
    return "".join("'" if c in _QUOTES else "-" if c in _DASHES else c for c in plain)


def _drop_idle_spaces(
    text: str, starts: list[int], ends: list[int]
) -> tuple[str, list[int], list[int]]:
    drop = [match.start() for match in _IDLE_SPACE.finditer(text)]
    if text.endswith(" "):
        drop.append(len(text) - 1)
    if not drop:
        return text, starts, ends
    kept: list[str] = []
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    begin = 0
    for at in [*dict.fromkeys(drop), len(text)]:
        kept.append(text[begin:at])
        kept_starts += starts[begin:at]
        kept_ends += ends[begin:at]
        begin = at + 1
    return "".join(kept), kept_starts, kept_ends
