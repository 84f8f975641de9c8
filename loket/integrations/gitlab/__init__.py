"""GitLab as the e-ticketing of SOP rows 4 and 11: a client that doubts every answer, and a stand-in of the server."""
