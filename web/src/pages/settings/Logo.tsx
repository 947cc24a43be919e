/** The agency's logo: chosen, read and written anew by the platform, and shown from there. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { can } from "../../api/can";
import { call, raw, taken } from "../../api/client";
import { agency } from "../../api/queries";
import type { Tenant } from "../../api/types";
import { useWords } from "../../i18n";
import { useAct } from "../../ui/act";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";

const MOST_BYTES = 1024 * 1024;
const TYPES = ["image/png", "image/jpeg", "image/webp"];

/** The logo by its path: the console and the API are under one name. */
export function logoOf(tenant: Tenant): string | undefined {
  const url = tenant.config.branding?.logo_url;
  return url ? new URL(url, location.origin).pathname : undefined;
}

export function LogoField({ tenant, admin }: { tenant: Tenant; admin: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [large, setLarge] = useState(false);
  const logo = logoOf(tenant);
  const then = () => void client.invalidateQueries({ queryKey: agency.queryKey });
  const put = useAct({
    work: async (file: File) => taken(await raw("PUT", "/tenants/me/logo", await file.arrayBuffer(), { "content-type": file.type })),
    said: t.settings.logoSaved,
    then,
    shown: true,
  });
  const remove = useAct({ work: () => call("DELETE", "/tenants/me/logo"), said: t.settings.logoGone, then });
  const choose = (file: File | undefined) => {
    if (!file) return;
    setLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) put.mutate(file);
  };
  return (
    <div className="field" role="group" aria-labelledby="logo">
      <span className="field-label" id="logo">{t.settings.logo}</span>
      <div className="logo">
        {logo ? <img src={logo} alt={t.settings.logo} /> : <span className="hint">{t.settings.noLogo}</span>}
        {admin ? (
          <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => choose(files?.[0])}>
            <Button small isPending={put.isPending}>{t.settings.chooseLogo}</Button>
          </FileTrigger>
        ) : null}
        {admin && logo && can("delete /tenants/me/logo") ? <Button small look="quiet" onPress={() => remove.mutate()}>{t.app.remove}</Button> : null}
      </div>
      <p className="hint">{t.settings.logoHint}</p>
      {large ? <p className="error" role="alert">{t.settings.logoLarge}</p> : null}
      {put.error ? <Failure failure={put.error} /> : null}
    </div>
  );
}
