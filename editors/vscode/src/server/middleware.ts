/** Where Visual Studio Code shows the server's answers in a way of its own. */

import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** Characters of a label that leave room beside it, in a list as wide as it is at first. */
const SHORT = 32;

export const presentation: Middleware = {
  async provideCompletionItem(document, position, context, token, next) {
    const list = await next(document, position, context, token);
    (Array.isArray(list) ? list : list?.items)?.forEach(nameSource);
    return list;
  },
  async provideDocumentSymbols(document, token, next) {
    return hasOwnOutline(document) ? [] : next(document, token);
  },
};

/** Say on a row of the list where its words are from; a detail alone is shown where it is selected only, but cuts a long label. */
function nameSource(item: vscode.CompletionItem): void {
  if (typeof item.label === "string" && item.label.length <= SHORT && item.detail) {
    item.label = { label: item.label, description: item.detail };
  }
}

/** Markdown's headings are in the outline already: twice, each would be found twice by every search. */
function hasOwnOutline({ languageId }: vscode.TextDocument): boolean {
  return languageId === "markdown" && vscode.extensions.getExtension("vscode.markdown-language-features") !== undefined;
}
