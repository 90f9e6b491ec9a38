/** Precedent in Visual Studio Code: everything is made here and handed what it needs. */

import * as vscode from "vscode";
import { insertPassage } from "./drafting/insert";
import { newStatement } from "./drafting/newStatement";
import { setUpWorkspace } from "./drafting/setUp";
import { writingEditor } from "./editors";
import { ProvenanceModel } from "./provenance/model";
import { openTable } from "./provenance/table";
import { Tinting } from "./provenance/tint";
import type { Place } from "./protocol";
import { openActiveSource, searchPrecedents } from "./search";
import { installServer } from "./server/install";
import { Notices } from "./server/notices";
import { Session } from "./server/session";
import { openSource } from "./source";
import { StatusItem } from "./status";
import { showVersion } from "./version";
import { PrecedentsView } from "./views/precedents";
import { type PassageNode, StatementsTree } from "./views/statements";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Precedent", { log: true });
  const session = new Session(context, output);
  const model = new ProvenanceModel(session);
  const tinting = new Tinting(model, session);
  const notices = new Notices(context.extensionUri, session);
  const statements = new StatementsTree(session);
  const precedents = new PrecedentsView(context.extensionUri, session, model, tinting);

  const commands: Record<string, (...given: never[]) => unknown> = {
    restart: () => session.restart(),
    showOutput: () => output.show(),
    showVersion: () => showVersion(context.extension, session),
    explain: () => notices.explain(),
    installServer: async () => (await installServer(context.extensionUri)) && session.restart(),
    setUpWorkspace: () => setUpWorkspace(context.extensionUri),
    newStatement,
    searchPrecedents: () => searchPrecedents(session),
    openActiveSource,
    toggleProvenance: () => tinting.toggle(),
    openProvenanceTable: () => openTable(model),
    openPassage: (place: Place) => openSource(session, place),
    insertPassage: (node: PassageNode) => insertHere(node),
  };

  context.subscriptions.push(
    output,
    session,
    model,
    tinting,
    notices,
    statements,
    precedents,
    new StatusItem(session, model),
    vscode.window.registerTreeDataProvider("precedent.statementsView", statements),
    vscode.window.registerWebviewViewProvider("precedent.precedentsView", precedents),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`precedent.${name}`, run)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("precedent.server")) {
        void session.restart();
      } else if (event.affectsConfiguration("precedent")) {
        session.tellSettings();
      }
    }),
  );
  await session.restart();
}

async function insertHere(node: PassageNode): Promise<void> {
  const editor = writingEditor();
  if (editor) {
    await insertPassage(editor, node);
  }
}
