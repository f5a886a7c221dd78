"""The ledger: an invented province whose case records give every figure that was once published, each with its list."""
