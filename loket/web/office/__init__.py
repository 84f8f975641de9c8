"""The office's own pages: accounts, agencies, calendar. They are for admins, and hold nothing of any permintaan."""
