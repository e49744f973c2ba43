"""The project's settings, the same for every test run whatever the shell has set.

Only where the database is comes from outside: DATABASE_URL, or the embedded PostgreSQL.
"""

import os

for name in (
    "ALLOWED_HOSTS",
    "API_ANONYMOUS_RATE",
    "API_KEY_RATE",
    "API_MAX_AGE",
    "API_MAX_BODY",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_CONN_MAX_AGE",
    "HTTPS",
    "LOG_LEVEL",
    "PUBLISHER_NAME",
    "PUBLISHER_URL",
    "REPLICA_MAX_LAG",
    "REPLICA_URLS",
    "SECRET_KEY_FALLBACKS",
    "SECURE_HSTS_SECONDS",
    "SECURE_SSL_REDIRECT",
    "TRUSTED_PROXIES",
    "TRUST_X_FORWARDED_PROTO",
    "WEBHOOKS_ALLOW_HTTP",
    "WEBHOOKS_ALLOW_PRIVATE",
):
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"
os.environ["SECRET_KEY"] = "the key of the tests, which guard nothing that is secret"

from factcheck.settings import *  # noqa: E402, F403

# Accounts are made by the hundred in tests, and their passwords need no protection.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
