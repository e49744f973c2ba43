"""What the Web Annotation Data Model says an annotation is, and that ours are."""

from __future__ import annotations

import jsonschema
import pytest

from claims.formats import annotation

from .content import SITE, content, document, evidence

IRI = {"type": "string", "pattern": "^https?://"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$"}
# https://www.w3.org/TR/annotation-model/: section 3.3.5
MOTIVATIONS = (
    "assessing bookmarking classifying commenting describing editing highlighting identifying "
    "linking moderating questioning replying tagging"
).split()
MOTIVATION = {"enum": MOTIVATIONS}


def node(type_: str, required: str = "", **properties) -> dict:
    return {
        "type": "object",
        "properties": {"type": {"const": type_}, **properties},
        "required": ["type", *required.split()],
        "additionalProperties": False,
    }


SELECTOR = {
    "oneOf": [
        node(
            "TextQuoteSelector",
            "exact",
            exact={"type": "string", "minLength": 1},
            prefix={"type": "string"},
            suffix={"type": "string"},
        ),
        node(
            "TextPositionSelector",
            "start end",
            start={"type": "integer", "minimum": 0},
            end={"type": "integer", "minimum": 1},
        ),
    ]
}
TARGET = node(
    "SpecificResource",
    "source selector",
    source=IRI,
    selector={"type": "array", "items": SELECTOR, "minItems": 1},
    state=node("TimeState", "sourceDate", sourceDate=MOMENT),
    sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
)
BODY = {
    "oneOf": [
        node(
            "TextualBody",
            "value",
            value={"type": "string"},
            format={"const": "text/plain"},
            language={"type": "string"},
            purpose=MOTIVATION,
        ),
        node("SpecificResource", "source", source=IRI, purpose=MOTIVATION),
    ]
}
ANNOTATION = node(
    "Annotation",
    "id target",
    **{"@context": {"type": "array", "contains": {"const": annotation.ANNO}}},
    id=IRI,
    motivation={"oneOf": [MOTIVATION, {"type": "array", "items": MOTIVATION, "minItems": 1}]},
    created=MOMENT,
    creator=node("Organization", "name", name={"type": "string"}, homepage=IRI),
    body={"type": "array", "items": BODY},
    target=TARGET,
)
PAGE = node(
    "AnnotationPage",
    "@context id items",
    **{"@context": {"type": "array", "contains": {"const": annotation.ANNO}}},
    id=IRI,
    items={"type": "array", "items": ANNOTATION},
)


def test_the_evidence_of_a_verdict_is_annotations():
    told = content(
        evidence=[
            evidence("a", document=document("d", url="https://news.example/1")),
            evidence("b", stance="conflicts", stance_reason="It says 9,000."),
        ]
    )
    made = annotation.of_verdict(told, SITE)
    for one in made:
        jsonschema.validate(one, ANNOTATION | {"required": ["@context", *ANNOTATION["required"]]})
    jsonschema.validate(annotation.page(made, id=f"{SITE.root}x"), PAGE)
    first, second = made
    assert first["id"] == "https://facts.example/api/v1/verdicts/7/#a"
    assert first["target"]["source"] == "https://news.example/1"
    assert second["target"]["source"] == "https://facts.example/api/v1/documents/document-b/"
    assert [body.get("value") for body in second["body"]] == ["conflicts", None, "It says 9,000."]
    assert first["body"][1]["source"] == "https://facts.example/api/v1/claims/troops-2020/"


def test_a_passage_says_of_which_text_and_when_it_was_so():
    target = annotation.target(
        quote=evidence("a")["quote"],
        document=document("d"),
        sha256="b" * 64,
        retrieved_at="2024-02-01T12:00:00Z",
        site=SITE,
    )
    made = annotation.passage(id=f"{SITE.root}p/1", target=target, site=SITE)
    jsonschema.validate(made, ANNOTATION)
    assert made["target"]["state"]["sourceDate"] == "2024-02-01T12:00:00Z"
    assert made["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "5,000 troops", "suffix": "."},
        {"type": "TextPositionSelector", "start": 11, "end": 23},
    ]


@pytest.mark.parametrize("broken", ["id", "target"])
def test_the_schema_refuses_what_the_model_refuses(broken):
    made = annotation.of_verdict(content(evidence=[evidence("a")]), SITE)[0]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({k: v for k, v in made.items() if k != broken}, ANNOTATION)
