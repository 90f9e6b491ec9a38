"""What may import what. The arrows of ARCHITECTURE.md, held by reading the code's own imports."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = {"phrasebank": ROOT, "precedent_ls": ROOT / "server"}
PROTOCOL = {"pygls", "lsprotocol"}


def modules() -> dict[str, Path]:
    found = {}
    for package, base in PACKAGES.items():
        for path in (base / package).rglob("*.py"):
            parts = path.relative_to(base).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(path: Path, *, lazy: bool = True) -> Iterator[str]:
    """Yield the absolute names that a file imports; without `lazy`, those at its top only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if lazy else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("module", MODULES)
def test_data_flows_one_way(module: str) -> None:
    names = set(imports(MODULES[module]))
    assert not any(within(name, "server") for name in names), "a second copy of the package"
    if within(module, "phrasebank"):
        assert not any(within(name, "precedent_ls") for name in names), "the past knows no draft"
    if not within(module, "precedent_ls.lsp", "precedent_ls.cli"):
        assert not any(within(name, *PROTOCOL) for name in names), "the protocol stays at the edge"
        assert not any(within(name, "precedent_ls.lsp", "precedent_ls.cli") for name in names)
    if within(module, "precedent_ls.draft"):
        assert not any(within(name, "precedent_ls.assist", "precedent_ls.checks") for name in names)


def test_no_circle_of_imports() -> None:
    graph = {
        name: {each for each in imports(path, lazy=False) if each in MODULES and each != name}
        for name, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("module", [name for name in MODULES if not within(name, "precedent_ls.cli")])
def test_only_the_command_line_prints(module: str) -> None:
    calls = (
        node
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    assert not [node.lineno for node in calls if node.func.id == "print"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", [name for name in MODULES if not within(name, "phrasebank.text")])
def test_one_place_folds(module: str) -> None:
    assert not {name for name in imports(MODULES[module]) if within(name, "unicodedata")}
