"""How fast figures are told: `python bench/figures.py [--figures 10000 100000]`.

Rates of the list against a floor in the same run, and p95 of ten questions at each size; see
README.md. Requests are made in this process, through the whole WSGI application: what is measured
is ours and PostgreSQL's, not a socket's.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable

from scratch import scratch_database  # first: it sets Django up

from django.conf import settings  # isort: skip
from django.core.wsgi import get_wsgi_application  # isort: skip
from django.db import connection, transaction  # isort: skip
from django.http import HttpResponse  # isort: skip
from django.urls import path  # isort: skip

from claims.listing.upkeep import rebuild  # isort: skip
from factcheck import urls  # isort: skip
from factcheck.api.pagination import Cursor  # isort: skip

QUESTIONS = {
    "first page": "",
    "subject": "subject=Force+7",
    "unit": "unit=troops",
    "place": "place=Province+3",
    "status": "status=refuted",
    "place and unit": "place=Province+3&unit=troops",
    "words": "q=troop+level+province",
    "total": "total=1&unit=troops",
    "facets": "total=1&facets=subject,unit,nature,status,place",
    "facets of words": "total=1&facets=unit,status&q=troops",
    "deep page": "cursor=DEEP",
    "as of, known at": "as_of=2020-09-01&known_at=2030-01-01",
}

# Whole rows, made by PostgreSQL: 20 provinces in 4 countries, 50 forces, 3 units.
LOAD = """
    SET LOCAL session_replication_role = replica;
    INSERT INTO auth_user (id, username, password, is_superuser, is_staff, is_active, first_name,
            last_name, email, date_joined)
        SELECT n, 'person ' || n, '', FALSE, FALSE, TRUE, '', '', '', '2024-01-01'
        FROM generate_series(1, 2) AS n;
    INSERT INTO claims_subject (id, name, kind, aliases)
        SELECT n, 'Force ' || n, 'force', '{{}}' FROM generate_series(0, 49) AS n;
    INSERT INTO claims_subjectname (subject_id, folded)
        SELECT id, claims_fold_name(name) FROM claims_subject;
    INSERT INTO claims_scopeterm (id, dimension, name)
        SELECT n, 'geography', CASE WHEN n < 100 THEN 'Province ' || n ELSE 'Country ' || n END
        FROM (SELECT generate_series(1, 20) UNION SELECT generate_series(100, 103)) AS terms(n);
    INSERT INTO claims_scopeedge (narrower_id, wider_id)
        SELECT n, 100 + n % 4 FROM generate_series(1, 20) AS n;
    INSERT INTO claims_scope (id, geography_id) SELECT n, n FROM generate_series(1, 20) AS n;
    INSERT INTO claims_figure (id, slug, subject_id, measure, scope_id, unit, nature, additive)
        SELECT n, 'figure-' || n, n % 50, 'troop level ' || n / 300, 1 + n % 20,
            (ARRAY['troops', 'planes', 'ships'])[1 + n % 3],
            (ARRAY['stock', 'flow'])[1 + n % 2], TRUE
        FROM generate_series(1, {figures}) AS n;
    INSERT INTO claims_claim (id, key, statement, claimant, figure_id, about_now, example, note,
            wording, hedge, amount, unit, discrete, reading, accept, period, period_mode,
            period_basis, modality)
        SELECT n, 'claim-' || n, 'Statement ' || n, '', n, FALSE, FALSE, '', 'about 5,000',
            'about', 5000,
            'troops', TRUE, '[4500,5500]', '[4500,5500]',
            '[2020-07-01,2020-08-01)', 'instant',
            'stated', 'observation'
        FROM generate_series(1, {figures}) AS n;
    INSERT INTO claims_verdict (id, number, claim_id, kind, figure_id, nature, statement, wording,
            hedge, low, best, high, low_closed, high_closed, unit, period, period_mode,
            period_basis, modality, rating, computed, fingerprint, submitted_by_id,
            approved_by_id, reason, at, content, content_hash, previous_hash, hash)
        SELECT id, id, id, 'verdict', id, f.nature, 'Statement ' || id, 'about 5,000',
            'about', 4500, 5000,
            5500, TRUE, TRUE, f.unit, '[2020-07-01,2020-08-01)', 'instant', 'stated',
            'observation', CASE WHEN id % 10 = 0 THEN 'refuted' ELSE 'corroborated' END,
            'corroborated', repeat('f', 64), 1, 2, 'Read.', '2024-01-01', '{{}}', repeat('0', 64),
            repeat('0', 64), repeat('0', 64)
        FROM claims_figure AS f;
    UPDATE claims_verdict AS v SET content = claims_ledger_said(v)
        || jsonb_build_object('series', claims_ledger_series(v.figure_id), 'evidence', '[]'::jsonb);
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--requests", type=int, default=200, help="of each question")
    options = parser.parse_args()
    settings.API_ANONYMOUS_RATE = 0
    settings.ALLOWED_HOSTS = ["*"]
    settings.SECURE_SSL_REDIRECT = False
    urls.urlpatterns.insert(0, path("api/floor/", floor))
    application = get_wsgi_application()
    slowest: dict[str, list[float]] = {name: [] for name in QUESTIONS}
    for figures in options.figures:
        with scratch_database():
            started = time.perf_counter()
            load(figures)
            print(
                f"\n{figures:,} figures, loaded and listed in {time.perf_counter() - started:.0f} s"
            )
            rates(application, options.requests)
            for name, query in QUESTIONS.items():
                query = query.replace("DEEP", _cursor(figures * 9 // 10))
                took = timed(application, f"/api/v1/figures/?{query}", options.requests)
                slowest[name].append(p95(took))
    print(f"\n{'p95 in ms at':<18}" + "".join(f"{n:>10,}" for n in options.figures) + "     ratio")
    for name, each in slowest.items():
        cells = "".join(f"{seconds * 1000:10.2f}" for seconds in each)
        print(f"{name:<18}{cells}{each[-1] / each[0]:10.2f}")
    every = [statistics.mean(column) for column in zip(*slowest.values(), strict=True)]
    print(
        f"{'their mean':<18}"
        + "".join(f"{s * 1000:10.2f}" for s in every)
        + f"{every[-1] / every[0]:10.2f}"
    )


def floor(request) -> HttpResponse:
    """JSON of the same rows, built by PostgreSQL and passed on: what the list is held against."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(text, ',') FROM (SELECT text FROM claims_figureentry"
            " WHERE published ORDER BY figure_id LIMIT 50) AS page"
        )
        text = f'{{"results": [{cursor.fetchone()[0]}]}}'
    return HttpResponse(text, content_type="application/json")


def load(figures: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOAD.format(figures=figures))
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def rates(application: Callable, requests: int) -> None:
    """The list and the floor in turn, so that both meet the machine as it is."""
    took: dict[str, list[float]] = {"/api/floor/": [], "/api/v1/figures/": []}
    for _ in range(5):
        for url, times in took.items():
            times += timed(application, url, requests)
    floored, listed = (statistics.median(times) for times in took.values())
    print(
        f"floor {1 / floored:6.0f}/s, list {1 / listed:6.0f}/s: {floored / listed:.0%} of the floor"
    )


def timed(application: Callable, url: str, requests: int) -> list[float]:
    """Seconds that each request took, after a few that fill the caches."""
    took = []
    for n in range(requests + 5):
        started = time.perf_counter()
        ask(application, url)
        if n >= 5:
            took.append(time.perf_counter() - started)
    return took


def ask(application: Callable, url: str) -> bytes:
    address, _, query = url.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "bench",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    seen: list[str] = []
    response = application(environ, lambda status, headers, *rest: seen.append(status))
    body = b"".join(response)
    response.close()
    assert seen == ["200 OK"], (url, seen, body[:500])
    return body


def p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


def _cursor(figure: int) -> str:
    return Cursor(figure).encode()


if __name__ == "__main__":
    main()
