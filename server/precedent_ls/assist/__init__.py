"""What a person asks for: pure functions from a snapshot and the phrasebank to plain values."""
