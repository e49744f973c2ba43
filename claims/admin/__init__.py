"""The admin of the claims app: one small file a subject.

site, overview          the site's name, the figures on its first page
through_verbs           the one way in which a form of this admin writes
accounts                people and their roles, with their history
claim, evidence         the two pages that reviewers live on
vocabulary, scopes      subjects and figures; scope terms, their order, scopes
computed                what recheck writes: clashes and status changes, to read
forms, fields           what people type: wordings and periods in words
filters                 the filters beside the lists
claim_desk, workflow    the claim's page beyond its form: timeline, merging; the steps of review
standing, context       what a claim's page tells; a passage within its text
words, badges           values and states in words; a state as word, shape and colour
"""

from . import accounts, claim, computed, evidence, scopes, site, vocabulary  # noqa: F401
