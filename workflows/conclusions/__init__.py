"""P4 – Kết luận: the machines over one finding, by the kind of file the finding lies in."""
