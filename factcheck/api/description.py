"""What the API's schema says of the whole, in Markdown."""

API_DESCRIPTION = """\
Claims about numbers and dates, the passages that support or conflict with them, and how each
claim stands. Reading is open to everyone, from any site, without a key.

**Numbers** are strings of digits (`"1390000"`, `"0.5"`): no exponent, no rounding. An interval
has `low` and `high`, each `null` where the interval has no end, and says of each whether it
belongs to it.

**Dates** are ISO 8601. A time that is not known to the day is the first and the last day that it
may be, both included. Moments carry their zone.

**Pages**: a list gives `results` and the links `next` and `previous`; follow them as they are.
`page_size` is 50 unless given, and 200 at most. Rows come in the order in which they were
entered, so one added meanwhile is met at the end and none is met twice.

**Names**: documents, figures and claims go by a stable name of ours, which stays; of documents and
claims their id works in its place.

**Errors** all have one shape: a `type`, and `errors`, each with a `code` for programs, a `detail`
for people and the parameter (`attr`) that it is about. A parameter that does not exist is refused
rather than ignored.

**Keys and rates**: a key is sent as `Authorization: Bearer …`; one that is not good is refused
with 401. `RateLimit` and `RateLimit-Policy` tell what is left of your rate, and `Retry-After` on a
429 when to go on.

**Drafts**: a claim or figure is public once a verdict on it was published. Others are shown only to
people who are signed in, and to keys that may read drafts.

**Asking again**: every answer has an `ETag` and a `Last-Modified`; send them back in
`If-None-Match` or `If-Modified-Since`, and an answer that is still the same is a 304.

**Bringing data in** needs a key with the scope `ingest`: a row as JSON, or up to 1,000 as NDJSON,
each reported on. With an `Idempotency-Key` a request may be sent again and is done once.

**Status** is computed from accepted evidence, by origins rather than documents: what repeats one
source counts once. `unsupported`: no origin counts; `single-source`: one supports;
`corroborated`: two or more support; `challenged`: one conflicts; `refuted`: two or more conflict;
`contested`: some support and some conflict, or one does both. Where no origin is rated A to C,
`corroborated` and `refuted` stay one step lower. A claim's `explanation` tells why, step by step.
"""
