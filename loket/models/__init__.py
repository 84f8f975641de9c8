"""Rows, constraints, indexes and querysets; one aggregate a file. No verbs live here."""
