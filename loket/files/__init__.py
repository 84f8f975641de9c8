"""Stored files: kept by hash, recognised by content, read as pictures of their pages."""
