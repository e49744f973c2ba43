"""The pages of blind reading: what is shown to whom, what is saved, what is refused."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.evidence import add_evidence
from claims.models import Adjudication, BlindReading, Evidence
from tests.claims import make
from tests.claims.admin.pages import messages_of, page_of, text_of
from tests.claims.blind.reading import JULY, differing, marked, read
from tests.claims.make import TODAY
from tests.claims.people import person

pytestmark = pytest.mark.django_db


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(page: str, item) -> str:
    return reverse(f"blind:{page}", args=[item[0].key, item[1].pk])


def propose(item) -> None:
    claim, passage = item
    add_evidence(
        claim=claim, passage=passage, stance="conflicts", wording="7,777", period=JULY, at=TODAY
    )


def section(answer, title: str) -> str:
    """What a reader sees under a heading of the page."""
    page = answer.content.decode()
    found = re.search(rf"(?s)<h2[^>]*>{title} \(\d+\)</h2>(.*?)</section>", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", found[1])).split())


class TestIndex:
    def test_it_says_so_where_there_is_nothing(self):
        told = text_of(browser(person("adjudicator")).get(reverse("blind:index")))
        assert "Nothing waits for you." in told
        assert "You have no reading that is not handed in." in told
        assert "No two readings differ that you could rule on." in told

    def test_a_proposal_is_there_to_read_without_its_stance_and_number(self):
        item = marked()
        propose(item)
        answer = browser(person("annotator")).get(reverse("blind:index"))
        listed = section(answer, "To read")
        assert item[0].statement in listed and item[1].exact in listed
        assert "7,777" not in text_of(answer) and "onflict" not in listed
        assert "To rule on" not in text_of(answer)

    def test_what_another_person_reads_is_there_to_read(self):
        item = marked()
        read(item, wording="6,666", handed_in=False)
        answer = browser(person("annotator")).get(reverse("blind:index"))
        assert item[0].statement in section(answer, "To read")
        assert "6,666" not in text_of(answer)

    def test_what_i_began_is_a_draft_and_what_i_handed_in_is_gone(self):
        reader = person("annotator")
        begun, done = marked(), marked()
        propose(begun)
        read(begun, reader, handed_in=False)
        read(done, reader)
        answer = browser(reader).get(reverse("blind:index"))
        assert begun[0].statement in section(answer, "Your drafts")
        assert section(answer, "To read").startswith("Nothing waits")

    def test_what_two_people_read_is_no_longer_there(self):
        item = marked()
        propose(item)
        for _ in range(2):
            read(item, handed_in=False)
        answer = browser(person("annotator")).get(reverse("blind:index"))
        assert section(answer, "To read").startswith("Nothing waits")

    def test_an_adjudicator_has_the_disagreements_of_others(self):
        item = differing()
        adjudicator = person("adjudicator")
        answer = browser(adjudicator).get(reverse("blind:index"))
        assert item[0].statement in section(answer, "To rule on")
        own = marked()
        read(own, adjudicator, stance="context"), read(own)
        listed = section(browser(adjudicator).get(reverse("blind:index")), "To rule on")
        assert own[0].statement not in listed

    def test_it_costs_the_same_however_much_there_is(self):
        client = browser(person("adjudicator"))
        counts = []
        for more in (1, 4):
            for _ in range(more):
                propose(marked())
                differing()
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("blind:index"))
            counts.append(len(queries))
        assert counts[0] == counts[1]


class TestRead:
    TYPED = {"stance": "supports", "wording": "about 5,000", "period": "July 2020"}

    def test_a_draft_shows_how_its_number_is_read(self):
        item = marked()
        client = browser(person("annotator"))
        answer = client.post(at("read", item), self.TYPED | {"save": ""}, follow=True)
        told = text_of(answer)
        assert "“ about 5,000 ” says 4,500 to 5,500 troops; tolerates" in told
        assert "Your reading is saved as a draft." in messages_of(answer)
        form = answer.context["form"]
        assert [form[name].value() for name in ("stance", "wording")] == ["supports", "about 5,000"]
        assert 'value="July 2020"' in answer.content.decode()
        assert BlindReading.objects.get().submitted_at is None

    def test_two_readers_hand_in_and_it_is_accepted(self):
        item = marked()
        told = [
            text_of(
                browser(person("annotator")).post(
                    at("read", item), self.TYPED | {"hand_in": ""}, follow=True
                )
            )
            for _ in range(2)
        ]
        assert "The other reading is not in yet" in told[0]
        assert "The other reader says the same" in told[1]
        assert Evidence.objects.get().state == "accepted"

    def test_the_other_reading_is_not_on_the_page(self):
        item = marked()
        read(item, stance="conflicts", wording="6,666", note="my thoughts")
        page = browser(person("adjudicator")).get(at("read", item)).content.decode()
        assert "6,666" not in page and "my thoughts" not in page
        assert "badge-stance" not in page

    @pytest.mark.parametrize(
        ("typed", "field", "told"),
        [
            ({"stance": ""}, "stance", "choose one of the three"),
            ({"wording": "the 102nd"}, "wording", "is an ordinal"),
            ({"period": "soonish"}, "period", "soonish"),
            ({"note": "a\0b"}, "note", "NUL"),
            ({"modality": "dream"}, "modality", "dream"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(self, typed, field, told):
        item = marked()
        sent = self.TYPED | {"note": "kept as it was"} | typed | {"hand_in": ""}
        answer = browser(person("annotator")).post(at("read", item), sent)
        form = answer.context["form"]
        assert list(form.errors) == [field] and told in str(form.errors[field])
        assert {name: form[name].value() for name in sent if name in form.fields} == {
            name: value for name, value in sent.items() if name in form.fields
        }
        assert not BlindReading.objects.exists()

    def test_a_reading_that_is_handed_in_is_not_sent_again(self):
        item, reader = marked(), person("annotator")
        read(item, reader)
        answer = browser(reader).post(at("read", item), self.TYPED | {"save": ""})
        assert answer.status_code == 409
        assert "it stands" in str(answer.context["form"].errors)

    def test_a_third_reader_is_told_that_it_is_enough(self):
        item = marked()
        read(item), read(item, handed_in=False)
        answer = browser(person("annotator")).get(at("read", item))
        assert "that is enough" in text_of(answer) and answer.context["form"] is None

    def test_a_claim_that_is_not_marked_has_no_such_page(self):
        item = make.claim(), make.passage()
        assert browser(person("annotator")).get(at("read", item)).status_code == 404


class TestRule:
    def test_both_readings_are_shown_without_their_readers(self):
        item = differing()
        answer = browser(person("adjudicator")).get(at("rule", item))
        told = text_of(answer)
        assert told.index("9,000") < told.index("The second reading") < told.index("“ 5,000 ”")
        names = BlindReading.objects.values_list("reader__username", flat=True)
        assert not [name for name in names if name in answer.content.decode()]

    def test_the_first_is_right(self):
        item = differing()
        sent = {"ruling": "first", "reason": "The table says so."}
        answer = browser(person("adjudicator")).post(at("rule", item), sent, follow=True)
        assert answer.redirect_chain == [(reverse("blind:index"), 302)]
        assert Evidence.objects.get().wording == "9,000"

    def test_both_are_wrong(self):
        item = differing()
        sent = {"ruling": "both-wrong", "reason": "Neither.", "stance": "context"}
        sent |= {"wording": "7,000", "period": "July 2020"}
        browser(person("adjudicator")).post(at("rule", item), sent)
        found = Evidence.objects.get()
        assert (found.stance, found.wording) == ("context", "7,000")

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({"ruling": "", "reason": "Why."}, "ruling"),
            ({"ruling": "first", "reason": " "}, "reason"),
            ({"ruling": "both-wrong", "reason": "Why."}, "stance"),
            ({"ruling": "both-wrong", "reason": "Why.", "wording": "the 102nd"}, "wording"),
        ],
        ids=["no ruling", "no reason", "both wrong, and then?", "no number"],
    )
    def test_an_error_stands_at_its_field(self, sent, field):
        item = differing()
        answer = browser(person("adjudicator")).post(at("rule", item), sent)
        assert list(answer.context["form"].errors) == [field]
        assert len(answer.context["readings"]) == 2
        assert not Adjudication.objects.exists()

    def test_a_reader_is_not_shown_the_other_side(self):
        item, both = marked(), person("adjudicator")
        read(item, both, stance="context"), read(item, wording="6,666")
        answer = browser(both).get(at("rule", item))
        assert "a third person rules" in text_of(answer)
        assert "6,666" not in answer.content.decode()

    def test_before_both_are_in_nothing_is_shown(self):
        item = marked()
        read(item, wording="6,666"), read(item, handed_in=False)
        answer = browser(person("adjudicator")).get(at("rule", item))
        assert "6,666" not in answer.content.decode()
        assert "no two readings of this passage that differ" in text_of(answer)


class TestAgreement:
    def test_it_says_so_where_nothing_was_read_twice(self):
        told = text_of(browser(person()).get(reverse("blind:agreement")))
        assert "No passage has been read twice yet." in told

    def test_it_tells_agreement_by_pair_figure_and_month(self):
        ann, bob = person("annotator", name="ann"), person("annotator", name="bob")
        claim, _ = marked()
        for first, second in [
            ("supports", "supports"),
            ("context", "context"),
            ("supports", "context"),
        ]:
            item = claim, make.passage()
            read(item, bob, first), read(item, ann, second)
        answer = browser(person()).get(reverse("blind:agreement"))
        told = text_of(answer)
        assert "ann and bob 3 2 (67 %) 0.40" in told
        assert "us-troops-iraq 3 2 (67 %)" in told and "2024-02 3 2 (67 %)" in told
        bar = answer.context["chart"].bars[0]
        assert (bar.height, bar.y + bar.height) == (80, answer.context["chart"].base)


class TestMark:
    def test_it_is_set_and_taken_off_on_the_claims_page(self):
        claim, client = make.claim(), browser(person())
        address = reverse("blind:mark", args=[claim.key])
        assert "Have it read blind" in text_of(client.get(page_of(claim)))
        for sent, now in (("yes", True), ("no", False)):
            client.post(address, {"blind": sent})
            claim.refresh_from_db()
            assert claim.blind is now

    def test_it_stays_once_something_is_read(self):
        item = marked()
        read(item)
        address = reverse("blind:mark", args=[item[0].key])
        answer = browser(person()).post(address, {"blind": "no"}, follow=True)
        assert "it stays marked" in " ".join(messages_of(answer))
