"""`loket manage`: Django's own commands."""

from django.core.management import ManagementUtility


def run(argv: list[str]) -> int:
    """Run one of them; a wrong one ends the program with Django's own message."""
    ManagementUtility(["loket manage", *argv]).execute()
    return 0
