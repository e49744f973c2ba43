"""Every address of the API, by every method, tried as every caller, against the table."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from factcheck.urls import api
from tests.claims.people import person
from tests.claims.workflow.ready import at_stage
from tests.factcheck.access.callers import new_key

from .api_table import CALLERS, HIDDEN, METHODS, OF_A_CLAIM, OF_A_VERDICT, QUERIES, TABLE

pytestmark = pytest.mark.django_db


def test_every_registered_address_is_in_the_table():
    assert {found.name for found in api} == TABLE.keys()


def client_of(caller: str) -> Client:
    if caller == "anonymous":
        return Client(enforce_csrf_checks=True)
    if caller == "staff":
        client = Client(enforce_csrf_checks=True)
        client.force_login(person("admin"))
        return client
    header = new_key(caller, owner=person("admin"))[1]
    return Client(enforce_csrf_checks=True, headers=header)


def names_of(claim: Claim) -> dict[str, dict]:
    """What fills the path of each address that has one."""
    evidence = claim.evidence.get()
    return {
        "document": {"name": evidence.passage.snapshot.document.key},
        "passage": {"id": evidence.passage_id},
        "figure": {"name": claim.figure.slug},
        **{address: {"number": claim.verdicts.get().number} for address in OF_A_VERDICT},
        "claim-review": {"name": claim.key},
        "passage-annotation": {"id": evidence.passage_id},
        "feed": {"what": "corrections"},
        "feed-file": {"what": "corrections", "format": "atom"},
        "export": {"dataset": "claims"},
        "export-file": {"dataset": "claims", "format": "csv"},
        **{address: {"name": claim.key} for address in OF_A_CLAIM},
    }


@pytest.mark.parametrize("caller", CALLERS)
def test_every_address_answers_each_caller_as_the_table_says(caller):
    published, draft = at_stage("verified"), at_stage("draft")
    client, paths = client_of(caller), names_of(published)
    tried = [(name, paths.get(name), methods) for name, methods in TABLE.items()]
    tried += [(name, {"name": draft.key}, HIDDEN) for name in OF_A_CLAIM]
    wrong = []
    for name, path, methods in tried:
        for method in METHODS:
            sent = {} if method in ("GET", "HEAD") else {"content_type": "application/json"}
            body = {"data": "{}"} if method == "POST" else {}
            url = reverse(f"api:{name}", kwargs=path) + QUERIES.get(name, "")
            answer = client.generic(method, url, **body, **sent)
            if answer.status_code != methods[method][caller]:
                wrong.append(f"{method} {name} {path}: {answer.status_code}")
    assert wrong == []
