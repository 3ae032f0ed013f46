"""What an audit is made of: rules, settings, what it is given, and its report; `engine` runs it."""
