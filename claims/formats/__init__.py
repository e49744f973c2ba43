"""The record in the forms of others: pure mappings from what a verdict froze (docs/formats.md).

site          who publishes, and the addresses of what is published
claim_review  schema.org's ClaimReview
annotation    W3C Web Annotations of the quotes
cells         text in the cells of a spreadsheet, where none may start a formula
"""
