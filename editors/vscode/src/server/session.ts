/** The one server of this window: started, watched, restarted, asked. */

import * as vscode from "vscode";
import {
  type CancellationToken,
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  type LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from "vscode-languageclient/node";
import { LANGUAGES } from "../editors";
import { QuietClient, Restarts } from "./client";
import { type Found, type NotFound, findServer } from "./discovery";
import { presentation } from "./middleware";
import { firstSettings, settingsFor } from "./settings";

export type Status =
  | { kind: "stopped" | "starting" }
  | { kind: "missing"; setting?: string }
  | { kind: "failed"; command: string }
  | { kind: "running"; version: string; command: string };

export class Session implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private current: Status = { kind: "stopped" };
  private turn: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<Status>();

  /** Fires when the server has started, stopped or could not be found. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly output: vscode.LogOutputChannel,
  ) {}

  get status(): Status {
    return this.current;
  }

  /** Start the server, or start it anew. Calls that come while one is at work wait for it. */
  restart(): Promise<void> {
    this.turn = this.turn.then(async () => {
      await this.stop();
      const found = await findServer(vscode.window.activeTextEditor?.document.uri);
      await ("command" in found ? this.launch(found) : this.miss(found));
    });
    return this.turn;
  }

  /** Tell whether the running server knows a command. */
  offers(command: string): boolean {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  }

  /** Run a server command; `undefined` where there is no server, it does not know the command, or it failed. */
  async ask<T>(command: string, argument: object | null, token?: CancellationToken): Promise<T | undefined> {
    if (!this.client || !this.offers(command)) {
      return undefined;
    }
    try {
      const parameters = { command, arguments: argument === null ? [] : [argument] };
      return ((await this.client.sendRequest(ExecuteCommandRequest.type, parameters, token)) as T | null) ?? undefined;
    } catch {
      return undefined; // cancelled, or the server has said in its output what went wrong
    }
  }

  /** The protocol's URI and range as the editor's. */
  get convert(): LanguageClient["protocol2CodeConverter"] | undefined {
    return this.client?.protocol2CodeConverter;
  }

  tellSettings(): void {
    if (this.client?.isRunning()) {
      const settings = { precedent: settingsFor(this.context.extension) };
      void this.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client) {
      await client.dispose().catch(() => undefined);
      this.become({ kind: "stopped" });
    }
  }

  dispose(): Promise<void> {
    return this.stop();
  }

  private async launch({ command, origin }: Found): Promise<void> {
    this.output.info(`Starting ${command} (${origin}).`);
    this.become({ kind: "starting" });
    const options = { shell: command.toLowerCase().endsWith(".cmd") };
    const arguments_ = vscode.workspace.getConfiguration("precedent").get<string[]>("server.arguments", []);
    const restarts = new Restarts(() => this.current.kind === "running");
    const client = new QuietClient(
      "precedent",
      "Precedent",
      { command, args: ["--stdio", ...arguments_], options },
      this.options(restarts),
    );
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) {
        // On its way from one process to the next it counts as stopped, too.
        const over = newState === State.StartFailed || (newState === State.Stopped && restarts.gaveUp);
        this.become(over ? { kind: "failed", command } : statusOf(client, newState, command));
      }
    });
    this.client = client;
    await client.start().catch(() => undefined); // the state tells
  }

  private miss({ setting }: NotFound): void {
    this.output.info(setting ? `No program at ${setting}.` : "No precedent-ls was found.");
    this.become(setting ? { kind: "missing", setting } : { kind: "missing" });
  }

  private options(errorHandler: Restarts): LanguageClientOptions {
    const extension = this.context.extension;
    return {
      documentSelector: LANGUAGES.flatMap((language) => [
        { language, scheme: "file" },
        { language, scheme: "untitled" },
      ]),
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      progressOnInitialization: false,
      initializationFailedHandler: () => false,
      errorHandler,
      initializationOptions: firstSettings(),
      middleware: {
        ...presentation,
        workspace: {
          configuration: ({ items }) =>
            items.map(({ scopeUri, section }) => {
              const resource = scopeUri ? vscode.Uri.parse(scopeUri) : undefined;
              const precedent = settingsFor(extension, resource);
              return section ? section.split(".").slice(1).reduce(child, precedent) : { precedent };
            }),
          // Settings are told by `tellSettings`, without the defaults.
          didChangeConfiguration: async () => undefined,
        },
      },
    };
  }

  private become(status: Status): void {
    this.current = status;
    void vscode.commands.executeCommand("setContext", "precedent.server", status.kind);
    this.changed.fire(status);
  }
}

function statusOf(client: LanguageClient, state: State, command: string): Status {
  return state === State.Running
    ? { kind: "running", version: client.initializeResult?.serverInfo?.version ?? "", command }
    : { kind: "starting" };
}

function child(tree: unknown, key: string): unknown {
  return tree === null || tree === undefined ? null : ((tree as Record<string, unknown>)[key] ?? null);
}
