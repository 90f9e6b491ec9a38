/** The editor one is writing in. */

import * as vscode from "vscode";

/** The languages that drafts are written in. */
export const LANGUAGES = ["markdown", "plaintext"];

let last: vscode.TextEditor | undefined;

/** The active editor, if drafts can be written in it. A look at the output, which counts as an editor, changes nothing. */
export function writingEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.scheme !== "output") {
    last = active;
  }
  return last && LANGUAGES.includes(last.document.languageId) ? last : undefined;
}
