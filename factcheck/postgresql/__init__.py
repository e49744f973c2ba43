"""Django's PostgreSQL backend with our floor for the server's version and plain-spoken failures."""
