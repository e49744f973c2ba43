"""The way of a claim from draft to published verdict, with four eyes.

rules       the table: which step leads from where to where, and who may take it (pure)
difference  what is different between two explanations (pure)
seen        what someone saw, against what there is now
steps       the verbs: submit, approve, correct, reject, reopen, withdraw_verdict
stages      the switch that the database asks for before a claim's stage moves
page, admin the same for the claim's admin page
"""
