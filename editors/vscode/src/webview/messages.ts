/** What the Precedents view and the extension tell each other. All texts are plain text. */

export interface Version {
  source: string;
  trust: string;
  language: string;
  changes: { kind: "same" | "added" | "removed"; text: string }[];
}

export interface Card extends Version {
  likeness: string;
  weak: boolean;
  twin: Version | null;
  lineage: Version[];
}

export interface Labels {
  insert: string;
  open: string;
  twin: string;
  lineage: string;
  added: string;
  removed: string;
}

export type ToView =
  | { kind: "labels"; labels: Labels }
  | { kind: "legend"; title: string; tints: { year: number; color: number }[] }
  | { kind: "precedents"; sentence: string; cards: Card[] }
  | { kind: "nothing"; text: string };

/** Which text of a card: its own, its twin's, or an ancestor by number. */
export type Which = "self" | "twin" | number;

export type FromView = { kind: "ready" } | { kind: "insert" | "open"; card: number; of: Which };
