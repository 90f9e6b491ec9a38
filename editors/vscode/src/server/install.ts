/** Installing the server: the command is shown first, and run in a terminal where it can be watched. */

import * as vscode from "vscode";
import { onPath } from "./discovery";

const PACKAGE = "precedent-ls";

type Aim = "install" | "upgrade";

interface Way extends vscode.QuickPickItem {
  program: string;
  arguments: string[];
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
  return chosen ? run(chosen) : false;
}

async function available(aim: Aim): Promise<Way[]> {
  const tools = [
    { name: "uv", given: ["tool", aim, PACKAGE], description: vscode.l10n.t("with uv, in an environment of its own") },
    { name: "pipx", given: [aim, PACKAGE], description: vscode.l10n.t("with pipx, in an environment of its own") },
  ];
  const ways: Way[] = [];
  for (const { name, given, description } of tools) {
    const program = await onPath(process.platform === "win32" ? `${name}.exe` : name);
    if (program) {
      ways.push({ label: `$(terminal) ${[name, ...given].join(" ")}`, description, program, arguments: given });
    }
  }
  return ways;
}

async function run({ program, arguments: given }: Way): Promise<boolean> {
  const task = new vscode.Task(
    { type: "precedent.install" },
    vscode.TaskScope.Workspace,
    vscode.l10n.t("Install the Precedent server"),
    "Precedent",
    new vscode.ShellExecution(program, given),
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
