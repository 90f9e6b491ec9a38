/** Setting a workspace up for drafting: the settings are shown first, and only those that stay ticked are written. */

import * as vscode from "vscode";

interface Recommendation {
  key: string;
  value: unknown;
  why: string;
}

export async function setUpWorkspace(extensionUri: vscode.Uri): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) {
    return;
  }
  const chosen = await chooseSettings();
  const release = chosen && (await chooseRelease());
  if (!chosen || release === undefined) {
    return;
  }
  await writeSettings(folder, chosen);
  await writePrecedentToml(folder, extensionUri, release);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = vscode.l10n.t("Open a folder…");
    const message = vscode.l10n.t("Open the folder that holds, or will hold, the drafts first.");
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand("vscode.openFolder");
    }
    return undefined;
  }
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}

/** Editor settings for the two languages drafts are written in. */
function recommendations(): Recommendation[] {
  return [
    { key: "editor.wordWrap", value: "on", why: vscode.l10n.t("Paragraphs are one long line each.") },
    { key: "editor.inlineSuggest.enabled", value: true, why: vscode.l10n.t("The best continuation is shown as ghost text; Tab takes it.") },
    { key: "editor.wordBasedSuggestions", value: "off", why: vscode.l10n.t("The list holds precedents, not any word of any file.") },
    { key: "editor.quickSuggestions", value: { other: "on", comments: "off", strings: "off" }, why: vscode.l10n.t("The list opens while you type.") },
    { key: "editor.acceptSuggestionOnEnter", value: "smart", why: vscode.l10n.t("Enter takes an item only where it changes the text.") },
    { key: "editor.unicodeHighlight.ambiguousCharacters", value: false, why: vscode.l10n.t("Dashes and curly quotes are meant as they are.") },
    { key: "editor.unicodeHighlight.invisibleCharacters", value: false, why: vscode.l10n.t("So are the no-break spaces of French.") },
  ];
}

async function chooseSettings(): Promise<Recommendation[] | undefined> {
  const items = recommendations().map((recommendation) => ({
    label: recommendation.key,
    description: JSON.stringify(recommendation.value),
    detail: recommendation.why,
    picked: true,
    recommendation,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t("Set this workspace up for drafting (1 of 2)"),
    placeHolder: vscode.l10n.t("These go into the workspace’s settings, for Markdown and plain text"),
  });
  return chosen?.map(({ recommendation }) => recommendation);
}

/** Whose copy the drafts are; empty when that is left open. */
async function chooseRelease(): Promise<string | undefined> {
  const choices = [
    { label: vscode.l10n.t("Canada"), release: "canada" },
    { label: vscode.l10n.t("United States"), release: "united-states" },
    { label: vscode.l10n.t("Leave open"), detail: vscode.l10n.t("Only mixtures inside a draft are reported."), release: "" },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Set this workspace up for drafting (2 of 2)"),
    placeHolder: vscode.l10n.t("Whose copy is drafted here? It decides country order, dashes and spelling."),
  });
  return chosen?.release;
}

async function writeSettings(folder: vscode.WorkspaceFolder, chosen: Recommendation[]): Promise<void> {
  for (const languageId of ["markdown", "plaintext"]) {
    const configuration = vscode.workspace.getConfiguration("", { uri: folder.uri, languageId });
    for (const { key, value } of chosen) {
      await configuration.update(key, value, vscode.ConfigurationTarget.WorkspaceFolder, true);
    }
  }
}

async function writePrecedentToml(folder: vscode.WorkspaceFolder, extensionUri: vscode.Uri, release: string): Promise<void> {
  const target = vscode.Uri.joinPath(folder.uri, "precedent.toml");
  try {
    await vscode.workspace.fs.stat(target);
  } catch {
    for (const schema of ["precedent.schema.json", "register.schema.json"]) {
      const copy = vscode.Uri.joinPath(folder.uri, ".vscode", schema);
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, "schemas", schema), copy, { overwrite: true });
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(precedentToml(release)));
  }
  await vscode.window.showTextDocument(target, { preview: false });
}

/** The first line is a directive that TOML extensions read to complete and check the keys. */
function precedentToml(release: string): string {
  return `#:schema .vscode/precedent.schema.json
# ${vscode.l10n.t("What holds for every draft in this folder. A draft’s front matter wins.")}

[draft]
# ${vscode.l10n.t("Files that are drafts even if their front matter does not say so.")}
files = ["drafts/**/*.md"]
# ${vscode.l10n.t("Whose copy is drafted here: it decides country order, dashes and spelling.")}
${release ? `release = "${release}"` : '# release = "canada"'}

[phrasebank]
# ${vscode.l10n.t("Folders of further statements, and ids to leave out.")}
# statements = ["statements"]
# exclude = ["2005-*"]

[register]
# ${vscode.l10n.t("Further register files, and forms never to report. A register file may begin with:")}
# #:schema .vscode/register.schema.json
# files = ["register.toml"]
# accept = []

[checks.severity]
# ${vscode.l10n.t("error, warning, information, hint or off, by rule.")}
# serial-comma = "hint"
`;
}
