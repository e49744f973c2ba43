"""Settings of the fact-check database: one file, read from the environment.

With nothing set this is a development checkout: DEBUG is on, a key is made for it, and the
embedded PostgreSQL serves. A deployment sets DATABASE_URL, SECRET_KEY and ALLOWED_HOSTS.
A setting that is missing or malformed raises `factcheck.env.SettingError`, one line of text.
"""

import os
from pathlib import Path

import dj_database_url
import pghistory

from factcheck.api.description import API_DESCRIPTION
from factcheck.development_key import development_key
from factcheck.env import Env, SettingError
from factcheck.replicas.databases import replica_databases

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env(os.environ)

# --- What kind of place this is ---------------------------------------------------------------

DATABASE_URL = env.postgres_url("DATABASE_URL")
# Who names a database server is deploying, unless they say otherwise.
DEBUG = env.flag("DEBUG", default=DATABASE_URL is None)
# Migrations, imports and the engine's commands need neither key nor hosts: those are asked for
# where the site is served (factcheck/serving.py).
if DEBUG and not env.has("SECRET_KEY"):
    SECRET_KEY = development_key(BASE_DIR / ".secret-key")
else:
    SECRET_KEY = env.text("SECRET_KEY", default="")
    if SECRET_KEY and not DEBUG and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5):
        raise SettingError("SECRET_KEY is too weak: set it to 50 or more random characters.")
# With DEBUG on, Django adds localhost to an empty list.
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")

# --- Database ---------------------------------------------------------------------------------

EMBEDDED_POSTGRES_FOLDER = Path(
    env.text("EMBEDDED_POSTGRES_FOLDER", default=str(BASE_DIR / ".postgres"))
)
# Connections persist between requests and are tested before they are used again; there is no
# pool, which would hand out dead connections after a crash. `runserver` closes one with each
# request's thread, whatever this says.
PERSISTENCE = {
    "CONN_MAX_AGE": env.integer("DATABASE_CONN_MAX_AGE", default=60, low=0, high=86_400),
    "CONN_HEALTH_CHECKS": True,
}
if DATABASE_URL:
    DATABASES = {
        "default": dj_database_url.parse(DATABASE_URL, engine="factcheck.postgresql") | PERSISTENCE
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "factcheck.embedded.backend",
            "NAME": "factcheck",
            "OPTIONS": {"folder": str(EMBEDDED_POSTGRES_FOLDER)},
        }
        | PERSISTENCE
    }
# Reads of what is published may go to these. They hold copies of what DATABASE_URL serves.
REPLICA_URLS = env.postgres_urls("REPLICA_URLS")
if REPLICA_URLS and not DATABASE_URL:
    raise SettingError("REPLICA_URLS is set and DATABASE_URL is not: name the primary as well.")
REPLICAS = replica_databases(REPLICA_URLS, max_age=PERSISTENCE["CONN_MAX_AGE"])
DATABASES |= REPLICAS
# Seconds that what they show may be old.
REPLICA_MAX_LAG = env.integer("REPLICA_MAX_LAG", default=5, low=1, high=3_600)
REPLICA_APPS = ["claims", "sources"]
DATABASE_ROUTERS = ["factcheck.replicas.router.ReplicaRouter"] if REPLICAS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Applications -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "claims",  # before the admin, whose base template it adds to
    "claims.webhooks",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "procrastinate.contrib.django",
    "pghistory",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "factcheck.access",
    "factcheck.api",
    "factcheck.bulk",
    "factcheck.embedded",
    "factcheck.freshness",
    "factcheck.replicas",
    "factcheck.history",
    "sources",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "factcheck.csp.ContentSecurityPolicy",
    "factcheck.api.conditional.Caching",
    "factcheck.api.cors.PublicReads",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Sets request.user for a key: what records the user comes after it.
    "factcheck.access.gate.Gate",
    "factcheck.replicas.choosing.ChooseDatabase",
    "factcheck.history.middleware.WhoActs",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# A history is read by its row; what its rows pointed at is not looked up from there.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

# What follows from a change of the sources, in the same transaction (sources/changes.py).
SOURCES_CHANGE_HANDLERS = ["claims.recheck.after_source_change"]
# The page on which a document is read and quoted: the name of its address, which takes its key.
SOURCES_READ_AT = "desk:desk"

# --- Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

# --- Static files -----------------------------------------------------------------------------

STATIC_URL = "static/"
# A deployment runs collectstatic; with DEBUG on, files are served from where they lie.
STATIC_ROOT = None if DEBUG else BASE_DIR / "staticfiles"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Transport and browser security -----------------------------------------------------------

# Whether people reach the site by https. A proxy that redirects by itself wants
# SECURE_SSL_REDIRECT=0; one that only forwards wants TRUST_X_FORWARDED_PROTO=1 (below).
HTTPS = env.flag("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=HTTPS)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.integer(
    "SECURE_HSTS_SECONDS", default=31_536_000 if HTTPS else 0, low=0, high=63_072_000
)
# Other sites under the same domain are not ours to speak for.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Only behind a proxy that sets this header itself: a client could forge it.
if env.flag("TRUST_X_FORWARDED_PROTO", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"

# --- API --------------------------------------------------------------------------------------

# Requests a minute, for each address and for each key that has no rate of its own; 0 is no limit.
API_ANONYMOUS_RATE = env.integer("API_ANONYMOUS_RATE", default=600, low=0, high=1_000_000)
API_KEY_RATE = env.integer("API_KEY_RATE", default=6_000, low=0, high=1_000_000)
# How many proxies of ours a request passes, each of which adds to X-Forwarded-For.
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", default=0, low=0, high=10)
# Who publishes, as feeds, ClaimReview and releases tell it.
PUBLISHER_NAME = env.text("PUBLISHER_NAME", default="Fact-check database")
# What permalinks begin with, where no request tells: in releases.
PUBLISHER_URL = env.origin("PUBLISHER_URL", default="http://localhost:8000")
# Seconds for which anyone may keep a public answer without asking again.
API_MAX_AGE = env.integer("API_MAX_AGE", default=60, low=0, high=86_400)
# Bytes that may be sent at once; a file of 20 MiB fits, in base64.
API_MAX_BODY = env.integer("API_MAX_BODY", default=32 * 2**20, low=2**10, high=2**30)
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["factcheck.access.permissions.ByGate"],
    "DEFAULT_PERMISSION_CLASSES": ["factcheck.access.permissions.HasScope"],
    "DEFAULT_SCHEMA_CLASS": "factcheck.api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "factcheck.api.errors.ApiExceptionHandler",
    # The developer finds the traceback in the log; the client gets JSON here too.
    "ENABLE_IN_DEBUG_FOR_UNHANDLED_EXCEPTIONS": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Fact-check database",
    "DESCRIPTION": API_DESCRIPTION,
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "Basis": "claims.models.choices.Basis",
        "ChangeKind": "claims.models.choices.ChangeKind",
        "Currency": "claims.models.choices.Currency",
        "EvidenceState": "claims.models.choices.EvidenceState",
        "Hedge": "claims.models.choices.Hedge",
        "Modality": "claims.models.choices.Modality",
        "Nature": "claims.models.choices.Nature",
        "PeriodMode": "claims.models.choices.PeriodMode",
        "Stage": "claims.models.choices.Stage",
        "Stance": "claims.models.choices.Stance",
        "Status": "claims.models.choices.Status",
        "VerdictKind": "claims.models.choices.VerdictKind",
        "SubjectKind": "claims.models.choices.SubjectKind",
        "ErrorType": "factcheck.api.schema.ERROR_TYPES",
        "OriginKind": "sources.models.publisher.OriginKind",
        "PublishedBasis": "sources.models.document.PublishedBasis",
        "Reliability": "sources.models.publisher.Reliability",
        "TextBasis": "sources.models.document.TextBasis",
        "TakenOutcome": "factcheck.api.schema.OUTCOMES",
        "Outcome": "sources.models.passage.Anchoring.Outcome",
    },
}

# --- Webhooks ---------------------------------------------------------------------------------

# Where messages may go beside https on the internet; both are for a developer's machine.
WEBHOOKS_ALLOW_HTTP = env.flag("WEBHOOKS_ALLOW_HTTP", default=False)
WEBHOOKS_ALLOW_PRIVATE = env.flag("WEBHOOKS_ALLOW_PRIVATE", default=False)
# What an earlier SECRET_KEY signed is still good: sessions, links, and the secrets of webhooks.
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS", default=[])

# --- Logging ----------------------------------------------------------------------------------

LOG_LEVEL = env.choice(
    "LOG_LEVEL", default="INFO", options=["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {
            # Django's own handler prints only with DEBUG on.
            "handlers": ["console"],
            "level": LOG_LEVEL if not DEBUG else "WARNING",
            "propagate": False,
        },
        "django.server": {"level": LOG_LEVEL},
        "factcheck": {"level": LOG_LEVEL},
        "sources": {"level": LOG_LEVEL},
        "claims": {"level": LOG_LEVEL},
    },
}
