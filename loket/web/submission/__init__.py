"""A new request while it is written: pages of questions, the answers so far, and the receipt."""
