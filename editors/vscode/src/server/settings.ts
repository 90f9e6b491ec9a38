/** The settings the server is told: those that somebody has set, and no defaults, which would win over `precedent.toml`. */

import * as vscode from "vscode";

const SECTION = "precedent";

/** Settings of this extension alone. */
const OWN = ["server."];

/** Settings that name files to read; in Restricted Mode nothing in the workspace may name any. */
const FILES = ["phrasebank.statements", "register.files"];

type Tree = { [key: string]: unknown };

/** All keys that `package.json` contributes, without the section. */
function keys(extension: vscode.Extension<unknown>): string[] {
  const configuration: unknown = extension.packageJSON.contributes.configuration;
  const parts = (Array.isArray(configuration) ? configuration : [configuration]) as { properties: Tree }[];
  return parts
    .flatMap((part) => Object.keys(part.properties))
    .map((key) => key.slice(SECTION.length + 1))
    .filter((key) => !OWN.some((own) => key.startsWith(own)));
}

/** What has been set for `resource`, nested as in `precedent.toml`. */
export function settingsFor(extension: vscode.Extension<unknown>, resource?: vscode.Uri): Tree {
  const configuration = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  const tree: Tree = {};
  for (const key of keys(extension)) {
    const value = configuration.inspect(key);
    const isSet =
      value?.globalValue !== undefined ||
      value?.workspaceValue !== undefined ||
      value?.workspaceFolderValue !== undefined;
    if (isSet) {
      // `get` merges the scopes and leaves out what Restricted Mode leaves out.
      plant(tree, key, configuration.get(key));
    }
    if (!vscode.workspace.isTrusted && FILES.includes(key)) {
      plant(tree, key, value?.globalValue ?? []);
    }
  }
  return tree;
}

/**
 * What holds from the first moment. The server asks for the rest, and what it is told at the start it keeps:
 * so this is only what may not change while it runs.
 */
export function firstSettings(): Tree {
  const tree: Tree = {};
  if (!vscode.workspace.isTrusted) {
    FILES.forEach((key) => plant(tree, key, []));
  }
  return tree;
}

function plant(tree: Tree, key: string, value: unknown): void {
  const path = key.split(".");
  const last = path.pop() as string;
  const parent = path.reduce((at, part) => (at[part] ??= {}) as Tree, tree);
  parent[last] = value;
}
