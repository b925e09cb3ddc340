"""Triangles, given by the lengths of their sides."""

import math


def perimeter(a, b, c):
    """Return the perimeter of a triangle with sides a, b and c."""
    return a + b + c


def area(a, b, c):
    """Area of a triangle with sides a, b and c, by Heron's formula.

    √(s (s − a) (s − b) (s − c)), where s is half the perimeter.
    """
    s = perimeter(a, b, c) / 2
    return math.sqrt(s * (s - a) * (s - b) * (s - c))
