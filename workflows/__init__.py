"""The procedures, one file each, that read like the regulation; plain values in, reasons out."""
