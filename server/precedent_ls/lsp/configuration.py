"""Whose settings hold where: the workspace's folders, their files, and what the editor says."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from precedent_ls.draft.files import path_of
from precedent_ls.settings import Layer, Rules, SettingsProblem, merge, read_layer
from precedent_ls.workspace import Scope, read_workspace_file


class Configuration:
    """The layers of settings of each folder, from the weakest to the strongest.

    Parameters
    ----------
    folders
        The URIs of the workspace's folders.
    options
        The client's ``initializationOptions``.
    rules
        Returns the codes that a severity may be given for.
    """

    def __init__(self, folders: Iterable[str], options: object, rules: Rules = frozenset) -> None:
        self._rules = rules
        self._options = read_layer(options, "initializationOptions", rules)
        self._everywhere = Layer()
        self._files: dict[Path, Layer | None] = {}
        self._editor: dict[Path, Layer] = {}
        self._uris: dict[Path, str] = {}
        self.change_folders(folders, ())

    @property
    def folders(self) -> Mapping[Path, str]:
        """The URIs of the folders by their paths."""
        return self._uris

    def change_folders(self, added: Iterable[str], removed: Iterable[str]) -> None:
        """Add and remove folders; what is on no disk is ignored."""
        for uri in removed:
            if (path := path_of(uri)) is not None:
                self._uris.pop(path, None)
        for uri in added:
            if (path := path_of(uri)) is not None:
                self._uris[path] = uri
        self.read_files()

    def read_files(self) -> None:
        """Read each folder's ``precedent.toml`` again."""
        self._files = {path: read_workspace_file(path, self._rules) for path in self._uris}
        self.__dict__.pop("scopes", None)

    def take(self, everywhere: object, by_folder: Mapping[Path, object] | None = None) -> None:
        """Take the editor's settings: for no folder, and for each."""
        origin = "editor settings"
        self._everywhere = read_layer(everywhere, origin, self._rules)
        self._editor = {path: read_layer(raw, origin, self._rules) for path, raw in (by_folder or {}).items()}
        self.__dict__.pop("scopes", None)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """One scope for each folder, innermost first, and that of files in none."""
        nested = sorted(self._uris, key=lambda path: len(path.parts), reverse=True)
        return (
            *(Scope(path, merge(self._layers(path)), self._files[path] is not None) for path in nested),
            Scope(None, merge((self._options, self._everywhere))),
        )

    def scope(self, file: Path | None) -> Scope:
        """Return the scope of a file; one on no disk belongs to the first folder."""
        if file is None:
            first = next(iter(self._uris), None)
            return next(scope for scope in self.scopes if scope.path == first)
        return next(scope for scope in self.scopes if scope.path is None or file.is_relative_to(scope.path))

    @property
    def problems(self) -> tuple[SettingsProblem, ...]:
        """What is wrong in any layer, each mistake once."""
        layers = [
            self._options,
            self._everywhere,
            *filter(None, self._files.values()),
            *self._editor.values(),
        ]
        return tuple(dict.fromkeys(problem for layer in layers for problem in layer.problems))

    def _layers(self, path: Path) -> list[Layer]:
        return [self._files[path] or Layer(), self._options, self._editor.get(path, self._everywhere)]
