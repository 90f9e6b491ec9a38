"""What may come next in a draft."""
