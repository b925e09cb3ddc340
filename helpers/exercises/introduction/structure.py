"""Telling structured data from unstructured data."""

from helpers.engine.check import Quiz

TABLE = "Every column has a name and a meaning of its own, so it is structured, even if it is long."
RAW = "A single one of its numbers or letters means nothing alone, so it is unstructured."

answers = {
    "house sales: size, rooms, price": "structured",
    "photographs of cats": "unstructured",
    "bank transfers: day, sum, country": "structured",
    "recorded telephone calls": "unstructured",
    "restaurant reviews": "unstructured",
    "web shop log: user, page, second": "structured",
    "X-ray pictures, as numbers from 0 to 255": "unstructured",
    "weather station: hour, temperature, wind": "structured",
}

exercise = Quiz(
    "structure",
    points=2,
    answers=answers,
    reasons={
        "house sales: size, rooms, price": {"unstructured": TABLE},
        "photographs of cats": {"structured": RAW + " Pixel 1,234 is ear in one and wall in another."},
        "bank transfers: day, sum, country": {"unstructured": TABLE + " A country need not be a number."},
        "recorded telephone calls": {"structured": RAW + " It is a series of air pressures."},
        "restaurant reviews": {"structured": RAW + " Grammar is not a table: the third word means anything."},
        "web shop log: user, page, second": {"unstructured": TABLE},
        "X-ray pictures, as numbers from 0 to 255": {
            "structured": "Being numbers does not make it structured. " + RAW
        },
        "weather station: hour, temperature, wind": {
            "unstructured": TABLE + " That it is measured in time does not change that."
        },
    },
    otherwise={
        item: 'Choose "structured" or "unstructured".'
        for item in (
            "house sales: size, rooms, price",
            "photographs of cats",
            "bank transfers: day, sum, country",
            "recorded telephone calls",
            "restaurant reviews",
            "web shop log: user, page, second",
            "X-ray pictures, as numbers from 0 to 255",
            "weather station: hour, temperature, wind",
        )
    },
    hints=(
        "Pick one number out of the data set. Can you say what it means without seeing the others?",
        "A table whose columns have names is structured; pixels, sound samples and letters are not.",
        "Half of the eight are structured.",
    ),
)
