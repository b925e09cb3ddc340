"""The slope of z σ(z), which the learner derives."""

from helpers.activations import swish_derivative
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import near_and_far

exercise = Exercise(
    swish_derivative,
    points=2,
    cases=near_and_far,
    atol=1e-12,
    mistakes=(
        Mistake(
            "only the first term of the product rule is there",
            {"a + z * a * (1 - a)": "a"},
            why="z σ(z) is a product: z changes, and σ(z) changes too. That makes two terms.",
        ),
        Mistake(
            "only the second term of the product rule is there",
            {"a + z * a * (1 - a)": "z * a * (1 - a)"},
            why="z σ(z) is a product: σ(z) changes, and z changes too. That makes two terms.",
        ),
        Mistake(
            "the two slopes are multiplied",
            {"a + z * a * (1 - a)": "a * (1 - a)"},
            why="The slope of a product is not the product of the slopes: use the product rule.",
        ),
        Mistake(
            "σ′ is not multiplied by z",
            {"z * a * (1 - a)": "a * (1 - a)"},
            why="In the second term the factor that does not change is z.",
        ),
        Mistake(
            "the first term is 1",
            {"a + z": "1 + z"},
            why="In the first term the factor that does not change is σ(z).",
        ),
        Mistake(
            "the terms are subtracted", {"a + z": "a - z"}, why="The product rule adds: (u v)′ = u′ v + u v′."
        ),
        Mistake(
            "it is swish itself",
            {"a + z * a * (1 - a)": "z * a"},
            why="That is the value, z σ(z); at z = 0 it is 0, and the slope there is not. Look at the brackets, too: "
            "a * (1 - a) is not a * 1 - a.",
        ),
        Mistake(
            "σ′ is 1 − a, without the factor a",
            {"z * a * (1 - a)": "z * (1 - a)"},
            why="σ′ = a (1 − a): two factors.",
        ),
        Mistake(
            "σ′ is the slope of tanh, 1 − a²",
            {"z * a * (1 - a)": "z * (1 - a**2)"},
            why="1 − a² belongs to tanh; for σ it is a (1 − a).",
        ),
        Mistake(
            "1 − z stands in place of 1 − a",
            {"(1 - a)": "(1 - z)"},
            why="σ′ = a (1 − a) is written in a, not in z.",
        ),
        Mistake(
            "the value a σ(z) stands where z σ(z) should",
            {"a + z * a": "a + a * a"},
            why="The factor in front of σ′ is z, not a.",
        ),
    ),
    hints=(
        "Two factors depend on z. Write the product rule down before you write any code.",
        "(u v)′ = u′ v + u v′ with u = z and v = σ(z). You have the slope of σ already.",
        "Two lines: a is the sigmoid of z; return the sum of the two terms, both written in a and z.",
    ),
)
