"""The protocol: the only place that knows pygls and lsprotocol."""
