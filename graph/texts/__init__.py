"""Text that is compared: the forms of words, and quotes looked up in an article."""
