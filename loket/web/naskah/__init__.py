"""Naskah dinas on the screen: written, previewed, issued, signed."""
