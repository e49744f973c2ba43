"""Verbs on claims: create, change, delete; each rechecks, and refuses in plain words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from claims.consistency import read_period
from claims.drafting import change_claim, create_claim, delete_claim
from claims.models import Claim, Clash

from . import make

pytestmark = pytest.mark.django_db

JULY = read_period("July 2020")


def create(**fields):
    defaults = {"key": "troops", "statement": "About 5,000 troops.", "at": make.TODAY}
    return create_claim(**defaults | fields)


class TestCreate:
    def test_the_wording_is_read_in_the_unit_of_the_figure(self):
        claim = create(figure=make.figure(), wording="approximately  5,000", period=JULY)
        assert claim.wording == "approximately 5,000"
        assert (claim.hedge, claim.unit, claim.discrete) == ("about", "troops", True)
        assert claim.quantity.reading == claim.quantity.accept
        assert claim.reported_period == JULY

    def test_it_is_checked_at_once(self):
        claim = create()
        assert claim.checked_at
        assert claim.explanation["status"] == "unsupported"

    def test_a_clash_shows_at_once(self):
        figure = make.figure()
        first = create(figure=figure, wording="5,000", period=JULY)
        create(key="other", figure=figure, wording="7,000", period=JULY)
        assert Clash.objects.filter(a=first).exists()

    @pytest.mark.parametrize(
        ("fields", "field", "message"),
        [
            ({"wording": "5,000"}, "wording", "needs a figure"),
            ({"figure": "make", "wording": "a lot"}, "wording", "a lot"),
            ({"figure": "make", "wording": "5,000 miles"}, "wording", "unit|troops|miles"),
            ({"figure": "make", "wording": "fewer than 0"}, "wording", "fewer than 0"),
            ({"figure": "event", "wording": "5,000"}, "wording", "date of an event"),
            ({"statement": " "}, "__all__", "statement must not be empty"),
            ({"key": "Not A Key"}, "__all__", "key must start with"),
            ({"modality": "rumour"}, "modality", "not a valid choice"),
            ({"note": "a\0b"}, "note", "NUL"),
            ({"claimant": "\ud800"}, "claimant", "half a character"),
            ({"claimant": "x" * 301}, "claimant", "at most 300"),
        ],
        ids=[
            "a number of nothing",
            "no number",
            "another unit",
            "nothing possible",
            "a number of an event",
            "no statement",
            "a bad key",
            "an unknown modality",
            "a NUL",
            "half a character",
            "too long",
        ],
    )
    def test_refused(self, fields, field, message):
        figures = {"make": make.figure, "event": lambda: make.figure("e", nature="event-date")}
        if "figure" in fields:
            fields = fields | {"figure": figures[fields["figure"]]()}
        with pytest.raises(ValidationError) as error:
            create(**fields)
        told = error.value.message_dict if field != "__all__" else {field: error.value.messages}
        assert any(part in " ".join(told[field]) for part in message.split("|"))
        assert not Claim.objects.exists()

    def test_a_key_is_taken_once(self):
        create()
        with pytest.raises(ValidationError, match="“troops” is taken"):
            create()


class TestChange:
    def test_only_what_is_named_changes(self):
        claim = create(figure=make.figure(), wording="5,000", period=JULY, note="kept")
        changed = change_claim(claim=claim, at=make.TODAY, wording="6,000")
        assert (changed.wording, changed.note, changed.reported_period) == ("6,000", "kept", JULY)

    def test_it_is_rechecked_with_those_it_clashed_with(self):
        figure = make.figure()
        a = create(figure=figure, wording="5,000", period=JULY)
        b = create(key="b", figure=figure, wording="7,000", period=JULY)
        make.evidence(b, "5,000")
        changed = change_claim(claim=b, at=make.TODAY, wording="5,000")
        assert changed.status == "single-source"
        assert not Clash.objects.filter(a=a).exists()

    def test_a_claim_that_moves_to_another_figure_leaves_its_clashes_behind(self):
        figure = make.figure()
        create(figure=figure, wording="5,000", period=JULY)
        b = create(key="b", figure=figure, wording="7,000", period=JULY)
        assert Clash.objects.exists()
        change_claim(claim=b, at=make.TODAY, figure=make.figure("other", measure="other"))
        assert not Clash.objects.exists()

    def test_with_another_figure_the_wordings_are_read_again(self):
        claim = create(figure=make.figure(), wording="5,000", period=JULY)
        evidence = make.evidence(claim, "about 5,000")
        doses = make.figure("doses", measure="doses", unit="doses")
        assert change_claim(claim=claim, at=make.TODAY, figure=doses).unit == "doses"
        evidence.refresh_from_db()
        assert evidence.unit == "doses"

    def test_evidence_that_does_not_fit_the_new_figure_is_named(self):
        claim = create(figure=make.figure(), period=JULY)
        make.evidence(claim, "5,000", key="the-number")
        event = make.figure("e", measure="e", nature="event-date", unit="")
        with pytest.raises(ValidationError, match="“the-number” does not fit"):
            change_claim(claim=claim, at=make.TODAY, figure=event)

    def test_the_figure_cannot_go_while_there_is_a_number(self):
        claim = create(figure=make.figure(), wording="5,000")
        with pytest.raises(ValidationError, match="needs a figure"):
            change_claim(claim=claim, at=make.TODAY, figure=None)
        assert change_claim(claim=claim, at=make.TODAY, figure=None, wording="").figure is None

    def test_a_field_that_is_not_there_is_a_mistake_of_the_caller(self):
        with pytest.raises(TypeError, match="status"):
            change_claim(claim=create(), at=make.TODAY, status="refuted")

    def test_what_someone_else_saved_meanwhile_is_not_overwritten(self):
        claim = create()
        change_claim(claim=Claim.objects.get(), at=make.TODAY, note="theirs")
        changed = change_claim(claim=claim, at=make.TODAY, claimant="ours")
        assert (changed.note, changed.claimant) == ("theirs", "ours")

    def test_the_day_decides_currency(self):
        claim = create(figure=make.figure(), wording="5,000", period=JULY, about_now=True)
        assert claim.currency == "stale"
        changed = change_claim(claim=claim, at=date(2020, 8, 1), note="x")
        assert changed.currency == "current"


class TestDelete:
    def test_a_claim_without_evidence_goes_with_its_clashes(self):
        figure = make.figure()
        create(figure=figure, wording="5,000", period=JULY)
        other = create(key="other", figure=figure, wording="7,000", period=JULY)
        delete_claim(claim=other)
        assert Claim.objects.count() == 1
        assert not Clash.objects.exists()

    def test_evidence_keeps_a_claim(self):
        claim = create()
        make.evidence(claim)
        with pytest.raises(ValidationError, match="has evidence and stays"):
            delete_claim(claim=claim)

    def test_history_keeps_a_claim(self):
        claim = create()
        evidence = make.evidence(claim)
        changed = change_claim(claim=claim, at=make.TODAY, note="x")
        assert changed.status != "unsupported"
        evidence.delete()
        with pytest.raises(ValidationError, match="a history of its status"):
            delete_claim(claim=claim)
