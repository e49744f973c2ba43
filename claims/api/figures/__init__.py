"""Figures as the API shows them: the list, and one with its series.

parameters  what may be asked
views       figures/ and figures/{name}/
shapes      the answers, for the schema; PostgreSQL builds them (claims.listing)
"""
