/** Installing the server, whose package comes with the extension: the command is shown first, and run where it can be watched. */

import { homedir } from "node:os";
import * as vscode from "vscode";
import { onPath } from "./discovery";

type Aim = "install" | "upgrade";

interface Way extends vscode.QuickPickItem {
  program: string;
  arguments: string[];
}

/** Let the user choose how, run it, and tell whether it went well. */
export async function installServer(extensionUri: vscode.Uri, aim: Aim = "install"): Promise<boolean> {
  const file = await packageFile(extensionUri);
  if (!file) {
    await tellCommand("uv tool install .", (command) =>
      vscode.l10n.t("This extension was packed without its server. Run this in a clone of its repository: {0}", command),
    );
    return false;
  }
  const ways = await available(aim, file);
  if (ways.length === 0) {
    await tellCommand(`uv tool install ${quoted(file)}`, (command) =>
      vscode.l10n.t("Neither uv nor pipx was found on this machine. Install one of them, then run: {0}", command),
    );
    return false;
  }
  const chosen = await vscode.window.showQuickPick(ways, {
    title: aim === "install" ? vscode.l10n.t("Install the Precedent server") : vscode.l10n.t("Update the Precedent server"),
    placeHolder: vscode.l10n.t("This command will be run in a terminal. Press Escape to run nothing."),
  });
  return chosen ? run(chosen) : false;
}

/** The path of the server's package. */
async function packageFile(extensionUri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.Uri.joinPath(extensionUri, "wheel");
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    const wheel = names.find((name) => name.endsWith(".whl"));
    return wheel && vscode.Uri.joinPath(folder, wheel).fsPath;
  } catch {
    return undefined; // built without it
  }
}

async function available(aim: Aim, file: string): Promise<Way[]> {
  const given = [...(aim === "upgrade" ? ["--force"] : []), file];
  const tools = [
    { name: "uv", given: ["tool", "install", ...given], description: vscode.l10n.t("with uv, in an environment of its own") },
    { name: "pipx", given: ["install", ...given], description: vscode.l10n.t("with pipx, in an environment of its own") },
  ];
  const ways: Way[] = [];
  for (const { name, given, description } of tools) {
    const program = await onPath(process.platform === "win32" ? `${name}.exe` : name);
    if (program) {
      const command = [name, ...given].join(" ");
      ways.push({ label: `$(terminal) ${name}`, description, detail: shown(command), program, arguments: given });
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

async function tellCommand(command: string, message: (command: string) => string): Promise<void> {
  const copy = vscode.l10n.t("Copy the command");
  if ((await vscode.window.showInformationMessage(message(command), copy)) === copy) {
    await vscode.env.clipboard.writeText(command);
  }
}

/** A command as it is shown, with what a shell would take for the home folder. */
function shown(command: string): string {
  return process.platform === "win32" ? command : command.replace(homedir(), "~");
}

/** A path as a shell takes it; a plain one as it is. */
function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
