"""A draft: the claims table and bibliography that an article gives to work on, and again after it has changed."""
