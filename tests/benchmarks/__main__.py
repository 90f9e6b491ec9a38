"""Print the measurements: ``python -m tests.benchmarks [name…]``; all of them when none is named."""

import pkgutil
import sys
from importlib import import_module

import tests.benchmarks as package


def main() -> None:
    """Run each module here that has a `run`, under the first line of what it says of itself."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__) if module.name[0] != "_"]
    wanted = sys.argv[1:] or names
    if unknown := set(wanted) - set(names):
        sys.exit(f"no such benchmark: {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
    for name in wanted:
        module = import_module(f"{package.__name__}.{name}")
        if hasattr(module, "run"):
            print(f"\n## {name}: {(module.__doc__ or '').splitlines()[0]}\n")
            module.run()


main()
