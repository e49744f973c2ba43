"""The API's description of itself, and the page that shows it."""

import json
import re

import jsonschema
import pytest
import yaml
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client

from factcheck.urls import api

from .asking import SCHEMA, as_json_schema, ask

OPERATIONS = [
    pytest.param(path, methods["get"], id=methods["get"]["operationId"])
    for path, methods in SCHEMA["paths"].items()
    if "get" in methods
]


def test_it_is_made_without_a_warning_and_is_valid(tmp_path):
    call_command("spectacular", fail_on_warn=True, validate=True, file=str(tmp_path / "api.yaml"))


def test_it_has_every_address_that_is_registered_and_no_other():
    registered = {
        "/api/v1/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(found.pattern))
        for found in api
        # What has a suffix is another address in another format.
        if "." not in str(found.pattern)
    }
    assert set(SCHEMA["paths"]) == registered - {"/api/v1/schema/", "/api/v1/docs/"}


@pytest.mark.parametrize(("path", "operation"), OPERATIONS)
def test_reading_tells_its_errors_and_needs_no_key(path, operation):
    errors = {"400", "401", "403", "406", "429"} | ({"404"} if "{" in path else set())
    assert set(operation["responses"]) == errors | {"200", "304"}
    assert operation["security"] == [{"key": []}, {}]
    for code in errors:
        schema = operation["responses"][code]["content"]["application/json"]["schema"]
        assert schema == {"$ref": "#/components/schemas/Error"}


@pytest.mark.parametrize("path", ["documents", "claims", "evidence"])
def test_writing_needs_a_key_and_takes_one_row_or_many(path):
    operation = SCHEMA["paths"][f"/api/v1/{path}/"]["post"]
    assert operation["security"] == [{"key": []}]
    assert set(operation["requestBody"]["content"]) == {"application/json", "application/x-ndjson"}
    errors = {"400", "401", "403", "406", "409", "413", "415", "422", "429"}
    assert set(operation["responses"]) == errors | {"200", "201"}
    assert [p["name"] for p in operation["parameters"]] == ["Idempotency-Key"]


def test_nothing_else_is_written():
    written = {path for path, methods in SCHEMA["paths"].items() if set(methods) - {"get"}}
    assert written == {f"/api/v1/{kind}/" for kind in ("documents", "claims", "evidence")}


@pytest.mark.parametrize(("path", "operation"), OPERATIONS)
def test_an_address_and_its_parameters_are_described(path, operation):
    assert operation["description"]
    for parameter in operation.get("parameters", []):
        assert parameter["description"], parameter["name"]


@pytest.mark.parametrize(("path", "operation"), OPERATIONS)
def test_the_examples_are_of_the_shape_that_is_described(path, operation):
    content = operation["responses"]["200"]["content"].get("application/json")
    if content is None:
        return  # rows without end, in other formats
    if content["schema"].get("$ref") == "#/components/schemas/Root":
        return  # six links; nothing that an example would make clearer
    assert content["examples"]
    for example in content["examples"].values():
        whole = {**content["schema"], "components": SCHEMA["components"]}
        jsonschema.Draft202012Validator(as_json_schema(whole)).validate(example["value"])


def test_the_closed_lists_have_names_of_their_own():
    named = {name for name, part in SCHEMA["components"]["schemas"].items() if "enum" in part}
    # NullEnum and BlankEnum are how a list is described that may also be null, or empty.
    assert not {name for name in named if name.endswith("Enum")} - {"NullEnum", "BlankEnum"}
    assert {"Status", "Currency", "EvidenceState", "Stance", "Hedge", "Nature"} <= named


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "accept", "media_type", "read"),
    [
        pytest.param("", "*/*", "application/json", json.loads, id="no preference"),
        pytest.param("", "text/html,*/*;q=0.8", "application/json", json.loads, id="a browser"),
        pytest.param("", "application/yaml", "application/yaml", yaml.safe_load, id="YAML"),
        pytest.param("?format=yaml", "*/*", "application/yaml", yaml.safe_load, id="by parameter"),
        pytest.param(
            "",
            "application/vnd.oai.openapi",
            "application/vnd.oai.openapi",
            yaml.safe_load,
            id="OpenAPI's own type",
        ),
    ],
)
def test_it_is_served_in_the_format_asked_for(query, accept, media_type, read):
    response = Client().get(f"/api/v1/schema/{query}", headers={"Accept": accept})
    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == media_type
    assert read(response.content)["paths"].keys() == SCHEMA["paths"].keys()


@pytest.mark.django_db
def test_another_format_is_refused():
    response = Client().get("/api/v1/schema/?format=xml")
    assert response.status_code == 400
    assert "not one of: json, yaml" in response.json()["errors"][0]["detail"]


@pytest.mark.django_db
def test_the_root_leads_everywhere():
    for name, url in ask("").items():
        assert url == f"http://testserver/api/v1/{name}/"


@pytest.mark.django_db
def test_every_link_of_the_root_answers():
    for url in ask("").values():
        assert Client().get(url).status_code == 200


@pytest.mark.django_db
def test_the_page_shows_it_with_files_of_our_own():
    response = Client().get("/api/v1/docs/", headers={"Accept": "text/html"})
    assert response.status_code == 200
    page = response.content.decode()
    assert 'data-schema="/api/v1/schema/"' in page
    assert "//" not in page, "the page takes something from another server"
    assets = re.findall(r'(?:src|href)="/static/([^"]+)"', page)
    assert len(assets) == 4
    for asset in assets:
        assert finders.find(asset), asset
