/** What the server's own commands take and give (`workspace/executeCommand`). Ranges are the protocol's: UTF-16 units. */

import type { Position, Range } from "vscode-languageclient/node";

/** The commands the server registers. */
export const Command = {
  search: "precedent.search",
  precedents: "precedent.precedents",
  statements: "precedent.statements",
  provenance: "precedent.provenance",
} as const;

export type Trust = "agreed" | "copy" | "rewrite" | "background";

/** A place in a read-only copy of a statement. */
export interface Place {
  uri: string;
  range: Range;
}

/** A passage that can be cited: which statement has it, where, and how far to trust it. */
export interface Passage extends Place {
  text: string;
  statement: string;
  section: string;
  title?: string;
  date?: string;
  place?: string;
  trust?: Trust;
  language?: string;
  score?: number;
  /** The passage with its variable parts as tab stops, in the protocol's snippet syntax. */
  snippet?: string;
}

export interface SearchArguments {
  text: string;
  language: string | null;
  limit: number;
}

export interface PrecedentsArguments {
  uri: string;
  position: Position;
}

/** A run of words that the draft shares with a precedent (`same`), adds to it or leaves out. */
export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A precedent for the sentence under the cursor. */
export interface Precedent extends Passage {
  /** Only loosely alike. */
  weak?: boolean;
  /** Word for word the same. */
  exact?: boolean;
  changes?: Change[];
  /** The official wording in the other language. */
  twin?: Passage;
  /** The precedents this one descends from, newest first. */
  lineage?: (Passage & { changes?: Change[] })[];
}

export interface Precedents {
  sentence: string;
  range: Range;
  precedents: Precedent[];
}

export interface ProvenanceArguments {
  uri: string;
}

/** Where the wording of a draft comes from. */
export interface Provenance {
  spans: { range: Range; year: number; statement: string; trust?: Trust }[];
  /** The share of the draft's words that are precedent wording, 0 to 1. */
  share: number;
  /** Sentence, nearest precedent, score, changed words and twin, as a Markdown table. */
  table: string;
}

export interface StatementOutline {
  id: string;
  title: string;
  date: string;
  place: string;
  language: string;
  trust: Trust;
  uri: string;
  sections: SectionOutline[];
}

export interface SectionOutline {
  heading: string;
  range: Range;
  passages: { text: string; range: Range }[];
}
