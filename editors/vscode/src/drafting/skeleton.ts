/** The skeleton of a statement, as the server offers it in an empty draft. */

import * as vscode from "vscode";

/** Insert the skeleton at the end of the draft, if the server offers one. */
export async function insertSkeleton(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    end,
  );
  const skeleton = list.items.map(({ insertText }) => insertText).find(isSkeleton);
  if (skeleton) {
    await editor.insertSnippet(skeleton, end);
  }
}

/** A skeleton is the one thing offered that has several paragraphs. */
function isSkeleton(insertText: vscode.CompletionItem["insertText"]): insertText is vscode.SnippetString {
  return insertText instanceof vscode.SnippetString && insertText.value.includes("\n\n");
}
