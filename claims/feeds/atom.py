"""A feed as Atom 1.0 (RFC 4287), its pages linked as in RFC 5005. Pure."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from .feed import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NEVER = "1970-01-01T00:00:00Z"
"""When an empty feed was last changed: the format wants a time."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed) -> bytes:
    """The page as XML in UTF-8. What XML cannot hold becomes U+FFFD."""
    root = ET.Element("feed", xmlns=ATOM)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.at or NEVER)
    author = ET.SubElement(root, "author")
    _add(author, "name", feed.site.name)
    _add(author, "uri", feed.site.root)
    _link(root, "self", feed.url)
    _link(root, "first", feed.id)
    if feed.older is not None:
        _link(root, "next", feed.older)
    for entry in feed.entries:
        root.append(_entry(entry))
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(entry: Entry) -> ET.Element:
    node = ET.Element("entry")
    _add(node, "id", entry.url)
    _add(node, "title", entry.title)
    _add(node, "published", entry.at)
    _add(node, "updated", entry.at)
    _link(node, "alternate", entry.url)
    _add(node, "content", entry.text, type="text")
    return node


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = _NOT_IN_XML.sub("\ufffd", text)


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href})
