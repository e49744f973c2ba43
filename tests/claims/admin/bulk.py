"""Bulk actions as a browser takes them: look at the preview, then send its form."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse
from django.test import Client

from .pages import list_of


def look(client: Client, action: str, *rows, query: str = "", **sent) -> HttpResponse:
    """The preview of an action on these rows of one model's list."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(list_of(type(rows[0])) + query, chosen | sent)


def do(client: Client, shown: HttpResponse, **filled) -> HttpResponse:
    """Press "Do it" on the page that was shown; the page it leads to."""
    return client.post(shown.wsgi_request.get_full_path(), sent_by(shown) | filled, follow=True)


def sent_by(shown: HttpResponse) -> dict[str, str]:
    """What the form of the preview sends: its hidden fields and its button."""
    form = re.search(r'(?s)<form method="post" class="bulk-form">.*?</form>', page_of(shown))[0]
    tags = re.findall(r'<input type="(?:hidden|submit)" name="([^"]+)" value="([^"]*)"', form)
    pressed = [(name, value) for name, value in tags if name != "look"]
    return {name: html.unescape(value) for name, value in pressed}


def told_of(shown: HttpResponse) -> list[tuple[str, str, str]]:
    """The table of the preview: the row's name up to a colon, what it is, what it would be."""
    rows = re.findall(r'(?s)<th scope="row">(.*?)</th>.*?>(.*?)</td>.*?>(.*?)</td>', page_of(shown))
    plain = [[html.unescape(re.sub(r"<[^>]*>", "", cell)).strip() for cell in row] for row in rows]
    return [(name.partition(":")[0], now, then) for name, now, then in plain]


def page_of(shown: HttpResponse) -> str:
    return shown.content.decode()
