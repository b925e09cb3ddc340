"""Figures of the course: plain functions from data to Matplotlib axes, one module a topic."""
