"""Tables of what is asserted: one small file a table, the shared parts beside them."""

from .accounts import Account, Membership
from .blind import Adjudication, BlindReading
from .change import Change
from .claim import Claim
from .clash import Clash
from .earlier import EarlierClaim
from .evidence import Evidence
from .figure import Figure
from .listing import FigureCount, FigureEntry, FigureMark
from .merge import Merge
from .scope import Scope, ScopeEdge, ScopeTerm
from .signatory import Signatory
from .status_change import StatusChange
from .subject import Subject, SubjectName
from .verdict import Verdict
from .workflow import Assignment, Comment, Transition

__all__ = [
    "Account",
    "Adjudication",
    "Assignment",
    "BlindReading",
    "Change",
    "Claim",
    "Clash",
    "Comment",
    "EarlierClaim",
    "Evidence",
    "Figure",
    "FigureCount",
    "FigureEntry",
    "FigureMark",
    "Membership",
    "Merge",
    "Scope",
    "ScopeEdge",
    "ScopeTerm",
    "Signatory",
    "StatusChange",
    "Subject",
    "SubjectName",
    "Transition",
    "Verdict",
]
