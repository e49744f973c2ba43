"""What the admin pages of this app share."""

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString

from factcheck.history.admin import HistoryAdmin

CONTEXT_SHOWN = 300

SOURCE_CSS = {"all": ["sources/admin.css"]}

# An address typed without its scheme is taken as https.
HTTPS_ASSUMED = {models.URLField: {"assume_scheme": "https"}}


class ReadOnlyAdmin(HistoryAdmin):
    """For rows that a verb or PostgreSQL makes: they are looked at, not edited."""

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


def in_context(text: str, start: int, end: int) -> SafeString:
    """The span marked in the text around it, escaped, line breaks kept."""
    before, after = text[max(0, start - CONTEXT_SHOWN) : start], text[end : end + CONTEXT_SHOWN]
    return format_html(
        '<blockquote class="in-context">{}{}<mark>{}</mark>{}{}</blockquote>',
        "…" if start > CONTEXT_SHOWN else "",
        before,
        text[start:end],
        after,
        "…" if len(text) > end + CONTEXT_SHOWN else "",
    )
