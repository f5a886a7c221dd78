"""The content security policy at work: what the browser stopped, and what may stand in a frame."""

import logging

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

log = logging.getLogger(__name__)

#: A report longer than this many bytes is cut: nobody fills the log through this door.
LONGEST_REPORT = 4096
#: Reports written down in one minute, in each process of the site; more are let go.
REPORTS_A_MINUTE = 30

_COUNTER = "csp-reports"


def shown_in_our_frame(view):
    """Let our own pages, and no others, show what `view` answers in a frame: the exact PDF."""
    return xframe_options_sameorigin(csp_replace({"frame-ancestors": [SELF]})(view))


@login_not_required
@csrf_exempt
@require_POST
def report(request):
    """Write one report to the log; control characters are escaped, and what comes too often is let go."""
    cache.add(_COUNTER, 0, timeout=60)
    if cache.incr(_COUNTER) <= REPORTS_A_MINUTE:
        log.warning("Content security policy: %r", request.read(LONGEST_REPORT))
    return HttpResponse(status=204)
