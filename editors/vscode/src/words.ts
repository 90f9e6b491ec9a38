/** How statements, trust and shares are put into words, the same everywhere. */

import * as vscode from "vscode";
import type { Passage, Trust } from "./protocol";

/** The year, the place and the section of a passage. */
export function describe(passage: Pick<Passage, "statement" | "date" | "place" | "section">): string {
  return [statementOf(passage), passage.section].filter(Boolean).join(" · ");
}

/** The year and the place of a passage's statement. */
export function statementOf({ statement, date, place }: Pick<Passage, "statement" | "date" | "place">): string {
  return date ? [date.slice(0, 4), place].filter(Boolean).join(" ") : statement;
}

/** What has to be said of a text that is not the agreed one; nothing of one that is. */
export function trustLabel(trust: Trust | undefined): string {
  switch (trust) {
    case "copy":
      return vscode.l10n.t("a publisher’s copy");
    case "rewrite":
      return vscode.l10n.t("a journalist’s version");
    case "background":
      return vscode.l10n.t("background, not a statement");
    default:
      return "";
  }
}

export function percent(share: number): string {
  return new Intl.NumberFormat(vscode.env.language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
