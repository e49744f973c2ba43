"""Reads from streaming replicas: chosen for a request, checked, and left for the primary.

databases   the settings of their connections
positions   how old the state is that a replica shows; pure
route       which database the request at hand reads from
router      the same, as Django asks for it
replica     one replica: whether it will do for a request, and until when it is left out
marks       how far a replica must be for a person to find what they wrote
choosing    the middleware that decides for each request
backend     connections to a replica, which go on with the primary when it fails
"""
