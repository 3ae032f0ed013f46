"""What is known of one reference: its identifiers, and the design of its study."""
