/** The table that is handed in for clearance: each sentence, its nearest precedent, what was changed. */

import * as vscode from "vscode";
import type { ProvenanceModel } from "./model";

export async function openTable(model: ProvenanceModel): Promise<void> {
  await model.refresh();
  const table = model.current?.provenance.table;
  if (!table) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no draft here whose wording could be traced."));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: table });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
