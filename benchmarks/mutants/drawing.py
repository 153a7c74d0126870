"""Mutants: the source text with one node of its syntax tree changed.

What only a type checker or a reader sees is left alone: annotations, docstrings, decorators,
messages' names, what an assertion says, `strict=True` of a zip, a TypeVar. So is an f-string, whose
parts have no place of their own before Python 3.12.
"""

import ast
import copy
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutants import SOURCE

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_REPLACED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceiling"}
_COMMA = re.compile(rb"\s*,")
_ALIAS = re.compile(r"_?[A-Z]\w*[a-z]\w*")


class Mutant(NamedTuple):
    """A change of one piece of a file.

    Attributes:
        file: its path in the tree.
        line: where the piece begins, from 1.
        span: the first and the last line of the statement, for what runs it.
        start: bytes before the piece.
        before: the piece.
        after: what stands there instead.
    """

    file: str
    line: int
    span: tuple[int, int]
    start: int
    before: str
    after: str

    def __str__(self) -> str:
        before, after = (" ".join(each.split()) for each in (self.before, self.after))
        return f"{self.file}:{self.line}  {before} -> {after or 'nothing'}"

    def applied(self, text: bytes) -> bytes:
        """Change the file's text."""
        end = self.start + len(self.before.encode())
        return text[: self.start] + self.after.encode() + text[end:]


def draw(root: Path, rooms: Sequence[str], sample: int, seed: int) -> list[Mutant]:
    """Draw mutants, as many from each room, or all that it has."""
    drawn = []
    for place, room in enumerate(rooms):
        every = list(mutants_of(root, room))
        share = sample // len(rooms) + (place < sample % len(rooms))
        drawn += random.Random(f"{room} {seed}").sample(every, min(share, len(every)))
    return drawn


def mutants_of(root: Path, room: str) -> Iterator[Mutant]:
    """Make every mutant of a room."""
    for path in sorted((root / SOURCE / room).rglob("*.py")):
        if path.name != "messages.py":
            yield from mutants_in(str(path.relative_to(root)), path.read_bytes())


def mutants_in(file: str, text: bytes) -> Iterator[Mutant]:
    """Make every mutant of a file."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, after, span in _Changes().of(ast.parse(text)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        if isinstance(node, ast.keyword) and (comma := _COMMA.match(text, end)):
            end = comma.end()
        yield Mutant(file, node.lineno, span, start, text[start:end].decode(), after)


_Place = ast.expr | ast.stmt | ast.keyword
_Change = tuple[_Place, str, tuple[int, int]]


class _Changes(ast.NodeVisitor):
    """Collects what may stand in place of each node."""

    def __init__(self) -> None:
        self._found: list[_Change] = []
        self._span = (0, 0)

    def of(self, tree: ast.Module) -> list[_Change]:
        self.visit(tree)
        return self._found

    def _add(self, node: _Place, after: ast.AST | str) -> None:
        text = after if isinstance(after, str) else ast.unparse(after)
        simple = isinstance(after, str | ast.Constant | ast.Name | ast.stmt)
        self._found.append((node, text if simple else f"({text})", self._span))

    def _visit_all(self, nodes: Sequence[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            outside, self._span = self._span, _lines(node)
            super().visit(node)
            self._span = outside
        else:
            super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit_all([*node.args.defaults, *node.args.kw_defaults, *node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_all(node.body)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.body)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [each.id for each in node.targets if isinstance(each, ast.Name)]
        is_alias = node.col_offset == 0 and any(map(_ALIAS.fullmatch, names))
        is_alias &= not isinstance(node.value, ast.Call) or _is_type(node.value)
        if "__all__" not in names and not is_alias:
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._visit_all([node.value])

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if type(node.op) in _REPLACED:
            changed = copy.deepcopy(node)
            changed.op = _REPLACED[type(node.op)]()
            self._add(node, changed)
        self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        self.visit(node.test)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave it alone."""

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self._negate(node.test)
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._negate(test)
        self.generic_visit(node)

    def _negate(self, test: ast.expr) -> None:
        is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        if not is_not and not isinstance(test, ast.Compare):
            self._add(test, ast.UnaryOp(ast.Not(), test))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._add(node, node.operand)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self._add(node, ast.BoolOp(other, node.values))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for place, operator in enumerate(node.ops):
            for other in _COMPARED[type(operator)]:
                ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                self._add(node, ast.Compare(node.left, ops, node.comparators))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in _REPLACED:
            self._add(node, ast.BinOp(node.left, _REPLACED[type(node.op)](), node.right))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value))
        elif isinstance(node.value, int):
            self._add(node, str(node.value + 1))
            self._add(node, f"({node.value - 1})")
        elif isinstance(node.value, str):
            self._add(node, repr(f"{node.value}x"))

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _SWAPPED:
            self._add(node.func, _SWAPPED[name])
        keywords = [] if name == "zip" else node.keywords
        for keyword in keywords:
            self._add(keyword, "")
        self.visit(node.func)
        arguments = node.args[:1] if name == "isinstance" else node.args
        arguments = node.args[1:] if name == "cast" else arguments
        self._visit_all([*arguments, *(keyword.value for keyword in keywords)])

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None:
            if not (isinstance(node.value, ast.Constant) and node.value.value is None):
                self._add(node.value, "None")
            self.visit(node.value)

    def visit_Break(self, node: ast.Break) -> None:
        self._add(node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(node, "break")


def _is_type(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "TypeVar"


def _lines(node: ast.stmt) -> tuple[int, int]:
    """The lines of a statement without its block."""
    body = getattr(node, "body", None)
    if isinstance(body, list):
        return node.lineno, max(node.lineno, body[0].lineno - 1)
    return node.lineno, node.end_lineno or node.lineno
