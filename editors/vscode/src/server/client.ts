/** A language client that leaves it to the notices to speak, and a server that dies is started anew, but not forever. */

import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  LanguageClient,
} from "vscode-languageclient/node";

/** How often a server may be restarted within `WHILE` milliseconds. */
const RESTARTS = 4;
const WHILE = 3 * 60 * 1000;

/** Writes what goes wrong to its output and shows no messages of its own. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Restarts implements ErrorHandler {
  private readonly times: number[] = [];
  private over = false;

  /** Whether the server was left dead. */
  get gaveUp(): boolean {
    return this.over;
  }

  /** A server that did not get as far as running is not worth another try. */
  constructor(private readonly hasRun: () => boolean) {}

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.times.push(now);
    const recent = this.times.filter((time) => now - time < WHILE);
    this.over = !this.hasRun() || recent.length > RESTARTS;
    return { action: this.over ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
  }
}
