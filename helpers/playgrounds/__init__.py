"""Playgrounds: the course's figures with controls, one module a subject; each draws with the functions it is given."""
