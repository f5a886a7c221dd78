"""Guiding documents, the yearly programme and members' commitments: who reads them, and the deeds that write them."""
