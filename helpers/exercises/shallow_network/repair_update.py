"""Bug clinic: an update that spoils the caller's arrays."""

from helpers.engine.check import Exercise
from helpers.exercises.shallow_network.update import cases
from helpers.exercises.shallow_network.update import exercise as whole
from helpers.gradient_descent import update

APPEND = "        new.append((W - learning_rate * dW, b - learning_rate * db))\n"

exercise = Exercise(
    update,
    name="repair_update",
    points=1,
    cases=cases,
    returns=whole.returns,
    mistakes=whole.mistakes,
    repair={
        "    for (W, b)": "    new = []\n    for (W, b)",
        "        W -= learning_rate * dW\n        b -= learning_rate * db\n": APPEND,
        "return parameters": "return new",
    },
    broken=("the caller's parameters are changed in place",),
    hints=(
        "Print the parameters you hand in before and after the call.",
        "W -= ... writes into the array that the caller still holds.",
        "Collect new pairs (W − α dW, b − α db) in a new list.",
    ),
)
