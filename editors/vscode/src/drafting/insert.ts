/** Putting a precedent into the draft. */

import * as vscode from "vscode";
import type { Passage } from "../protocol";

/** Insert the passage at the cursor, its variable parts as tab stops where the server marked them. */
export async function insertPassage(editor: vscode.TextEditor, passage: Pick<Passage, "text" | "snippet">): Promise<boolean> {
  const { document, viewColumn, selections } = editor;
  const options = viewColumn === undefined ? {} : { viewColumn };
  const shown = await vscode.window.showTextDocument(document, options);
  const snippet = new vscode.SnippetString(needsSpace(document, selections) ? " " : "");
  if (passage.snippet === undefined) {
    snippet.appendText(passage.text);
  } else {
    snippet.value += passage.snippet;
  }
  return shown.insertSnippet(snippet, selections);
}

/** Tell whether the passage would stick to the word or the sentence before it. */
function needsSpace(document: vscode.TextDocument, selections: readonly vscode.Selection[]): boolean {
  return selections.some(({ start }) => /[^\s(\[«“"’'#>-]$/u.test(document.lineAt(start).text.slice(0, start.character)));
}
