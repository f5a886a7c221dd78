"""P5 – Xem xét, thi hành kỷ luật: the procedures of discipline, by who decides about whom."""
