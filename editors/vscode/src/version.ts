/** What is running, for a report. */

import * as vscode from "vscode";
import type { Session } from "./server/session";

export async function showVersion(extension: vscode.Extension<unknown>, session: Session): Promise<void> {
  const { status } = session;
  const server =
    status.kind === "running"
      ? vscode.l10n.t("server {0} at {1}", status.version, status.command)
      : vscode.l10n.t("no server is running");
  const text = `Precedent ${String(extension.packageJSON.version)}, ${server}`;
  const copy = vscode.l10n.t("Copy");
  if ((await vscode.window.showInformationMessage(text, copy)) === copy) {
    await vscode.env.clipboard.writeText(text);
  }
}
