"""The claim desk: what a claim's admin page shows, and what is done from there.

timeline  the drawing of what each source reports over time (pure)
reports   from rows to what the timeline draws
stance    where a reviewer's stance is not what the comparison finds, and why they know better
likeness  how like two claims are, in parts (pure)
similar   the claims that a claim may repeat
merge     the verb that merges a claim into the one that it repeats
admin     the pages: merging with a preview, giving the reason, the comparison of a stale edit
"""
