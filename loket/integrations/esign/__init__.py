"""Signatures on letters: by the office's own certificates, or by the eSign client service of BSrE."""
