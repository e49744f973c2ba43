"""The evidence rows of a file's claims: find the quote, then add or change through the verbs."""

from __future__ import annotations

from typing import Any

from claims import evidence as verbs
from claims.models import Claim, Evidence, Figure
from claims.models.choices import EvidenceState, Modality, Stance
from claims.rows import period_of
from sources.anchoring import SearchableText
from sources.models import Document, Origin, Passage
from sources.passages import QuoteError, quote_passage

from .row import Row
from .session import CHANGED, NEW, UNCHANGED, Session
from .vocabulary import SCOPE, scope_from

EVIDENCE = {
    "key",
    "document",
    "quote",
    "prefix",
    "suffix",
    "stance",
    "quantity",
    "period",
    "mode",
    "basis",
    "modality",
    "origin",
    "state",
    "corrects",
    "note",
} | SCOPE


class EvidenceLoader:
    """Loads evidence claim by claim; each document's text is made searchable once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._documents: dict[str, tuple[Document, SearchableText] | None] = {}
        self._corrections: list[tuple[Evidence, str, Row]] = []

    def load(self, claim_row: Row, claim: Claim | None, figure: Figure | None) -> None:
        """The evidence of one claim; of a claim that was refused (None) only what can be told."""
        held = list(claim.evidence.select_related("passage__snapshot", "claim")) if claim else []
        lines: dict[int, int] = {}
        for number, node in enumerate(claim_row.rows("evidence"), start=1):
            row = self.session.row(node, f"{claim_row.name}, evidence {number}", EVIDENCE)
            given = self._given(row, figure)
            if claim is None or not row.sound:
                continue
            match = self._match(row, given, held)
            if match is not None and match.pk in lines:
                row.refuse(
                    "quote",
                    f"line {lines[match.pk]} brings the same quote with the same quantity already",
                )
                continue
            with self.session.writing("evidence", row.text("key"), row=row):
                written = self._written(row, given, claim, match)
                lines[written.pk] = row.line
                self.session.evidence.append(written.key)
                if match is None:
                    held.append(written)
                if row.has("corrects"):
                    self._corrections.append((written, row.text("corrects"), row))

    def link_corrections(self) -> None:
        """Let evidence correct other evidence by its key, wherever in the file that stands."""
        for evidence, key, row in self._corrections:
            corrected = Evidence.objects.filter(key=key).first() if key else None
            if key and corrected is None:
                row.refuse("corrects", f"there is no evidence with the key “{key}”")
            elif evidence.corrects_id != (corrected and corrected.pk):
                with self.session.writing("evidence", evidence.key, row=row):
                    verbs.change_evidence(evidence=evidence, corrects=corrected, at=self.session.at)

    def _given(self, row: Row, figure: Figure | None) -> dict[str, Any]:
        """What the row says, by the names of the verb."""
        given: dict[str, Any] = {"stance": row.choice("stance", Stance)}
        published = None
        found = self._document(row)
        if found is not None:
            document, text = found
            published = period_of(document.published, "instant", document.published_basis)
            given["passage"] = self._passage(row, document, text)
        if row.has("quantity"):
            given["wording"] = row.wording("quantity")
        if row.has("period", "mode", "basis"):
            given["period"] = row.reported_period(published)
        if row.has("modality"):
            given["modality"] = row.choice("modality", Modality, Modality.OBSERVATION)
        if row.has(*SCOPE):
            given["scope"] = scope_from(row, self.session, figure and figure.scope)
        if row.has("origin"):
            given["origin"] = self._origin(row)
        if row.has("state"):
            given["state"] = row.choice("state", EvidenceState, EvidenceState.ACCEPTED)
        if row.has("note"):
            given["note"] = row.text("note")
        return given

    def _document(self, row: Row) -> tuple[Document, SearchableText] | None:
        key = row.text("document", required=True)
        if key and key not in self._documents:
            document = Document.objects.select_related("latest").filter(key=key).first()
            readable = document is not None and document.latest is not None
            self._documents[key] = (
                (document, SearchableText(document.latest.text)) if readable else None
            )
        found = self._documents.get(key)
        if key and found is None:
            row.refuse("document", f"there is no document “{key}”; bring it in with ingest first")
        return found

    def _passage(self, row: Row, document: Document, text: SearchableText) -> Passage | None:
        quote = row.text("quote", required=True)
        if not quote:
            return None
        try:
            return quote_passage(
                snapshot=document.latest,
                exact=quote,
                prefix=row.text("prefix"),
                suffix=row.text("suffix"),
                text=text,
            )
        except QuoteError as error:
            row.refuse("quote", str(error))
            return None

    def _origin(self, row: Row) -> Origin | None:
        name = row.text("origin")
        origin = Origin.objects.filter(name=name).first() if name else None
        if name and origin is None:
            row.sound = False
            if ("origin", name) not in self.session.failed:
                row.refuse("origin", f"there is no origin “{name}”; add it under origins")
        return origin

    def _match(self, row: Row, given: dict[str, Any], held: list[Evidence]) -> Evidence | None:
        """The evidence that the claim has already: of this key, or of this quote and quantity.

        A quote is the same when it is the same passage, or the same words in another version of
        the document.
        """
        key = row.text("key")
        passage, wording = given["passage"], " ".join(given.get("wording", "").split())
        same = [e for e in held if key and e.key == key]
        same += [e for e in held if e.passage_id == passage.pk and e.wording == wording]
        same += [
            e
            for e in held
            if e.passage.exact == passage.exact
            and e.passage.snapshot.document_id == passage.snapshot.document_id
            and e.wording == wording
        ]
        if not same or not key or same[0].key == key:
            return same[0] if same else None
        row.refuse("key", f"the same quote and quantity is there under the key “{same[0].key}”")
        return same[0]

    def _written(
        self, row: Row, given: dict[str, Any], claim: Claim, held: Evidence | None
    ) -> Evidence:
        if held is None:
            given.setdefault("state", self.session.state)
            written = verbs.add_evidence(
                claim=claim,
                key=row.text("key"),
                at=self.session.at,
                by=self.session.by,
                **given,
            )
            self.session.count("evidence", NEW)
            return written
        changes = {name: value for name, value in given.items() if _differs(held, name, value)}
        if not changes:
            self.session.count("evidence", UNCHANGED)
            return held
        self.session.count("evidence", CHANGED)
        return verbs.change_evidence(evidence=held, at=self.session.at, **changes)


def _differs(evidence: Evidence, name: str, value: Any) -> bool:
    if name == "wording":
        return evidence.wording != " ".join(value.split())
    if name == "period":
        return evidence.reported_period != value
    if name == "passage":  # the same words in another version of the document are no change
        return evidence.passage.exact != value.exact
    return getattr(evidence, name) != value
