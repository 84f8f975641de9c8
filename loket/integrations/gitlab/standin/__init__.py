"""A GitLab for tests and the demo: a Community Edition on the loopback, which fails as it is told to."""
