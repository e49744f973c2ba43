"""Tables of what is asserted: one small file a table, the shared parts beside them."""

from .claim import Claim
from .clash import Clash
from .evidence import Evidence
from .figure import Figure
from .scope import Scope, ScopeEdge, ScopeTerm
from .status_change import StatusChange
from .subject import Subject, SubjectName

__all__ = [
    "Claim",
    "Clash",
    "Evidence",
    "Figure",
    "Scope",
    "ScopeEdge",
    "ScopeTerm",
    "StatusChange",
    "Subject",
    "SubjectName",
]
