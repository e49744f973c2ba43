"""Addresses of admin pages, and what stands on them."""

import html
import re

from django.db import models
from django.http import HttpResponse
from django.urls import reverse


def list_of(model: type[models.Model]) -> str:
    return reverse(f"admin:{_name(model)}_changelist")


def add_to(model: type[models.Model]) -> str:
    return reverse(f"admin:{_name(model)}_add")


def page_of(row: models.Model) -> str:
    return reverse(f"admin:{_name(type(row))}_change", args=[row.pk])


def deletion_of(row: models.Model) -> str:
    return reverse(f"admin:{_name(type(row))}_delete", args=[row.pk])


def _name(model: type[models.Model]) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"


def text_of(response: HttpResponse) -> str:
    """What a reader sees: no tags, single spaces."""
    assert response.status_code == 200, response.status_code
    body = re.sub(r"(?s)<(script|style).*?</\1>", " ", response.content.decode())
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def rows_of(response: HttpResponse) -> list[models.Model]:
    """The rows that a list page shows."""
    return list(response.context["cl"].result_list)


def typed(response: HttpResponse) -> dict[str, str]:
    """What a browser would send back if nothing on the page's form were touched."""
    sent = {}
    for field in response.context["adminform"].form:
        value = field.value()
        if value is not None and value is not False:
            sent[field.html_name] = "on" if value is True else value
    return sent | _hidden(response)


def _hidden(response: HttpResponse) -> dict[str, str | list[str]]:
    """What the page carries unseen: the values that it showed."""
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r'<input type="hidden" name="initial-[^>]*>', response.content.decode()):
        name, value = (re.search(rf'{part}="([^"]*)"', tag) for part in ("name", "value"))
        sent.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
    return {name: values[0] if len(values) == 1 else values for name, values in sent.items()}


def errors_of(response: HttpResponse) -> dict[str, list[str]]:
    """The errors that a form shows, by field; "__all__" for those of the whole form."""
    assert response.status_code == 200, response.status_code
    return {k: list(v) for k, v in response.context["adminform"].form.errors.items()}


def messages_of(response: HttpResponse) -> list[str]:
    """The messages on the page to which a write led."""
    return [str(message) for message in response.context["messages"]]
