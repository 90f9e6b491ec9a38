/** Showing the statement a passage comes from. */

import * as vscode from "vscode";
import type { Place } from "./protocol";
import type { Session } from "./server/session";

/** Open the statement at the passage, which is selected. */
export async function openSource(session: Session, place: Place, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  const convert = session.convert;
  if (!convert) {
    return;
  }
  const selection = convert.asRange(place.range);
  await vscode.window.showTextDocument(convert.asUri(place.uri), { selection, ...options });
}

/** A statement shown beside the draft while one looks through passages; closed with what opened it. */
export class Preview implements vscode.Disposable {
  private readonly passage = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.rangeHighlightBackground"),
    isWholeLine: false,
  });
  private shown: vscode.TextEditor | undefined;
  private readonly openBefore = new Set(openTabs().map(key));
  private closed = false;

  constructor(private readonly session: Session) {}

  async show(place: Place): Promise<void> {
    const convert = this.session.convert;
    if (!convert || this.closed) {
      return;
    }
    const range = convert.asRange(place.range);
    const editor = await vscode.window.showTextDocument(convert.asUri(place.uri), {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    this.shown = editor;
    if (this.closed) {
      this.close();
      return;
    }
    editor.setDecorations(this.passage, [range]);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  }

  /** Close what this opened. */
  dispose(): void {
    this.closed = true;
    this.close();
  }

  private close(): void {
    this.passage.dispose();
    const uri = this.shown?.document.uri.toString();
    const ours = openTabs().filter((tab) => !this.openBefore.has(key(tab)) && uriOf(tab) === uri);
    if (uri && ours.length > 0) {
      void vscode.window.tabGroups.close(ours, true);
    }
  }
}

function openTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function uriOf(tab: vscode.Tab): string {
  return tab.input instanceof vscode.TabInputText ? tab.input.uri.toString() : "";
}

function key(tab: vscode.Tab): string {
  return `${tab.group.viewColumn} ${uriOf(tab)}`;
}
