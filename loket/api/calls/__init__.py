"""The calls, one subject a module."""
