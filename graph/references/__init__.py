"""What is known of one reference: the facts it states, its identifiers, the design of its study."""
