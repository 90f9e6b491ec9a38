/** Installing the server: the command is shown first, and run in a terminal where it can be watched. */

import * as vscode from "vscode";
import { onPath } from "./discovery";

const PACKAGE = "precedent-ls";

type Aim = "install" | "upgrade";

interface Way extends vscode.QuickPickItem {
  command: string[];
}

/** Let the user choose how, run it, and tell whether it went well. */
export async function installServer(aim: Aim = "install"): Promise<boolean> {
  const ways = await available(aim);
  if (ways.length === 0) {
    await explainByHand(aim);
    return false;
  }
  const chosen = await vscode.window.showQuickPick(ways, {
    title: aim === "install" ? vscode.l10n.t("Install the Precedent server") : vscode.l10n.t("Update the Precedent server"),
    placeHolder: vscode.l10n.t("This command will be run in a terminal. Press Escape to run nothing."),
  });
  return chosen ? run(chosen.command) : false;
}

async function available(aim: Aim): Promise<Way[]> {
  const windows = process.platform === "win32" ? ".exe" : "";
  const ways: Way[] = [];
  if (await onPath(`uv${windows}`)) {
    ways.push(way(["uv", "tool", aim, PACKAGE], vscode.l10n.t("with uv, in an environment of its own")));
  }
  if (await onPath(`pipx${windows}`)) {
    ways.push(way(["pipx", aim, PACKAGE], vscode.l10n.t("with pipx, in an environment of its own")));
  }
  return ways;
}

function way(command: string[], description: string): Way {
  return { label: `$(terminal) ${command.join(" ")}`, description, command };
}

async function run([program, ...rest]: string[]): Promise<boolean> {
  const task = new vscode.Task(
    { type: "precedent.install" },
    vscode.TaskScope.Workspace,
    vscode.l10n.t("Install the Precedent server"),
    "Precedent",
    new vscode.ShellExecution(program as string, rest),
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, focus: true };
  const execution = await vscode.tasks.executeTask(task);
  return new Promise((resolve) => {
    const watch = vscode.tasks.onDidEndTaskProcess((event) => {
      if (event.execution === execution) {
        watch.dispose();
        resolve(event.exitCode === 0);
      }
    });
  });
}

async function explainByHand(aim: Aim): Promise<void> {
  const command = `uv tool ${aim} ${PACKAGE}`;
  const copy = vscode.l10n.t("Copy the command");
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t("Neither uv nor pipx was found on this machine. Install one of them, then run: {0}", command),
    copy,
  );
  if (chosen === copy) {
    await vscode.env.clipboard.writeText(command);
  }
}
