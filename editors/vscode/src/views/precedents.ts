/** The Precedents view: what earlier statements said where the cursor is, following it. */

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { insertPassage } from "../drafting/insert";
import { writingEditor } from "../editors";
import { Later } from "../later";
import { Command, type Precedent, type Precedents, type PrecedentsArguments } from "../protocol";
import type { ProvenanceModel } from "../provenance/model";
import { palette } from "../provenance/palette";
import type { Tinting } from "../provenance/tint";
import type { Session } from "../server/session";
import { openSource } from "../source";
import { describe, percent, trustLabel } from "../words";
import type { Card, FromView, Labels, ToView, Version } from "../webview/messages";

/** Milliseconds the cursor has to rest. */
const PAUSE = 120;

export class PrecedentsView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private editor: vscode.TextEditor | undefined;
  private shown: Precedent[] = [];
  private last: ToView | undefined;
  private request = new vscode.CancellationTokenSource();
  private readonly later = new Later(() => this.refresh(), PAUSE);
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly session: Session,
    private readonly model: ProvenanceModel,
    private readonly tinting: Tinting,
  ) {
    this.subscriptions = [
      this.later,
      vscode.window.onDidChangeTextEditorSelection(this.later.soon),
      vscode.window.onDidChangeActiveTextEditor(this.later.soon),
      session.onDidChange(this.later.soon),
      model.onDidChange(() => this.sendLegend()),
      tinting.onDidChange(() => this.sendLegend()),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, "out"), vscode.Uri.joinPath(this.extensionUri, "media")],
    };
    view.webview.onDidReceiveMessage((message: FromView) => this.receive(message));
    view.onDidChangeVisibility(this.later.soon);
    view.onDidDispose(() => {
      this.view = undefined;
    });
    view.webview.html = this.page(view.webview);
  }

  dispose(): void {
    this.request.cancel();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async refresh(): Promise<void> {
    this.request.cancel();
    this.request = new vscode.CancellationTokenSource();
    const { token } = this.request;
    const editor = writingEditor();
    if (!this.view?.visible || !editor) {
      return; // what is shown stays, so that one can look at something else meanwhile
    }
    if (!this.session.offers(Command.precedents)) {
      this.send({ kind: "nothing", text: vscode.l10n.t("No Precedent server that can look precedents up is running.") });
      return;
    }
    const argument: PrecedentsArguments = { uri: editor.document.uri.toString(), position: editor.selection.active };
    const found = await this.session.ask<Precedents>(Command.precedents, argument, token);
    if (token.isCancellationRequested) {
      return;
    }
    this.editor = editor;
    this.shown = found?.precedents ?? [];
    this.send(
      found && this.shown.length > 0
        ? { kind: "precedents", sentence: found.sentence, cards: this.shown.map(card) }
        : { kind: "nothing", text: nothing(found) },
    );
  }

  private async receive(message: FromView): Promise<void> {
    if (message.kind === "ready") {
      this.post({ kind: "labels", labels: labels() });
      this.sendLegend();
      if (this.last) {
        this.post(this.last);
      }
      await this.refresh();
      return;
    }
    const precedent = this.shown[message.card];
    if (!precedent) {
      return;
    }
    const version = message.of === "twin" ? precedent.twin : message.of === "self" ? precedent : precedent.lineage?.[message.of];
    if (!version) {
      return;
    }
    if (message.kind === "insert" && this.editor) {
      await insertPassage(this.editor, version);
    } else if (message.kind === "open") {
      await openSource(this.session, version, { viewColumn: vscode.ViewColumn.Beside });
    }
  }

  private sendLegend(): void {
    const provenance = this.model.current?.provenance;
    const tints = this.tinting.isOn && provenance ? palette(provenance) : [];
    const share = provenance ? percent(provenance.share) : "";
    this.post({ kind: "legend", tints, title: tints.length > 0 ? vscode.l10n.t("Precedent wording: {0}", share) : "" });
  }

  private send(message: ToView): void {
    this.last = message;
    this.post(message);
  }

  private post(message: ToView): void {
    void this.view?.webview.postMessage(message);
  }

  private page(webview: vscode.Webview): string {
    const nonce = randomBytes(16).toString("base64");
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, "out", "precedents.js"));
    const style = webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, "media", "precedents.css"));
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <header id="legend"></header>
  <main id="precedents"></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  }
}

function nothing(found: Precedents | undefined): string {
  return found?.sentence
    ? vscode.l10n.t("No earlier statement says anything like this.")
    : vscode.l10n.t("Put the cursor in a sentence to see its precedents.");
}

function card(precedent: Precedent): Card {
  const likeness = precedent.exact
    ? vscode.l10n.t("word for word")
    : [precedent.score === undefined ? "" : percent(precedent.score), precedent.weak ? vscode.l10n.t("weak") : ""]
        .filter(Boolean)
        .join(" · ");
  return {
    ...version(precedent),
    likeness,
    weak: precedent.weak ?? false,
    twin: precedent.twin ? version(precedent.twin) : null,
    lineage: (precedent.lineage ?? []).map(version),
  };
}

function version(passage: Precedent): Version {
  return {
    source: describe(passage),
    trust: trustLabel(passage.trust),
    language: passage.language ?? "",
    changes: passage.changes ?? [{ kind: "same", text: passage.text }],
  };
}

function labels(): Labels {
  return {
    insert: vscode.l10n.t("Insert"),
    open: vscode.l10n.t("Open"),
    twin: vscode.l10n.t("In the other language"),
    lineage: vscode.l10n.t("Goes back to"),
    added: vscode.l10n.t("in the draft only:"),
    removed: vscode.l10n.t("in the precedent only:"),
  };
}
