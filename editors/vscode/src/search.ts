/** Searching precedents as one types: Enter inserts, a button or Ctrl+Enter opens the source, a preview stands beside. */

import * as vscode from "vscode";
import { languageOf } from "./drafting/draft";
import { writingEditor } from "./editors";
import { insertPassage } from "./drafting/insert";
import { Command, type Passage, type SearchArguments } from "./protocol";
import type { Session } from "./server/session";
import { Preview, openSource } from "./source";
import { statementOf, trustLabel } from "./words";

const LIMIT = 30;

/** A passage, or the one row that says there is none. */
interface Item extends vscode.QuickPickItem {
  passage?: Passage;
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
      pick.items = found?.length ? found.map(item) : [nothing()];
    }
  };

  const open = async (item: Item | undefined) => {
    if (item?.passage) {
      pick.hide();
      await openSource(session, item.passage);
    }
  };
  openActive = () => void open(pick.activeItems[0]);
  await vscode.commands.executeCommand("setContext", SEARCHING, true);

  pick.onDidChangeValue(search);
  pick.onDidChangeActive(([active]) => active?.passage && preview.show(active.passage));
  pick.onDidTriggerItemButton(({ item }) => open(item));
  pick.onDidAccept(async () => {
    const passage = pick.selectedItems[0]?.passage;
    if (!passage) {
      return;
    }
    pick.hide();
    await (editor ? insertPassage(editor, passage) : openSource(session, passage));
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
    // The section comes last: it may be too long for the row.
    detail: [statementOf(passage), trustLabel(passage.trust), passage.section].filter(Boolean).join(" · "),
    // The server has searched; the pick must not filter its answer again.
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon("go-to-file"), tooltip: vscode.l10n.t("Open its statement (Ctrl+Enter)") }],
    passage,
  };
}

function nothing(): Item {
  return { label: vscode.l10n.t("No earlier statement says anything like this."), alwaysShow: true };
}
