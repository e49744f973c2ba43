"""What is expected of every page and action of the admin: who gets in.

Written down here by hand, apart from claims.roles: a page that is registered and not here fails
the tests, and so does a right that opens a page to someone who is not listed for it.
"""

from __future__ import annotations

from dataclasses import dataclass

NOBODY: frozenset[str] = frozenset()
ADMIN = frozenset({"admin"})
REVIEWERS = ADMIN | {"reviewer", "adjudicator"}
READERS = REVIEWERS | {"annotator"}
EVERYONE = READERS | {"editor"}
STAFF = EVERYONE | {"no role"}
"""All who may enter the admin, even those who then find nothing to see."""
ANYONE = STAFF | {"anonymous"}

PEOPLE = ("annotator", "reviewer", "adjudicator", "editor", "admin", "no role", "anonymous")


@dataclass(frozen=True)
class Pages:
    """Who sees a model's lists, pages and histories; who adds, changes and deletes its rows."""

    see: frozenset[str] = EVERYONE
    add: frozenset[str] = NOBODY
    change: frozenset[str] = NOBODY
    delete: frozenset[str] = NOBODY


MODELS = {
    "access_apikey": Pages(see=ADMIN, add=ADMIN, change=ADMIN),
    "auth_group": Pages(see=ADMIN),
    "auth_user": Pages(see=ADMIN, add=ADMIN, change=ADMIN),
    "claims_claim": Pages(add=READERS, change=READERS, delete=ADMIN),
    "claims_clash": Pages(),
    "claims_evidence": Pages(add=READERS, change=READERS),
    "claims_figure": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "claims_scope": Pages(add=REVIEWERS, delete=ADMIN),
    "claims_scopeedge": Pages(add=REVIEWERS, delete=REVIEWERS),
    "claims_scopeterm": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "claims_statuschange": Pages(),
    "claims_subject": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "sources_anchoring": Pages(change=READERS),
    "sources_document": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "sources_documentcopy": Pages(),
    "sources_origin": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "sources_passage": Pages(add=READERS, delete=ADMIN),
    "sources_publisher": Pages(add=REVIEWERS, change=REVIEWERS, delete=ADMIN),
    "sources_snapshot": Pages(),
    "webhooks_delivery": Pages(see=ADMIN),
    "webhooks_subscription": Pages(see=ADMIN, add=ADMIN, change=ADMIN),
}
"""The pages that Django gives every model."""

UNRECORDED = {
    "access_apikey",
    "auth_group",
    "claims_clash",
    "claims_statuschange",
    "sources_documentcopy",
    "webhooks_delivery",
    "webhooks_subscription",
}
"""Models without a recorded history. Of every other one, all who see it see what was deleted."""

OTHERS = {
    "index": STAFF,
    "login": ANYONE,
    "logout": ANYONE,
    "password_change": STAFF,
    "password_change_done": STAFF,
    "jsi18n": STAFF,
    "autocomplete": EVERYONE,
    "view_on_site": STAFF,
    "app_list": STAFF,
    "auth_user_password_change": ADMIN,
    "claims_claim_merge": REVIEWERS,
    "claims_claim_stance": READERS,
    "claims_claim_workflow": {
        "submit": READERS,
        "approve": REVIEWERS,
        "correct": REVIEWERS,
        "reject": REVIEWERS,
        "reopen": REVIEWERS,
        "withdraw": ADMIN | {"adjudicator"},
    },
}
"""Every other page; for the workflow each of its steps, which are posted."""

ACTIONS = {
    "access_apikey": {"revoke": ADMIN},
    "auth_group": {},
    "auth_user": {},
    "claims_claim": {"submit": READERS, "assign": REVIEWERS, "recheck": READERS},
    "claims_clash": {},
    "claims_evidence": {"accept": READERS, "reject": READERS, "withdraw": READERS},
    "claims_figure": {},
    "claims_scope": {},
    "claims_scopeedge": {},
    "claims_scopeterm": {},
    "claims_statuschange": {},
    "claims_subject": {},
    "sources_anchoring": {},
    "sources_document": {"delete_selected": ADMIN},
    "sources_documentcopy": {},
    "sources_origin": {"delete_selected": ADMIN},
    "sources_passage": {"delete_selected": ADMIN},
    "sources_publisher": {"delete_selected": ADMIN},
    "sources_snapshot": {},
    "webhooks_delivery": {"send_again": ADMIN},
    "webhooks_subscription": {"test": ADMIN},
}
"""Which actions each list offers to whom; nothing else is offered to anyone."""

BLIND = {
    "index": READERS,
    "read": READERS,
    "rule": ADMIN | {"adjudicator"},
    "agreement": REVIEWERS,
    "mark": REVIEWERS,
}
"""The pages of blind reading, under /admin/blind/."""

QUEUES = {
    "queue": EVERYONE,
    "next": READERS,
    "take": READERS,
    "release": EVERYONE,
    "assign": REVIEWERS,
    "comment": READERS,
}
"""The pages of the queues, under /admin/queues/, and what is posted to them. What one holds one
can always put down, also after a change of role."""
