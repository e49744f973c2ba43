"""The reading desk: one page on which a source is read, quoted and brought to claims.

paragraphs     a text cut for reading; joined again it is the text, letter for letter
quantities     what the reader of quantities finds in a text, in plain words
passages       the passages of a text with the claims that they bear on
reading        what a stretch of text reports: number, time, place, modality, as the engine reads it
likeliest      which claims it may bear on, the likeliest first
proposals      all that the panel shows: the reading, and claims with a stance and its reason
filing         the writes: a quote becomes evidence (on a new claim too), and is taken back
versions       what became of passages in a newer version of the text
forms          what the page may send; answers: how it is answered
views, urls    the pages and their endpoints
"""
