"""Who may see the pages of the office: whoever holds one of the roles. For everybody else they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from loket.core.role import Role
from loket.web.request import Request

View = Callable[..., HttpResponse]


def only(*roles: Role) -> Callable[[View], View]:
    def restrict(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(request.actor.has(role) for role in roles):
                raise Http404
            return view(request, *args, **kwargs)

        return login_required(never_cache(guarded))

    return restrict


admin_only = only(Role.ADMIN)
