/** Searching precedents as one types: Enter inserts, a button or Ctrl+Enter opens the source, a preview stands beside. */

import * as vscode from "vscode";
import { languageOf } from "./drafting/draft";
import { writingEditor } from "./editors";
import { insertPassage } from "./drafting/insert";
import { Command, type Passage, type SearchArguments } from "./protocol";
import type { Session } from "./server/session";
import { Preview, openSource } from "./source";
import { describe, trustLabel } from "./words";

const LIMIT = 30;

interface Item extends vscode.QuickPickItem {
  passage: Passage;
}

/** Set while the pick is open, so that a key can mean something in it alone. */
const SEARCHING = "precedent.searching";

let openActive: (() => void) | undefined;

/** Open the source of the passage that is active in the pick. */
export function openActiveSource(): void {
  openActive?.();
}

export async function searchPrecedents(session: Session): Promise<void> {
  if (!session.offers(Command.search)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The Precedent server that is running cannot search."));
    return;
  }
  const editor = writingEditor();
  const language = editor ? languageOf(editor.document) : null;
  const selected = editor?.document.getText(editor.selection).trim() ?? "";

  const pick = vscode.window.createQuickPick<Item>();
  const preview = new Preview(session);
  pick.title = vscode.l10n.t("Search precedents");
  pick.placeholder = vscode.l10n.t("Some words of the passage. Enter inserts it, Ctrl+Enter opens its statement.");
  pick.value = selected.replace(/\s+/g, " ");

  let request = new vscode.CancellationTokenSource();
  const search = async (text: string) => {
    request.cancel();
    request = new vscode.CancellationTokenSource();
    const { token } = request;
    if (!text.trim()) {
      pick.items = [];
      return;
    }
    pick.busy = true;
    const found = await session.ask<Passage[]>(Command.search, { text, language, limit: LIMIT } satisfies SearchArguments, token);
    if (!token.isCancellationRequested) {
      pick.busy = false;
      pick.items = (found ?? []).map(item);
    }
  };

  const open = async (passage: Passage) => {
    pick.hide();
    await openSource(session, passage);
  };
  openActive = () => {
    const active = pick.activeItems[0];
    if (active) {
      void open(active.passage);
    }
  };
  await vscode.commands.executeCommand("setContext", SEARCHING, true);

  pick.onDidChangeValue(search);
  pick.onDidChangeActive(([active]) => active && preview.show(active.passage));
  pick.onDidTriggerItemButton(({ item }) => open(item.passage));
  pick.onDidAccept(async () => {
    const chosen = pick.selectedItems[0];
    pick.hide();
    if (chosen && editor) {
      await insertPassage(editor, chosen.passage);
    } else if (chosen) {
      await openSource(session, chosen.passage);
    }
  });
  pick.onDidHide(() => {
    request.cancel();
    openActive = undefined;
    void vscode.commands.executeCommand("setContext", SEARCHING, false);
    preview.dispose();
    pick.dispose();
  });
  pick.show();
  await search(pick.value);
}

function item(passage: Passage): Item {
  return {
    label: passage.text,
    detail: [describe(passage), trustLabel(passage.trust)].filter(Boolean).join(" · "),
    // The server has searched; the pick must not filter its answer again.
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon("go-to-file"), tooltip: vscode.l10n.t("Open its statement (Ctrl+Enter)") }],
    passage,
  };
}
