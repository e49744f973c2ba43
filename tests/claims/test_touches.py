"""A change rechecks the claims that it touches: those, and no others."""

import pytest

from claims import drafting, evidence, vocabulary
from sources.documents import save_document
from sources.ingest import ingest_file
from sources.models import Passage
from sources.publishers import save_origin, set_reliability

from . import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def untouched():
    """A claim with evidence that has nothing to do with any change made here."""
    other = make.figure("other", measure="other", scope=make.scope("Elsewhere"))
    claim = make.claim(figure=other, key="untouched")
    make.evidence(claim)
    return claim


@pytest.fixture
def claim(untouched):
    return make.claim(key="touched")


class TestClaimsAndEvidence:
    def test_evidence_touches_its_claim_alone(self, claim, rechecked):
        make.claim("7,000", key="same-figure")
        made = evidence.add_evidence(
            claim=claim, passage=make.passage(), stance="context", at=make.TODAY
        )
        evidence.decide_evidence(evidence=made, state="accepted", at=make.TODAY)
        evidence.change_evidence(evidence=made, note="x", at=make.TODAY)
        assert rechecked == ["touched"] * 3

    def test_a_claim_touches_itself_alone(self, claim, rechecked):
        make.claim("7,000", key="same-figure")
        drafting.change_claim(claim=claim, note="x", at=make.TODAY)
        assert rechecked == ["touched"]


class TestSources:
    def test_a_publishers_reliability(self, claim, rechecked):
        document = make.document()
        made = make.evidence(claim, quoting=make.passage(document))
        set_reliability(publisher=document.publisher, reliability="E", reason="Invents figures.")
        assert rechecked == ["touched"]
        claim.refresh_from_db()
        assert claim.status == "unsupported"
        assert claim.explanation["not_counted"] == [made.key]

    def test_evidence_that_does_not_count_is_touched_too(self, claim, rechecked):
        document = make.document()
        make.evidence(claim, quoting=make.passage(document), state="proposed")
        set_reliability(publisher=document.publisher, reliability="E", reason="Invents figures.")
        assert rechecked == ["touched"]

    def test_a_publisher_that_nobody_cites(self, claim, rechecked):
        set_reliability(publisher=make.publisher(), reliability="E", reason="Invents figures.")
        assert rechecked == []

    def test_a_documents_origins(self, claim, rechecked):
        documents = [make.document(), make.document()]
        for document in documents:
            make.evidence(claim, quoting=make.passage(document))
        for document in documents:
            save_document(document=document, origins=[make.origin()])
        assert rechecked == ["touched", "touched"]
        claim.refresh_from_db()
        assert claim.supports == 1

    @pytest.mark.parametrize("named_by", ["passage", "document"])
    def test_an_origin(self, claim, rechecked, named_by):
        origin, document = make.origin(), make.document()
        if named_by == "document":
            document.origins.add(origin)
        make.evidence(
            claim,
            quoting=make.passage(document),
            origin=origin if named_by == "passage" else None,
        )
        origin.name = "Another agency"
        save_origin(origin=origin)
        assert rechecked == ["touched"]

    def test_an_origin_that_the_passage_overrides(self, claim, rechecked):
        origin, document = make.origin(), make.document()
        document.origins.add(origin)
        make.evidence(
            claim, quoting=make.passage(document), origin=make.origin("The passage's own")
        )
        origin.name = "Another agency"
        save_origin(origin=origin)
        assert rechecked == []

    def test_a_new_version_that_loses_the_quote(self, claim, rechecked):
        first = ingest_file(data=b"There were 5,000 troops in the country.", name="news.txt")
        quote = make.passage(first.document, "5,000 troops")
        make.evidence(claim, quoting=quote)
        ingest_file(data=b"There were 6,000 troops in the country.", name="news.txt")
        assert set(rechecked) == {"touched"}
        claim.refresh_from_db()
        assert "lost-anchor" in claim.review_reasons
        assert Passage.objects.current_lost().get() == quote

    def test_a_new_document_that_copies_one_on_file(self, claim, rechecked):
        words = " ".join(f"word{n}" for n in range(100))
        text = f"There were 5,000 troops. {words}".encode()
        first = ingest_file(data=text, name="one.txt")
        make.evidence(claim, quoting=make.passage(first.document, "5,000 troops"))
        ingest_file(data=text + b" More.", name="two.txt")
        assert set(rechecked) == {"touched"}


class TestVocabulary:
    def test_a_subjects_name(self, claim, rechecked):
        named = make.claim(
            figure=make.figure("f", subject=make.subject("Coalition"), measure="m"), key="named"
        )
        vocabulary.change_subject(subject=named.figure.subject, name="The coalition", at=make.TODAY)
        assert rechecked == ["named"]

    def test_a_subjects_aliases_touch_nothing(self, claim, rechecked):
        vocabulary.change_subject(
            subject=claim.figure.subject, aliases=["US forces"], at=make.TODAY
        )
        assert rechecked == []

    def test_a_figure(self, claim, rechecked):
        vocabulary.change_figure(figure=claim.figure, window_days=5, at=make.TODAY)
        assert rechecked == ["touched"]

    def test_a_scope_terms_name(self, claim, rechecked):
        vocabulary.rename_scope_term(term=make.term("Iraq"), name="Irak", at=make.TODAY)
        assert rechecked == ["touched"]
        claim.refresh_from_db()
        assert claim.explanation["claim"]["scope"]["geography"] == "Irak"

    def test_an_edge_between_the_claims_scope_and_its_evidences(self, claim, rechecked):
        make.evidence(claim, "at most 200", scope=make.scope("Iraq and Syria"), stance="conflicts")
        edge = {"narrower": make.term("Iraq"), "at": make.TODAY}
        vocabulary.set_wider(wider=[make.term("Iraq and Syria")], **edge)
        assert rechecked == ["touched"]
        claim.refresh_from_db()
        assert claim.status == "challenged"
        vocabulary.set_wider(wider=[], **edge)
        claim.refresh_from_db()
        assert claim.status == "unsupported"

    def test_an_edge_between_two_figures_of_one_measure(self, claim, rechecked):
        wider = make.figure("wider", scope=make.scope("Iraq and Syria"))
        make.claim(figure=wider, key="wider")
        vocabulary.set_wider(
            narrower=make.term("Iraq"), wider=[make.term("Iraq and Syria")], at=make.TODAY
        )
        assert sorted(rechecked) == ["touched", "wider"]

    def test_an_edge_in_the_middle_reaches_both_ends(self, claim, rechecked):
        baghdad, iraq, both, region = map(
            make.term, ("Baghdad", "Iraq", "Iraq and Syria", "Region")
        )
        make.within(baghdad, iraq)
        make.within(both, region)
        far = make.claim(figure=make.figure("far", measure="far", scope=make.scope("Baghdad")))
        make.evidence(far, scope=make.scope("Region"))
        vocabulary.set_wider(narrower=iraq, wider=[both], at=make.TODAY)
        assert rechecked == [far.key]

    def test_an_edge_that_no_claim_spans(self, claim, rechecked):
        vocabulary.set_wider(
            narrower=make.term("Iraq"), wider=[make.term("Middle East")], at=make.TODAY
        )
        assert rechecked == []

    def test_an_edge_that_stays_touches_nothing(self, claim, rechecked):
        make.evidence(claim, scope=make.scope("Iraq and Syria"))
        edge = {
            "narrower": make.term("Iraq"),
            "wider": [make.term("Iraq and Syria")],
            "at": make.TODAY,
        }
        vocabulary.set_wider(**edge)
        rechecked.clear()
        vocabulary.set_wider(**edge)
        assert rechecked == []
