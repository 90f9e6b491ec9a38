/** Putting a precedent into the draft. */

import * as vscode from "vscode";
import type { Passage } from "../protocol";

/** Insert the passage at the cursor, its variable parts as tab stops where the server marked them. */
export async function insertPassage(editor: vscode.TextEditor, passage: Pick<Passage, "text" | "snippet">): Promise<boolean> {
  const { document, viewColumn, selections } = editor;
  const options = viewColumn === undefined ? {} : { viewColumn };
  const shown = await vscode.window.showTextDocument(document, options);
  const snippet =
    passage.snippet === undefined
      ? new vscode.SnippetString().appendText(passage.text)
      : new vscode.SnippetString(passage.snippet);
  return shown.insertSnippet(snippet, selections);
}
