/** The agency's logo: chosen, shown at once, and kept by the platform in a form of its own. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { agency } from "../../api/queries";
import { raw, taken } from "../../api/client";
import { can } from "../../api/can";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";

const MOST_BYTES = 1024 * 1024;
const TYPES = ["image/png", "image/jpeg", "image/webp"];

/** The logo as it stands, as an address that the page may show. */
export function useLogo(version: number) {
  const [url, setUrl] = useState<string>();
  const found = useQuery({
    queryKey: ["logo", version],
    queryFn: async () => {
      const answer = await raw("GET", "/tenants/me/logo");
      return answer.ok ? answer.blob() : null;
    },
    enabled: can("get /tenants/me/logo"),
    staleTime: Infinity,
  });
  useEffect(() => {
    if (!found.data) return setUrl(undefined);
    const made = URL.createObjectURL(found.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [found.data]);
  return { url };
}

export function LogoField({ logo, admin }: { logo: ReturnType<typeof useLogo>; admin: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [large, setLarge] = useState(false);
  const put = useAct({
    work: async (file: File) => taken(await raw("PUT", "/tenants/me/logo", await file.arrayBuffer(), { "content-type": file.type })),
    said: t.settings.logoSaved,
    changes: ["logo"],
    then: () => void client.invalidateQueries({ queryKey: agency.queryKey }),
    shown: true,
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    setLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) put.mutate(file);
  };
  return (
    <div className="field" role="group" aria-labelledby="logo">
      <span className="field-label" id="logo">{t.settings.logo}</span>
      <div className="logo">
        {logo.url ? <img src={logo.url} alt={t.settings.logo} /> : <span className="hint">{t.settings.noLogo}</span>}
        {admin ? (
          <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => choose(files?.[0])}>
            <Button small isPending={put.isPending}>{t.settings.chooseLogo}</Button>
          </FileTrigger>
        ) : null}
      </div>
      <p className="hint">{t.settings.logoHint}</p>
      {large ? <p className="error" role="alert">{t.settings.logoLarge}</p> : null}
      {put.error ? <Failure failure={put.error} /> : null}
    </div>
  );
}
