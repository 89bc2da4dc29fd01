"""The admin's name, and what ``prepare`` tells on the last line of its output."""

ADMIN = "admin"
TAKEN = "password taken"
KEPT = "password kept"
