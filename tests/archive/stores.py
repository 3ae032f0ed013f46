"""A store of an archive, made without the command."""
