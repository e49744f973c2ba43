"""WSGI entry point."""

import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from factcheck.failures import plain_reason
from factcheck.serving import refuse_unless_servable

# gunicorn starts a worker again for ever unless it ends with the code for "the application does
# not load"; a setting that stops the start must stop it once.
APPLICATION_DOES_NOT_LOAD = 4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
try:
    refuse_unless_servable(settings)
    application = get_wsgi_application()
except Exception as error:
    reason = plain_reason(error)
    if reason is None:
        raise
    print(reason, file=sys.stderr, flush=True)
    sys.exit(APPLICATION_DOES_NOT_LOAD)
