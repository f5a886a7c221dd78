"""P6 – Giải quyết tố cáo: one module a procedure, the deeds beside its path in one for all."""
