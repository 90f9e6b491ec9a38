/** What can be told of a draft without the server. */

import type * as vscode from "vscode";

/** Front matter is a few lines; nothing further down is looked at. */
const LINES = 40;

/** Tell whether the front matter says `statement:`. */
export function isDraft(document: vscode.TextDocument): boolean {
  return matter(document).some((line) => /^statement\s*:/.test(line));
}

/** The language the front matter names. */
export function languageOf(document: vscode.TextDocument): string | null {
  for (const line of matter(document)) {
    const language = /^language\s*:\s*["']?(en|fr)\b/i.exec(line)?.[1];
    if (language) {
      return language.toLowerCase();
    }
  }
  return null;
}

function matter(document: vscode.TextDocument): string[] {
  const count = Math.min(document.lineCount, LINES);
  if (count === 0 || document.lineAt(0).text.trimEnd() !== "---") {
    return [];
  }
  const lines: string[] = [];
  for (let line = 1; line < count; line++) {
    const { text } = document.lineAt(line);
    if (/^(---|\.\.\.)\s*$/.test(text)) {
      return lines;
    }
    lines.push(text);
  }
  return [];
}
