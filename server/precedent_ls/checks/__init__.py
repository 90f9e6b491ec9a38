"""What is found wrong: every rule is data and one function."""
