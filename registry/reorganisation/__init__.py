"""Reorganisation: what a decision does to many units at once, written into the register and told in its chains."""
