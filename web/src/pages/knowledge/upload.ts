/** A file on its way into the knowledge base: opened, sent to the address given, and followed until everything in it was read. */
import { call } from "../../api/client";

export interface Upload {
  id: string;
  name: string;
  state: "waiting" | "working" | "done" | "failed";
  progress: number;
  documents_added: number;
  documents_replaced: number;
  documents_failed: number;
  passages: number;
  errors: { line: number; field: string; message: string }[];
  /** Where a new one is to be sent. */
  upload?: { method: string; url: string; expires_at: string };
}

export type Stage = { kind: "sending"; share: number } | { kind: "reading"; upload: Upload } | { kind: "over"; upload: Upload };

const EVERY_MS = 1_000;
/** A file that is not taken up by then is left to the platform's own sweep. */
const PATIENCE_MS = 15 * 60_000;

export async function uploaded(file: File, about: { category?: string; visibility?: string }, tell: (stage: Stage) => void): Promise<Upload> {
  tell({ kind: "sending", share: 0 });
  const opened = await call<Upload>("POST", "/knowledge/uploads", { name: file.name, ...about });
  if (!opened.upload) throw new Error("the platform named no address for the file");
  await put(opened.upload.url, file, (share) => tell({ kind: "sending", share }));
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await rest()) {
    const now = await call<Upload>("GET", `/knowledge/uploads/${opened.id}`);
    if (now.state === "done" || now.state === "failed") {
      tell({ kind: "over", upload: now });
      return now;
    }
    tell({ kind: "reading", upload: now });
  }
  return opened;
}

const rest = () => new Promise((done) => setTimeout(done, EVERY_MS));

/** Only the older way of sending tells how far it has come. */
function put(url: string, file: File, tell: (share: number) => void): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.upload.onprogress = (event) => event.lengthComputable && tell(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? done() : failed(new Error(`the file was refused with ${request.status}`)));
    request.onerror = () => failed(new Error("the file could not be sent"));
    request.send(file);
  });
}
