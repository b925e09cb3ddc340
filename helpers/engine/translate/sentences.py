"""The sentences in Python files: strings with words in them, f-strings as templates with names for what varies."""

import ast
import re

# What is shown where one word is enough: labels of axes and controls.
LABELS = {"xlabel", "ylabel", "zlabel", "title", "label", "labels", "description", "tooltip", "placeholder"}
SHOWN_BY = {
    *(
        "set_title",
        "set_xlabel",
        "set_ylabel",
        "suptitle",
        "text",
        "annotate",
        "label_ends",
        "HTML",
        "Button",
    ),
    *("number", "whole", "choice", "magnitude", "one_of"),
    *("translated", "spoken", "show_next_action"),
}
# Calls whose strings are names and patterns.
NOT_SHOWN = {
    "compile",
    "startswith",
    "endswith",
    "fact",
    "told",
    "pair_in_words",
    "Change",
    "change",
    "pair",
    "parsed",
    "partition",
}
FOR_LEARNERS = {"GradingError", "UnreadableError"}  # what is wrong with a notebook that was handed in
FIELD = re.compile(r"\{([^{}:!]*)(?:![a-z])?(?::[^{}]*)?\}")
PROSE = re.compile(r"[A-Za-z]{2,}[,:;.?!)`]* +[(`]*[\w{]|[\w}`][,:;]* +[A-Za-z]{3,}|[A-Za-z]{3,}[.:]$")
CODE = re.compile(
    r"^[\w.]+\(.*\)$|^#|<\w+[ >]|^\s*(raise|def|import|from|return|if|for) .*|\\[bwds]|\(\?|^--?\w"
    r"|^\s*(select .* from|insert or|create table|with \w+ as \() ?",
    re.S,
)


def sentences_in(path, only=()):
    """Return the sentences of a file in order; `only` limits them to functions with one of these in their names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tops = tree.body
    if only:
        tops = [n for n in tops if isinstance(n, ast.FunctionDef) and any(part in n.name for part in only)]
    collector = Collector()
    for node in tops:
        collector.visit(node)
    return list(dict.fromkeys(collector.found))


class Collector(ast.NodeVisitor):
    """Collects the sentences of a syntax tree, without docstrings and what is raised for authors."""

    def __init__(self):
        self.found, self.labels = [], False

    def visit_Raise(self, node):  # noqa: N802
        """Skip what only an author reads; why a file cannot be graded, others read, too."""
        if isinstance(node.exc, ast.Call) and getattr(node.exc.func, "id", "") in FOR_LEARNERS:
            self.generic_visit(node)

    def visit_Expr(self, node):  # noqa: N802
        """Skip docstrings."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Dict(self, node):  # noqa: N802
        """Skip the keys, which are names."""
        for value in node.values:
            self.visit(value)

    def visit_Subscript(self, node):  # noqa: N802
        """Skip the key of an item."""
        self.visit(node.value)

    def visit_Compare(self, node):  # noqa: N802
        """Skip texts that others are compared with."""

    def visit_Call(self, node):  # noqa: N802
        """Take single words, too, where a call shows them."""
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in NOT_SHOWN:
            return
        self.visit(node.func)
        for argument in node.args:
            self.visit_as_label(argument, name in SHOWN_BY)
        for keyword in node.keywords:
            self.visit_as_label(keyword.value, keyword.arg in LABELS)

    def visit_as_label(self, node, label):
        """Visit a node, taking single words if it is a label."""
        before, self.labels = self.labels, label
        self.visit(node)
        self.labels = before

    def visit_Constant(self, node):  # noqa: N802
        """Take a string that says something."""
        if isinstance(node.value, str):
            self.take(node.value)

    def visit_JoinedStr(self, node):  # noqa: N802
        """Take an f-string as a template, and the strings in its fields."""
        self.take(template_of(node))
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit_as_label(value.value, False)

    def take(self, text):
        """Take a text if it is for people."""
        text = normal(text)
        said = FIELD.sub("{x}", text)
        if CODE.search(said) or not re.search(r"[A-Za-z]{2,}", FIELD.sub("", text)):
            return
        if PROSE.search(said) or (self.labels and re.search(r"[a-z]{3,}", FIELD.sub("", text))):
            self.found.append(text)


def template_of(node):
    """Return an f-string as a template: fields are named after their variables, else numbered."""
    parts, used = [], {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(value.value.replace("{", "{{").replace("}", "}}"))
        else:
            source = ast.unparse(value.value)
            name = source if source.isidentifier() else f"x{len(set(used.values())) + 1}"
            parts.append(f"{{{used.setdefault(source, name)}}}")
    return "".join(parts)


def normal(template):
    """Return a template without the formats of its fields."""
    return FIELD.sub(lambda found: f"{{{found.group(1)}}}", template)
