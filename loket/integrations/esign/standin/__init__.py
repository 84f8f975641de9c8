"""An eSign client service of our own, on this machine: what BSrE documents, and every way it can fail."""
