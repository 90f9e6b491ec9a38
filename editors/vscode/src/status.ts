/** The status bar item: how much of the draft is precedent wording, and how many findings there are. */

import * as vscode from "vscode";
import { isDraft } from "./drafting/draft";
import { writingEditor } from "./editors";
import type { ProvenanceModel } from "./provenance/model";
import { palette } from "./provenance/palette";
import type { Session, Status } from "./server/session";
import { percent } from "./words";

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("precedent.status", vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly session: Session,
    private readonly model: ProvenanceModel,
  ) {
    this.item.name = "Precedent";
    this.subscriptions = [
      this.item,
      session.onDidChange(() => this.update()),
      model.onDidChange(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private update(): void {
    const document = writingEditor()?.document;
    if (!document) {
      this.item.hide();
      return;
    }
    const { status } = this.session;
    if (status.kind === "running") {
      this.showDraft(document);
    } else {
      this.showTrouble(status);
    }
  }

  private showDraft(document: vscode.TextDocument): void {
    const { errors, warnings } = findings(document.uri);
    const traced = this.model.current?.editor.document === document ? this.model.current : undefined;
    if (!isDraft(document) && errors + warnings === 0) {
      this.item.hide();
      return;
    }
    const share = traced && percent(traced.provenance.share);
    this.item.text = [`$(law)`, share, `$(error) ${errors}`, `$(warning) ${warnings}`].filter(Boolean).join(" ");
    this.item.tooltip = this.tooltip(errors, warnings);
    this.item.accessibilityInformation = {
      label: [share && shareSentence(share), countSentence(errors, warnings)].filter(Boolean).join(" "),
      role: "button",
    };
    this.item.command = "workbench.actions.view.problems";
    this.item.backgroundColor = undefined;
    this.item.show();
  }

  private showTrouble(status: Status): void {
    const texts: Record<string, string> = {
      missing: vscode.l10n.t("$(warning) Precedent: no server"),
      failed: vscode.l10n.t("$(error) Precedent: server failed"),
      starting: vscode.l10n.t("$(loading~spin) Precedent"),
      stopped: vscode.l10n.t("$(circle-slash) Precedent: stopped"),
    };
    this.item.text = texts[status.kind] ?? "";
    this.item.tooltip = status.kind === "failed" ? status.command : undefined;
    this.item.accessibilityInformation = undefined;
    this.item.command = status.kind === "stopped" ? "precedent.restart" : "precedent.explain";
    this.item.backgroundColor =
      status.kind === "starting" ? undefined : new vscode.ThemeColor("statusBarItem.warningBackground");
    this.item.show();
  }

  private tooltip(errors: number, warnings: number): vscode.MarkdownString {
    const text = new vscode.MarkdownString("", true);
    text.isTrusted = { enabledCommands: ["precedent.toggleProvenance", "precedent.openProvenanceTable"] };
    const provenance = this.model.current?.provenance;
    if (provenance) {
      const years = palette(provenance)
        .map(({ year }) => year)
        .join(", ");
      text.appendMarkdown(`${shareSentence(percent(provenance.share))} ${years && `(${years})`}\n\n`);
    }
    text.appendMarkdown(`${countSentence(errors, warnings)}\n\n`);
    const toggle = vscode.l10n.t("Tint precedent wording");
    const table = vscode.l10n.t("Provenance table");
    text.appendMarkdown(`[${toggle}](command:precedent.toggleProvenance) · [${table}](command:precedent.openProvenanceTable)`);
    return text;
  }
}

function findings(uri: vscode.Uri): { errors: number; warnings: number } {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "precedent");
  const count = (severity: vscode.DiagnosticSeverity) => ours.filter((finding) => finding.severity === severity).length;
  return { errors: count(vscode.DiagnosticSeverity.Error), warnings: count(vscode.DiagnosticSeverity.Warning) };
}

function shareSentence(share: string): string {
  return vscode.l10n.t("{0} of the words are precedent wording.", share);
}

function countSentence(errors: number, warnings: number): string {
  return vscode.l10n.t("Errors: {0}. Warnings: {1}.", errors, warnings);
}
