"""Every pair of colours of this admin can be read: a contrast of at least 7 to 1, as WCAG AAA."""

import re
from pathlib import Path

import pytest

from claims import admin

CSS = Path(admin.__file__).parents[1].joinpath("static/claims/admin.css").read_text()

THEMES = {
    "light": r'html\[data-theme="light"\],\s*:root {(.*?)}',
    "dark by the system": r"prefers-color-scheme: dark\) {\s*:root {(.*?)}",
    "dark by choice": r'html\[data-theme="dark"\] {(.*?)}',
}


def colours(theme: str) -> dict[str, str]:
    block = re.search(THEMES[theme], CSS, re.DOTALL)
    return dict(re.findall(r"--([a-z]+-[fb]g): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2: 0 is black, 1 is white."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_as_far_as_it_goes():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_can_be_read(theme):
    known = colours(theme)
    names = {name.rsplit("-", 1)[0] for name in known}

    assert names == {"good", "fair", "doubt", "bad", "split", "plain", "mark"}
    for name in names:
        assert contrast(known[f"{name}-fg"], known[f"{name}-bg"]) >= 7, (theme, name)


def test_the_two_dark_themes_are_the_same():
    assert colours("dark by the system") == colours("dark by choice")


def test_the_style_sheet_uses_no_other_colour():
    rules = re.sub(r"(?s)(:root|html\[data-theme=\"dark\"\]) {.*?}", "", CSS)

    assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl", rules)
