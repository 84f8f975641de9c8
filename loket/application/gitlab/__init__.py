"""The ticket in GitLab: what it should say, how far its making is, and what follows from GitLab's answer."""
