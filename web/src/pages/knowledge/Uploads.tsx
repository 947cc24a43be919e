/** Files chosen or dropped, each with how far it has come and what in it was refused. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useWords } from "../../i18n";
import { Dialog } from "../../ui/dialog";
import { Failure, spoken } from "../../ui/failure";
import { UploadIcon } from "../../ui/icons";
import { Button, SelectField, Tag } from "../../ui/kit";
import { VISIBILITIES } from "./fields";
import { uploaded, type Stage } from "./upload";

const TYPES = [".md", ".txt", ".html", ".pdf", ".docx", ".ndjson", ".jsonl"];

interface Sent {
  name: string;
  stage?: Stage;
  failure?: unknown;
}

export default function Uploads({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [files, setFiles] = useState<Sent[]>([]);
  const [visibility, setVisibility] = useState<string>("internal");
  const put = (name: string, next: Partial<Sent>) => setFiles((all) => all.map((one) => (one.name === name ? { ...one, ...next } : one)));
  const take = async (chosen: File[]) => {
    setFiles((all) => [...all.filter((one) => !chosen.some((file) => file.name === one.name)), ...chosen.map((file) => ({ name: file.name }))]);
    for (const file of chosen) {
      try {
        await uploaded(file, { visibility }, (stage) => put(file.name, { stage }));
      } catch (failure) {
        put(file.name, { failure });
      }
      void client.invalidateQueries({ queryKey: ["documents"] });
    }
  };
  return (
    <Dialog title={t.knowledge.uploadTitle} open onClose={onClose} wide>
      <p className="lead">{t.knowledge.uploadText}</p>
      <SelectField label={t.knowledge.visibility} hint={t.knowledge.visibilityHint} value={visibility} onChange={(event) => setVisibility(event.target.value)}>
        {VISIBILITIES.map((one) => (
          <option key={one} value={one}>{t.knowledge.visibilities[one]}</option>
        ))}
      </SelectField>
      <DropZone
        className="drop"
        onDrop={(event) => {
          const dropped = event.items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : []));
          void Promise.all(dropped).then(take);
        }}
      >
        <UploadIcon size={26} />
        <span>{t.knowledge.drop}</span>
        <FileTrigger allowsMultiple acceptedFileTypes={TYPES} onSelect={(list) => list && void take([...list])}>
          <Button>{t.knowledge.choose}</Button>
        </FileTrigger>
      </DropZone>
      <ul className="uploads">
        {files.map((file) => (
          <li key={file.name}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
      <div className="window-actions">
        <Button onPress={onClose}>{t.app.close}</Button>
      </div>
    </Dialog>
  );
}

function FileLine({ file: { name, stage, failure } }: { file: Sent }) {
  const { t } = useWords();
  const upload = stage?.kind === "reading" || stage?.kind === "over" ? stage.upload : undefined;
  const percent = stage?.kind === "sending" ? Math.round(stage.share * 100) : (upload?.progress ?? 0);
  const over = stage?.kind === "over";
  const words = !stage ? t.knowledge.waiting : stage.kind === "sending" ? t.knowledge.sending(percent) : over ? "" : t.knowledge.reading(percent);
  return (
    <>
      <p className="upload-head">
        <strong>{name}</strong>
        {over && upload ? (
          <Tag tone={upload.state === "failed" || upload.documents_failed > 0 ? "red" : "green"}>
            {t.knowledge.taken(upload.documents_added + upload.documents_replaced, upload.documents_failed)}
          </Tag>
        ) : null}
      </p>
      {over || failure ? null : <progress max={100} value={stage ? percent : undefined} aria-label={name} />}
      {words && !failure ? <p className="hint" role="status">{words}</p> : null}
      {failure ? <Failure failure={failure} /> : null}
      {upload && upload.errors.length > 0 ? (
        <ul className="upload-errors">
          {upload.errors.map((error, at) => (
            <li key={at}>{error.line > 0 ? `${t.rates.line} ${error.line}: ` : ""}{error.field ? <code>{error.field}</code> : null} {spoken(t, error.message)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
