"""Actions on many rows at once, with a preview of what they would do.

plan    what an action would do, row by row, as a value that can be compared (pure)
doing   do it and undo it (a preview), or do it if it is still what was previewed
admin   `BulkAdmin`: the pages of preview and refusal
"""
