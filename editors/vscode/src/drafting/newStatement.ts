/** A new draft, or an English and French pair of them: front matter from a few answers, the skeleton from the server. */

import * as vscode from "vscode";
import { insertSkeleton } from "./skeleton";

type Language = "en" | "fr";

interface Answers {
  languages: Language[];
  date: string;
  host: string;
  place: string;
}

export async function newStatement(): Promise<void> {
  const answers = await ask();
  const folder = answers && (await folderFor(answers));
  if (!answers || folder === undefined) {
    return;
  }
  if (folder === null) {
    await openUntitled(answers);
    return;
  }
  const names = await freeNames(folder, answers);
  for (const [index, language] of answers.languages.entries()) {
    const uri = vscode.Uri.joinPath(folder, names[index] as string);
    const text = frontMatter(answers, language, names[1 - index]);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await open(await vscode.workspace.openTextDocument(uri), index);
  }
}

/** The front matter of a draft; `twin` is the name of the file in the other language. */
function frontMatter({ date, host, place }: Answers, language: Language, twin: string | undefined): string {
  const lines = [
    "statement: cbcf",
    `date: ${date}`,
    `language: ${language}`,
    `host: ${host}`,
    ...(place ? [`place: ${JSON.stringify(place)}`] : []),
    ...(twin ? [`twin: ${twin}`] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n\n`;
}

async function ask(): Promise<Answers | undefined> {
  const languages = await askLanguages();
  const date = languages && (await askDate());
  const host = date && (await askHost());
  const place = host && (await askPlace());
  return languages && date && host && place !== undefined ? { languages, date, host, place } : undefined;
}

const title = (step: number): string => vscode.l10n.t("New statement ({0} of 4)", step);

async function askLanguages(): Promise<Language[] | undefined> {
  const choices: (vscode.QuickPickItem & { languages: Language[] })[] = [
    { label: "English", languages: ["en"] },
    { label: "Français", languages: ["fr"] },
    { label: vscode.l10n.t("Both, as a pair"), languages: ["en", "fr"] },
  ];
  const placeHolder = vscode.l10n.t("In which language?");
  return (await vscode.window.showQuickPick(choices, { title: title(1), placeHolder }))?.languages;
}

function askDate(): Thenable<string | undefined> {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return vscode.window.showInputBox({
    title: title(2),
    prompt: vscode.l10n.t("The day of the meeting, as YYYY-MM-DD"),
    value: today.join("-"),
    validateInput: (value) => (isDay(value) ? null : vscode.l10n.t("A day of the calendar is needed, written YYYY-MM-DD.")),
  });
}

async function askHost(): Promise<string | undefined> {
  const choices = [
    { label: vscode.l10n.t("Canada"), host: "canada" },
    { label: vscode.l10n.t("United States"), host: "united-states" },
  ];
  const placeHolder = vscode.l10n.t("Which side is the host?");
  return (await vscode.window.showQuickPick(choices, { title: title(3), placeHolder }))?.host;
}

async function askPlace(): Promise<string | undefined> {
  const prompt = vscode.l10n.t("The city of the meeting; may be left open");
  return (await vscode.window.showInputBox({ title: title(4), prompt }))?.trim();
}

function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
}

/** Where the files go; `null` when one draft may stay untitled, `undefined` when the user turned back. */
async function folderFor({ languages }: Answers): Promise<vscode.Uri | null | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    return languages.length === 1 ? null : askFolder();
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  if (!folder) {
    return undefined;
  }
  const drafts = vscode.Uri.joinPath(folder.uri, "drafts");
  return (await exists(drafts)) ? drafts : folder.uri;
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: vscode.l10n.t("Put both drafts here"),
  });
  return chosen?.[0];
}

/** A name for each language, the same but for the language, none of them taken. */
async function freeNames(folder: vscode.Uri, { date, place, languages }: Answers): Promise<string[]> {
  const slug = place
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const stem = slug ? `${date}-${slug}` : date;
  for (let copy = 1; ; copy++) {
    const names = languages.map((language) => `${stem}${copy > 1 ? `-${copy}` : ""}.${language}.md`);
    const taken = await Promise.all(names.map((name) => exists(vscode.Uri.joinPath(folder, name))));
    if (!taken.includes(true)) {
      return names;
    }
  }
}

async function openUntitled(answers: Answers): Promise<void> {
  const content = frontMatter(answers, answers.languages[0] as Language, undefined);
  await open(await vscode.workspace.openTextDocument({ language: "markdown", content }), 0);
}

async function open(document: vscode.TextDocument, index: number): Promise<void> {
  const viewColumn = index === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  await insertSkeleton(editor);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
