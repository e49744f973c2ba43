"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure."""

from __future__ import annotations

import json

from .feed import Feed

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"


def json_feed(feed: Feed) -> bytes:
    """The page as JSON in UTF-8."""
    told = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.site.root,
        "feed_url": feed.url,
        **({"next_url": feed.older} if feed.older is not None else {}),
        "authors": [{"name": feed.site.name, "url": feed.site.root}],
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": entry.at,
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(told, ensure_ascii=False).encode()
