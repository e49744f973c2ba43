"""Walk the project's imports, and name every one that points the wrong way."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("factcheck", "sources", "claims")

# Modules that compute and nothing else; a package stands for all that is in it.
PURE = (
    "claims.claim_desk.likeness",
    "claims.claim_desk.timeline",
    "claims.consistency",
    "claims.feeds",
    "claims.formats",
    "claims.ledger.canonical",
    "claims.ledger.columns",
    "claims.ledger.moments",
    "claims.mentions",
    "claims.webhooks.addresses",
    "claims.webhooks.backoff",
    "claims.webhooks.signing",
    "claims.workflow.difference",
    "claims.workflow.rules",
    "sources.anchoring",
    "sources.extract",
    "sources.shingles",
    "factcheck.access.addresses",
    "factcheck.access.quota",
    "factcheck.api.json_body",
    "factcheck.bulk.plan",
    "factcheck.env",
    "factcheck.replicas.positions",
    "factcheck.history.diff",
    "factcheck.history.words",
)
# Frameworks, and the parts of the standard library by which a result depends on more than the
# arguments: files, processes, the network, chance, the clock.
IMPURE = frozenset(
    "django rest_framework psycopg pgtrigger os pathlib shutil tempfile glob subprocess socket "
    "urllib.request http requests random secrets uuid time threading multiprocessing asyncio "
    "sqlite3".split()
)
HARMLESS = frozenset({"pathlib.PurePath", "pathlib.PurePosixPath"})
CLOCK = frozenset({"now", "today", "utcnow"})

# What describes the tables of each application. It may import what lies beneath it, never what is
# built on it.
TABLES = {
    "sources": ("sources.models", "sources.querysets"),
    "claims": ("claims.models", "claims.querysets"),
}

SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")


@dataclass(frozen=True)
class Import:
    """One imported module, where, and whether inside a function."""

    module: str
    line: int
    function: str | None


@dataclass(frozen=True)
class Module:
    """One file of the project: its dotted name, what it imports, where it reads the clock."""

    path: Path
    name: str
    imports: tuple[Import, ...]
    clock_lines: tuple[int, ...]


def wrong_arrows(root: Path) -> list[str]:
    """Every breach of the rules in the project at `root`, as "file:line: what is wrong"."""
    modules = [
        _read(root, path) for package in PACKAGES for path in sorted((root / package).rglob("*.py"))
    ]
    arrows = {module.name: {found.module for found in module.imports} for module in modules}
    return [
        f"{module.path.relative_to(root).as_posix()}:{line}: {complaint}"
        for module in modules
        for line, complaint in _breaches(module, arrows)
    ]


def _read(root: Path, path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    clock_lines = (
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCK
    )
    imports = tuple(_imports(root, tree, path))
    return Module(path, _module_name(root, path), imports, tuple(clock_lines))


def _breaches(module: Module, arrows: dict[str, set[str]]) -> Iterator[tuple[int, str]]:
    for found in module.imports:
        for complaint in _complaints(module.name, found, arrows):
            yield found.line, complaint
    if _within(module.name, PURE):
        for line in module.clock_lines:
            yield line, "a pure module reads the clock"


def _complaints(module: str, found: Import, arrows: dict[str, set[str]]) -> Iterator[str]:
    target = found.module
    ours = _within(target, PACKAGES)
    if _within(module, ["sources"]) and _within(target, ["claims"]):
        yield f"sources imports {target}"
    if (
        _within(module, ["factcheck"])
        and module != "factcheck.urls"
        and _within(target, ["sources", "claims"])
    ):
        yield f"factcheck, on which all is built, imports {target}"
    if _within(module, PURE):
        if ours and not _within(target, PURE):
            yield f"a pure module imports {target}, which is not pure"
        if _within(target, IMPURE) and target not in HARMLESS:
            yield f"a pure module imports {target}"
    tables = TABLES.get(module.partition(".")[0], ())
    if (
        _within(module, tables)
        and not _within(target, tables)
        and any(_within(reached, tables) for reached in _reached(target, arrows))
    ):
        yield f"a model imports {target}, which is built on models"
    if _within(target, SIGNALS) or target.rpartition(".")[2] == "signals":
        yield f"imports signals ({target})"
    if found.function not in (None, "ready") and ours:
        yield f"imports {target} inside {found.function}()"


def _reached(module: str, arrows: dict[str, set[str]]) -> set[str]:
    """All that `module` imports, and what those import, to the end."""
    reached: set[str] = set()
    ahead = [module]
    while ahead:
        for target in arrows.get(ahead.pop(), ()):
            if target not in reached:
                reached.add(target)
                ahead.append(target)
    return reached


def _within(module: str, packages) -> bool:
    """Whether `module` is one of `packages` or lies in one."""
    parts = module.split(".")
    return any(".".join(parts[:end]) in packages for end in range(1, len(parts) + 1))


def _module_name(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(root: Path, tree: ast.Module, path: Path) -> Iterator[Import]:
    """Every import of the file, with relative ones spelled out."""
    package = ".".join(path.relative_to(root).parent.parts)

    def walk(node: ast.AST, function: str | None) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from walk(child, child.name)
            elif isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, function)
            elif isinstance(child, ast.ImportFrom):
                base = _base(child, package)
                for alias in child.names:
                    yield Import(_target(root, base, alias.name), child.lineno, function)
            else:
                yield from walk(child, function)

    yield from walk(tree, None)


def _base(node: ast.ImportFrom, package: str) -> str:
    """The module that `from … import` names, with the dots of a relative one resolved."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    parts = parts[: len(parts) - node.level + 1]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _target(root: Path, base: str, name: str) -> str:
    """`base.name` if the name may be a module (ours, or one that a rule forbids), else `base`."""
    place = root.joinpath(*base.split("."), name)
    full = f"{base}.{name}"
    is_module = place.is_dir() or place.with_suffix(".py").exists()
    return (
        full
        if is_module or full in IMPURE | HARMLESS or full in SIGNALS or name == "signals"
        else base
    )
