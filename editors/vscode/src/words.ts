/** How statements, trust and shares are put into words, the same everywhere. */

import * as vscode from "vscode";
import type { Passage, Trust } from "./protocol";

/** The year, the place and the section of a passage. */
export function describe(passage: Pick<Passage, "statement" | "date" | "place" | "section">): string {
  const statement = passage.date ? [passage.date.slice(0, 4), passage.place].filter(Boolean).join(" ") : passage.statement;
  return passage.section ? `${statement} · ${passage.section}` : statement;
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
