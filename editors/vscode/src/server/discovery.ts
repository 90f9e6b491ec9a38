/** Where the server is: the setting, the selected Python environment, the PATH, in that order. */

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import * as vscode from "vscode";

export interface Found {
  command: string;
  origin: "setting" | "environment" | "path";
}

/** Nothing was found; `setting` is the value of the setting when that is what points nowhere. */
export interface NotFound {
  setting?: string;
}

const windows = process.platform === "win32";
const NAME = windows ? "precedent-ls.exe" : "precedent-ls";

export async function findServer(resource?: vscode.Uri): Promise<Found | NotFound> {
  const setting = vscode.workspace.getConfiguration("precedent", resource ?? null).get<string>("server.command", "").trim();
  if (setting) {
    const command = await resolved(setting);
    return command ? { command, origin: "setting" } : { setting };
  }
  // An environment inside a folder that is not trusted would run that folder's code.
  if (vscode.workspace.isTrusted) {
    const command = await inSelectedEnvironment(resource);
    if (command) {
      return { command, origin: "environment" };
    }
  }
  const command = await onPath(NAME);
  return command ? { command, origin: "path" } : {};
}

/** The first folder of the PATH that has the program; the folder where uv and pipx put programs counts as the last. */
export async function onPath(program: string): Promise<string | undefined> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  for (const folder of [...folders, join(homedir(), ".local", "bin")]) {
    const candidate = join(folder, program);
    if (await isProgram(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

async function resolved(setting: string): Promise<string | undefined> {
  const home = setting.replace(/^~(?=[/\\])/, homedir());
  if (isAbsolute(home)) {
    return (await isProgram(home)) ? home : undefined;
  }
  if (!/[/\\]/.test(home)) {
    return (await onPath(home)) ?? (windows ? onPath(`${home}.exe`) : undefined);
  }
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const candidate = join(folder.uri.fsPath, home);
    if (await isProgram(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

/** The part of the Python extension's interface that is used here. */
interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(environment: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  };
}

async function inSelectedEnvironment(resource?: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  if (!extension) {
    return undefined;
  }
  try {
    const { environments } = await extension.activate();
    const selected = environments?.getActiveEnvironmentPath(resource);
    const environment = selected && (await environments?.resolveEnvironment(selected));
    const python = environment?.executable.uri?.fsPath;
    const command = python && join(dirname(python), NAME);
    return command && (await isProgram(command)) ? command : undefined;
  } catch {
    return undefined; // another extension's trouble is no reason not to look further
  }
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
