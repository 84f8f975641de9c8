"""The office's own acts: accounts, positions, agencies, calendar. Each leaves an entry in the chain "kantor"."""
