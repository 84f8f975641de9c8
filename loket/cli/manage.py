"""`loket manage`: Django's own commands, and the one that makes the first admin."""

import os
from importlib import import_module

import django
from django.core.management import ManagementUtility

OWN = "createadmin"


def run(argv: list[str]) -> int:
    """Run one of them; a wrong one ends the program with Django's own message."""
    if argv[:1] == [OWN]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
        django.setup()
        status: int = import_module(f"loket.cli.{OWN}").run(argv[1:])
        return status
    ManagementUtility(["loket manage", *argv]).execute()
    return 0
