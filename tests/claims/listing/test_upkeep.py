"""The tables of the list follow what they are derived from, whatever changes and however."""

from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.listing.upkeep import differences, rebuild
from claims.models import Figure, FigureCount, FigureEntry, FigureMark, ScopeEdge, ScopeTerm
from tests.claims import make
from tests.claims.ledger.rows import people, verdict

pytestmark = pytest.mark.django_db

NONE_WRONG = {"claims_figureentry": 0, "claims_figuremark": 0, "claims_figurecount": 0}


def stored() -> list:
    return [
        sorted(model.objects.values_list(*names))
        for model, names in [
            (FigureEntry, ("figure", "published", "text", "marks")),
            (FigureMark, ("mark", "figure")),
            (FigureCount, ("within", "mark", "facet", "figures")),
        ]
    ]


def test_whatever_changes_the_list_is_what_a_rebuild_gives():
    chance, signed = Random(5), people()
    places = [make.term(name) for name in ("Iraq", "Syria", "Levant", "Asia")]
    subjects = [make.subject(f"Force {n}") for n in range(2)]
    last = {}

    def publish():
        claim = make.claim(
            f"{chance.randint(1, 9)},000",
            figure=make.figure(
                f"figure-{chance.randint(0, 5)}",
                subject=chance.choice(subjects),
                measure=f"measure {chance.randint(0, 9)}",
                scope=make.scope(chance.choice(places).name),
                unit=chance.choice(["troops", "planes"]),
            ),
        )
        rating = chance.choice(["refuted", "corroborated"])
        last[claim] = verdict(claim, signed=signed, rating=rating)
        last[claim].save()

    def withdraw():
        claim = chance.choice(list(last))
        last[claim] = verdict(claim, signed=signed, kind="withdrawal", supersedes=last[claim])
        last[claim].save()

    def move():
        """A claim is corrected to be about another figure."""
        claim = chance.choice(list(last))
        claim.figure = chance.choice(list(Figure.objects.all()))
        last[claim] = verdict(claim, signed=signed, kind="correction", supersedes=last[claim])
        last[claim].save()

    def rename():
        one = chance.choice(subjects)
        one.aliases = [f"{one.name} {chance.random()}"]
        one.save()
        ScopeTerm.objects.filter(name=places[0].name).update(name=f"Iraq {chance.random()}")
        places[0].refresh_from_db()

    def widen():
        edge = {"narrower": chance.choice(places[:2]), "wider": chance.choice(places[2:])}
        ScopeEdge.objects.filter(**edge).delete()[0] or ScopeEdge.objects.create(**edge)

    def change():
        one = chance.choice(list(Figure.objects.all()))
        Figure.objects.filter(pk=one.pk).update(unit=f"unit {chance.random()}", window_days=3)

    for n in range(45):
        chance.choice([publish, withdraw, move, rename, widen, change] if n > 4 else [publish])()
        if n % 9 == 0:
            assert differences() == NONE_WRONG
    kept = stored()
    assert kept[2], "nothing was counted"
    assert rebuild() == Figure.objects.count()
    assert stored() == kept
    assert differences() == NONE_WRONG


def test_what_was_changed_with_triggers_off_is_found_and_mended():
    verdict(make.claim(), signed=people()).save()
    make.figure("draft", measure="drafts").delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_figureentry SET text = '{}'")
        cursor.execute("UPDATE claims_figurecount SET figures = 7 WHERE mark = 'unit:troops'")
    with pytest.raises(CommandError, match=r"2 rows of claims_figureentry, .*claims_figurecount"):
        call_command("list_figures")
    out = StringIO()
    call_command("list_figures", rebuild=True, stdout=out)
    call_command("list_figures", stdout=out)
    assert out.getvalue().splitlines() == [
        "1 figures listed.",
        "The list of figures is as it should be.",
    ]
