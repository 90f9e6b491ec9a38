/** Colors for years: the newest year has the first, in the draft and in every legend. */

import * as vscode from "vscode";
import type { Provenance } from "../protocol";

/** How many colors `package.json` contributes; older years share the last. */
export const COLORS = 5;

export interface Tint {
  year: number;
  /** 1 to `COLORS`. */
  color: number;
}

export function palette(provenance: Provenance): Tint[] {
  const years = [...new Set(provenance.spans.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year, rank) => ({ year, color: Math.min(rank + 1, COLORS) }));
}

export const colorOf = (color: number): vscode.ThemeColor => new vscode.ThemeColor(`precedent.provenance${color}`);

export const borderOf = (color: number): vscode.ThemeColor => new vscode.ThemeColor(`precedent.provenanceBorder${color}`);
