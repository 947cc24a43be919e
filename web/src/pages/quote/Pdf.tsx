/** The PDF as the traveller gets it, fetched with the session and shown from memory. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { failure as failed, raw } from "../../api/client";
import type { Quote } from "../../api/types";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Skeleton } from "../../ui/kit";

export function Pdf({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const [url, setUrl] = useState<string>();
  const file = useQuery({
    queryKey: ["quotes", quote.id, "pdf", quote.revision, quote.version],
    queryFn: async () => {
      const answer = await raw("GET", `/quotes/${quote.id}/pdf`);
      if (!answer.ok) throw failed(answer, await answer.json().catch(() => undefined));
      return new Blob([await answer.arrayBuffer()], { type: "application/pdf" });
    },
    staleTime: Infinity,
  });
  useEffect(() => {
    if (!file.data) return;
    const made = URL.createObjectURL(file.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.data]);

  return (
    <section className="panel document" aria-labelledby="document">
      <header className="panel-head">
        <h2 id="document">{t.quotes.pdf}</h2>
        {url ? <a href={url} target="_blank" rel="noreferrer">{t.quotes.pdfOpen}</a> : null}
      </header>
      {file.isPending ? <div className="panel-body"><Skeleton lines={8} /></div> : null}
      {file.error ? <div className="panel-body"><Failure failure={file.error} retry={() => void file.refetch()} /></div> : null}
      {url ? <iframe src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={t.quotes.pdfPages} /> : null}
    </section>
  );
}
