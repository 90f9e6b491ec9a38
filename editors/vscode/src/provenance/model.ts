/** Where the wording of the draft in the active editor comes from, kept up to date while it is written. */

import * as vscode from "vscode";
import { writingEditor } from "../editors";
import { Later } from "../later";
import { Command, type Provenance, type ProvenanceArguments } from "../protocol";
import type { Session } from "../server/session";

/** Milliseconds without a key after which the server is asked again. */
const PAUSE = 300;

export interface Traced {
  editor: vscode.TextEditor;
  provenance: Provenance;
}

export class ProvenanceModel implements vscode.Disposable {
  private traced: Traced | undefined;
  private request = new vscode.CancellationTokenSource();
  private latest: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<Traced | undefined>();
  private readonly later = new Later(() => this.refresh(), PAUSE);
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChange = this.changed.event;

  constructor(private readonly session: Session) {
    this.subscriptions = [
      this.later,
      this.changed,
      session.onDidChange(() => this.refresh()),
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === writingEditor()?.document) {
          this.later.soon();
        }
      }),
    ];
  }

  get current(): Traced | undefined {
    return this.traced;
  }

  /** Ask the server; done when `current` is the answer to this request, or to a newer one that took its place. */
  refresh(): Promise<void> {
    this.request.cancel();
    this.request = new vscode.CancellationTokenSource();
    const { token } = this.request;
    this.latest = this.trace(token).then(() => (token.isCancellationRequested ? this.latest : undefined));
    return this.latest;
  }

  dispose(): void {
    this.latest = Promise.resolve();
    this.request.cancel();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async trace(token: vscode.CancellationToken): Promise<void> {
    const editor = writingEditor();
    if (!editor) {
      this.become(undefined);
      return;
    }
    const { version } = editor.document;
    const argument: ProvenanceArguments = { uri: editor.document.uri.toString() };
    const provenance = await this.session.ask<Provenance>(Command.provenance, argument, token);
    if (token.isCancellationRequested || editor.document.version !== version) {
      return; // a newer request is under way, or will be once the keys rest
    }
    this.become(provenance && { editor, provenance });
  }

  private become(traced: Traced | undefined): void {
    this.traced = traced;
    this.changed.fire(traced);
  }
}
