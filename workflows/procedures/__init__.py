"""The procedures, one file each by what they do; a file put here is a procedure of the product."""
