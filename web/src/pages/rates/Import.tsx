/** A rate sheet from a file: checked at once, taken whole or not at all, each fault with its line and the cell itself. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { failure, raw } from "../../api/client";
import type { ImportReport } from "../../api/types";
import { useWords } from "../../i18n";
import { cellsOf } from "../../text/csv";
import { Dialog } from "../../ui/dialog";
import { Failure, spoken } from "../../ui/failure";
import { AlertIcon, CheckIcon, UploadIcon } from "../../ui/icons";
import { Button, Skeleton } from "../../ui/kit";
import { say } from "../../ui/toasts";

const MOST_BYTES = 5 * 1024 * 1024;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const isWorkbook = (file: File) => /\.xlsx$/i.test(file.name);

async function send(file: File, dryRun: boolean): Promise<ImportReport> {
  const answer = await raw("POST", `/rates/import?dry_run=${dryRun}`, await file.arrayBuffer(), { "content-type": isWorkbook(file) ? XLSX : "text/csv" });
  const body = (await answer.json().catch(() => undefined)) as ImportReport | undefined;
  if (answer.ok && body) return body;
  // A sheet with faults is answered 400 with a report, anything else with a problem.
  if (answer.status === 400 && body && Array.isArray(body.errors) && "imported" in body) return body;
  throw failure(answer, body);
}

export default function Import({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({ mutationFn: (chosen: File) => send(chosen, true) });
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: (report) => {
      if (report.errors.length > 0) return;
      say(t.rates.imported(report.imported));
      void client.invalidateQueries({ queryKey: ["rates"] });
      onClose();
    },
  });

  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setTooLarge(chosen.size > MOST_BYTES);
    setFile(chosen);
    take.reset();
    if (chosen.size <= MOST_BYTES) check.mutate(chosen);
  };
  const report = take.data ?? check.data;
  const failed = take.error ?? check.error;

  return (
    <Dialog title={t.rates.importTitle} open onClose={onClose} wide>
      <p className="lead">{t.rates.importText}</p>
      {tooLarge ? <p className="failure" role="alert">{t.rates.tooLarge}</p> : null}
      {failed ? <Failure failure={failed} /> : null}
      {check.isPending && file ? (
        <>
          <p role="status">{t.rates.checking(file.name)}</p>
          <Skeleton lines={4} />
        </>
      ) : null}
      {report && file && !check.isPending ? <Report report={report} file={file} /> : null}
      {check.isPending ? null : <Choose onChoose={choose} again={report !== undefined} />}
      {report && file && report.errors.length === 0 && !check.isPending ? (
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button look="primary" isPending={take.isPending} onPress={() => take.mutate(file)}>
            {take.isPending ? t.rates.importing : t.rates.replace}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function Choose({ onChoose, again }: { onChoose: (file: File | undefined) => void; again: boolean }) {
  const { t } = useWords();
  return (
    <DropZone
      className={`drop${again ? " again" : ""}`}
      onDrop={(event) => {
        const dropped = event.items.find((item) => item.kind === "file");
        if (dropped?.kind === "file") void dropped.getFile().then(onChoose);
      }}
    >
      {again ? null : <UploadIcon size={26} />}
      {again ? null : <span>{t.rates.drop}</span>}
      <FileTrigger acceptedFileTypes={["text/csv", ".csv", XLSX, ".xlsx"]} onSelect={(files) => onChoose(files?.[0])}>
        <Button>{again ? t.rates.anotherFile : t.rates.choose}</Button>
      </FileTrigger>
      {again ? null : (
        <details className="columns">
          <summary>{t.rates.columns}</summary>
          <code>{COLUMNS}</code>
        </details>
      )}
    </DropZone>
  );
}

const COLUMNS =
  "hotel, destination, country, stars, room_type, max_adults, max_occupancy, board, valid_from, valid_to, currency, basis, unit, price, single_supplement, included, extra_adult, child_bands, commission_pct, min_nights, stop_sell";
const FIRST = 200;

function Report({ report, file }: { report: ImportReport; file: File }) {
  const { t } = useWords();
  const cells = useCells(file, report);
  if (report.errors.length === 0) {
    return (
      <div className="good" role="status">
        <CheckIcon />
        <div>
          <strong>{t.rates.good(report.imported)}</strong>
          <p>{t.rates.goodHint}</p>
        </div>
      </div>
    );
  }
  const readable = !isWorkbook(file);
  const lines = new Set(report.errors.map((error) => error.line)).size;
  return (
    <>
      <div className="failure" role="alert">
        <AlertIcon />
        <div>
          <strong>{t.rates.bad(report.errors.length, lines)}</strong>
          <p>{t.rates.badHint}</p>
        </div>
      </div>
      <div className="scroll-box" tabIndex={0} role="region" aria-label={t.rates.why}>
        <table className="row-errors">
          <thead>
            <tr>
              <th scope="col" className="right">{t.rates.line}</th>
              <th scope="col">{t.rates.column}</th>
              {readable ? <th scope="col">{t.rates.found}</th> : null}
              <th scope="col">{t.rates.why}</th>
            </tr>
          </thead>
          <tbody>
            {report.errors.slice(0, FIRST).map((error, place) => (
              <tr key={place}>
                <td className="right">{error.line}</td>
                <td><code>{error.field || "–"}</code></td>
                {readable ? <td className="cell">{cells?.(error.line, error.field) ?? ""}</td> : null}
                <td>{spoken(t, error.message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What stands in a cell of the chosen file, by line and column. */
function useCells(file: File, report: ImportReport): ((line: number, column: string) => string | undefined) | undefined {
  const [cells, setCells] = useState<{ of: ImportReport; find: (line: number, column: string) => string | undefined }>();
  if (cells?.of !== report && report.errors.length > 0 && !isWorkbook(file)) {
    setCells({ of: report, find: () => undefined });
    void file.text().then((text) => {
      const find = cellsOf(text, new Set(report.errors.map((error) => error.line)));
      setCells({ of: report, find });
    });
  }
  return cells?.find;
}
