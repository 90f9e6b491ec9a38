"""The draft being written: one immutable snapshot per version."""
