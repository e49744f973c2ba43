"""One shape for every error, wherever it arises."""

import json

import pytest
from django.test import Client, RequestFactory

from claims.api.figures.views import Figures
from factcheck.api.errors import server_error

from .asking import refusal

pytestmark = pytest.mark.django_db

LISTS = ["documents/", "passages/", "figures/", "claims/"]


def error_of(response, status: int) -> dict:
    """The only error of an answer in the one shape."""
    assert response.status_code == status
    assert response["Content-Type"] == "application/json"
    body = json.loads(response.content)
    assert set(body) == {"type", "errors"}
    assert body["type"] == ("server_error" if status >= 500 else "client_error")
    (error,) = body["errors"]
    assert set(error) == {"code", "detail", "attr"}
    return error


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/v1/nope/",
        "/api/v1/nope",
        "/api/v2/claims/",
        "/api/v1/claims/a/nope/",
        "/api/v1/claims/a/b/c/",
        "/api/v1/passages/one/",
        f"/api/v1/passages/{'9' * 5000}/",
        "/api/v1//claims/",
        "/api/v1/claims.json",
        "/api/v1/%00/",
        "/api/v1/%ff/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_an_address_that_is_none(path, method):
    error = error_of(getattr(Client(enforce_csrf_checks=True), method)(path), 404)
    assert error["code"] == "not_found"
    assert "/api/v1/ lists what there is" in error["detail"]


@pytest.mark.parametrize("path", ["documents/a/", "figures/a/", "claims/a/", "passages/1/"])
def test_a_row_that_is_not_there_is_named(path):
    kind, name = path.removesuffix("/").split("/")
    detail = refusal(path, 404)[None]
    assert kind[:-1] in detail and name in detail


@pytest.mark.parametrize("name", ["%00", "a%00b", "9" * 19, "9" * 5000, "%ED%A0%80", "x" * 3000])
@pytest.mark.parametrize("path", ["documents/{}/", "figures/{}/", "claims/{}/explanation/"])
def test_a_name_that_no_row_can_have(path, name):
    assert error_of(Client().get(f"/api/v1/{path.format(name)}"), 404)["code"] == "not_found"


@pytest.mark.parametrize("path", ["", *LISTS, "claims/a/", "schema/", "docs/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nobody_can_write_without_a_key(path, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1/{path}")
    if method == "post" and path in ("documents/", "claims/"):
        assert error_of(response, 401)["code"] == "not_authenticated"
        return
    assert error_of(response, 405)["code"] == "method_not_allowed"
    assert response["Allow"].startswith("GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", LISTS)
def test_a_format_that_is_not_offered(path):
    response = Client().get(f"/api/v1/{path}", headers={"Accept": "application/xml"})
    assert error_of(response, 406)["code"] == "not_acceptable"


@pytest.mark.parametrize("accept", ["application/yaml", "text/html"])
@pytest.mark.parametrize("path", ["schema/", "docs/"])
def test_a_page_and_a_yaml_file_err_in_json_too(path, accept):
    response = Client().get(f"/api/v1/{path}?x=1", headers={"Accept": accept})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/json"
    assert response.json()["errors"][0]["attr"] == "x"


def test_more_parameters_than_are_read():
    query = "&".join(f"p{n}=1" for n in range(1001))
    error = error_of(Client().get(f"/api/v1/claims/?{query}"), 400)
    assert error["code"] == "parse_error"
    assert "1000 parameters" in error["detail"]


def test_a_host_that_is_not_ours(settings):
    settings.ALLOWED_HOSTS = ["facts.example"]
    error_of(Client().get("/api/v1/claims/", headers={"Host": "else.example"}), 400)
    other = Client().get("/", headers={"Host": "else.example"})
    assert other.status_code == 400 and other["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("debug", [True, False], ids=["with DEBUG", "without"])
def test_a_failure_of_ours_keeps_the_cause_to_the_log(monkeypatch, settings, caplog, debug):
    settings.DEBUG = debug

    def fail(view, request):
        raise RuntimeError("the cause")

    monkeypatch.setattr(Figures, "get", fail)
    response = Client(raise_request_exception=False).get("/api/v1/figures/")
    assert "cause" not in error_of(response, 500)["detail"]
    assert any("the cause" in str(record.exc_info) for record in caplog.records)


def test_a_failure_outside_the_views():
    request = RequestFactory().get("/api/v1/claims/")
    assert "logged" in error_of(server_error(request), 500)["detail"]
    assert server_error(RequestFactory().get("/"))["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/api/v1/claims", "/api/v1/claims/"),
        ("/api/v1/claims?status=refuted", "/api/v1/claims/?status=refuted"),
        ("/api/v1/claims/a%20b/evidence", "/api/v1/claims/a%20b/evidence/"),
    ],
)
def test_a_forgotten_slash_is_put_back(path, meant):
    response = Client().get(path)
    assert (response.status_code, response["Location"]) == (301, meant)


@pytest.mark.parametrize("path", ["", *LISTS])
def test_head_and_options_answer_too(path):
    head = Client().head(f"/api/v1/{path}")
    assert head.status_code == 200 and head.content == b""
    assert Client().options(f"/api/v1/{path}").status_code == 200
