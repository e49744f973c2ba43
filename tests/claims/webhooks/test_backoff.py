"""How long a failed delivery waits."""

from datetime import timedelta

from claims.webhooks.backoff import TRIES, delay_after


def test_ten_tries_in_about_three_days():
    waits = [delay_after(tries, chance=0.5) for tries in range(1, TRIES)]
    assert waits[:3] == [timedelta(seconds=15), timedelta(minutes=1), timedelta(minutes=4)]
    assert waits == sorted(waits) and waits[-1] == timedelta(days=1)
    assert timedelta(days=2.5) < sum(waits, timedelta()) < timedelta(days=3.5)
    assert delay_after(TRIES, chance=0.5) is None


def test_what_failed_together_does_not_come_back_together():
    assert delay_after(1, chance=0) == timedelta(seconds=12)
    assert delay_after(1, chance=1) == timedelta(seconds=18)
