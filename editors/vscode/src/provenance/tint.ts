/** Tinting precedent wording by year; new wording stays plain. */

import * as vscode from "vscode";
import type { Session } from "../server/session";
import { trustLabel } from "../words";
import type { ProvenanceModel, Traced } from "./model";
import { COLORS, borderOf, colorOf, palette } from "./palette";

export class Tinting implements vscode.Disposable {
  private on = false;
  private readonly changed = new vscode.EventEmitter<boolean>();
  private readonly decorations = Array.from({ length: COLORS }, (_, rank) =>
    vscode.window.createTextEditorDecorationType({
      backgroundColor: colorOf(rank + 1),
      borderStyle: "solid",
      borderWidth: "0 0 2px 0",
      borderColor: borderOf(rank + 1),
      overviewRulerColor: borderOf(rank + 1),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  );
  private readonly subscription: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly model: ProvenanceModel,
    private readonly session: Session,
  ) {
    this.subscription = model.onDidChange((traced) => this.paint(traced));
  }

  get isOn(): boolean {
    return this.on;
  }

  async toggle(): Promise<void> {
    this.on = !this.on;
    if (this.on) {
      await this.model.refresh();
      if (!this.model.current) {
        this.on = false;
        void vscode.window.showInformationMessage(
          vscode.l10n.t("The Precedent server has nothing to say about where this text comes from."),
        );
      }
    } else {
      vscode.window.visibleTextEditors.forEach((editor) => this.clear(editor));
    }
    await vscode.commands.executeCommand("setContext", "precedent.tinted", this.on);
    this.changed.fire(this.on);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed, ...this.decorations).dispose();
  }

  private paint(traced: Traced | undefined): void {
    const convert = this.session.convert;
    if (!this.on || !traced || !convert) {
      return;
    }
    const tints = new Map(palette(traced.provenance).map(({ year, color }) => [year, color]));
    const byColor = this.decorations.map((): vscode.DecorationOptions[] => []);
    for (const span of traced.provenance.spans) {
      const color = tints.get(span.year) ?? COLORS;
      const hoverMessage = [span.statement, trustLabel(span.trust)].filter(Boolean).join(" · ");
      byColor[color - 1]?.push({ range: convert.asRange(span.range), hoverMessage });
    }
    this.decorations.forEach((decoration, rank) => traced.editor.setDecorations(decoration, byColor[rank] ?? []));
  }

  private clear(editor: vscode.TextEditor): void {
    this.decorations.forEach((decoration) => editor.setDecorations(decoration, []));
  }
}
