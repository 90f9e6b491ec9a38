/** What the user is told when the server is missing, too old or broken, each with a button that helps. */

import * as vscode from "vscode";
import { isDraft } from "../drafting/draft";
import { installServer } from "./install";
import type { Session, Status } from "./session";

/** The oldest server this extension works with. */
export const OLDEST_SERVER = "0.1.0";

export class Notices implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private told = "";

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly session: Session,
  ) {
    this.subscriptions = [
      session.onDidChange((status) => this.consider(status)),
      vscode.window.onDidChangeActiveTextEditor(() => this.consider(session.status)),
    ];
  }

  /** Say what is wrong, even if it has been said before. */
  async explain(status: Status = this.session.status): Promise<void> {
    switch (status.kind) {
      case "missing":
        return status.setting === undefined ? this.explainMissing() : this.explainSetting(status.setting);
      case "failed":
        return this.explainFailed(status.command);
      case "running":
        return this.explainOld(status.version);
      default:
        return undefined;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Speak once for each trouble, and about a missing server only to those who are drafting. */
  private async consider(status: Status): Promise<void> {
    const trouble =
      status.kind === "missing" || status.kind === "failed" || (status.kind === "running" && isOlder(status.version));
    if (!trouble) {
      return;
    }
    const key = JSON.stringify(status);
    if (key === this.told || (status.kind === "missing" && !(await isDrafting()))) {
      return;
    }
    this.told = key;
    await this.explain(status);
  }

  private async explainMissing(): Promise<void> {
    const install = vscode.l10n.t("Install…");
    const choose = vscode.l10n.t("Set its path…");
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t("Precedent needs its server, precedent-ls, and found none."),
      install,
      choose,
    );
    if (chosen === install) {
      await this.install("install");
    } else if (chosen === choose) {
      await openSetting();
    }
  }

  private async explainSetting(setting: string): Promise<void> {
    const open = vscode.l10n.t("Open the setting");
    const message = vscode.l10n.t("There is no program at {0}, where the setting precedent.server.command points.", setting);
    if ((await vscode.window.showErrorMessage(message, open)) === open) {
      await openSetting();
    }
  }

  private async explainFailed(command: string): Promise<void> {
    const again = vscode.l10n.t("Try again");
    const show = vscode.l10n.t("Show the output");
    const message = vscode.l10n.t("The Precedent server does not run: {0} ended by itself.", command);
    const chosen = await vscode.window.showErrorMessage(message, again, show);
    if (chosen === again) {
      await this.session.restart();
    } else if (chosen === show) {
      this.session.output.show();
    }
  }

  private async explainOld(version: string): Promise<void> {
    if (!isOlder(version)) {
      return;
    }
    const update = vscode.l10n.t("Update…");
    const message = vscode.l10n.t(
      "The Precedent server is version {0}; this extension needs {1} or newer.",
      version,
      OLDEST_SERVER,
    );
    if ((await vscode.window.showWarningMessage(message, update)) === update) {
      await this.install("upgrade");
    }
  }

  private async install(aim: "install" | "upgrade"): Promise<void> {
    if (await installServer(this.extensionUri, aim)) {
      await this.session.restart();
    }
  }
}

/** Tell whether `version` is older than what is needed; a version that cannot be read is not. */
export function isOlder(version: string, needed: string = OLDEST_SERVER): boolean {
  const parts = (text: string) => /^\d+(\.\d+)*/.exec(text)?.[0].split(".").map(Number) ?? [];
  const [has, needs] = [parts(version), parts(needed)];
  if (has.length === 0) {
    return false;
  }
  for (const [place, need] of needs.entries()) {
    const have = has[place] ?? 0;
    if (have !== need) {
      return have < need;
    }
  }
  return false;
}

async function isDrafting(): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isDraft(document)) {
    return true;
  }
  return (await vscode.workspace.findFiles("precedent.toml", null, 1)).length > 0;
}

async function openSetting(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openSettings", "precedent.server.command");
}
