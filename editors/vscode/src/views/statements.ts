/** The statements as a tree: statement, section, passage. */

import * as vscode from "vscode";
import { Command, type Place, type SectionOutline, type StatementOutline } from "../protocol";
import type { Session } from "../server/session";
import { trustLabel } from "../words";

type Node =
  | { kind: "statement"; statement: StatementOutline }
  | { kind: "section"; statement: StatementOutline; section: SectionOutline }
  | { kind: "passage"; text: string; place: Place };

/** A passage of the tree, as the commands in its menu get it. */
export type PassageNode = Extract<Node, { kind: "passage" }>;

export class StatementsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly session: Session) {
    this.subscription = session.onDidChange(() => this.changed.fire());
  }

  getChildren(node?: Node): vscode.ProviderResult<Node[]> {
    switch (node?.kind) {
      case undefined:
        return this.statements();
      case "statement":
        return node.statement.sections.flatMap((section) => sectionNodes(node.statement, section));
      case "section":
        return passageNodes(node.statement, node.section);
      case "passage":
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case "statement":
        return statementItem(node.statement);
      case "section":
        return new vscode.TreeItem(node.section.heading, vscode.TreeItemCollapsibleState.Collapsed);
      case "passage":
        return passageItem(node);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  private async statements(): Promise<Node[]> {
    const statements = (await this.session.ask<StatementOutline[]>(Command.statements, null)) ?? [];
    return statements.map((statement) => ({ kind: "statement", statement }));
  }
}

/** What stands before the first heading has no section of its own. */
function sectionNodes(statement: StatementOutline, section: SectionOutline): Node[] {
  return section.heading ? [{ kind: "section", statement, section }] : passageNodes(statement, section);
}

function passageNodes({ uri }: StatementOutline, { passages }: SectionOutline): Node[] {
  return passages.map(({ text, range }) => ({ kind: "passage", text, place: { uri, range } }));
}

function statementItem({ id, title, date, place, language, trust }: StatementOutline): vscode.TreeItem {
  const label = [date.slice(0, 4), place, `(${language})`].filter(Boolean).join(" ");
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = trustLabel(trust);
  item.tooltip = [title, date, trustLabel(trust)].filter(Boolean).join("\n");
  item.iconPath = new vscode.ThemeIcon(trust === "agreed" ? "law" : "note");
  return item;
}

function passageItem({ text, place }: PassageNode): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.tooltip = text;
  item.contextValue = "passage";
  item.command = { command: "precedent.openPassage", title: vscode.l10n.t("Open its statement"), arguments: [place] };
  return item;
}
