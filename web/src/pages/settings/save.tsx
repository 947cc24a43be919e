/** Saving a section: the version that was read goes along, and a stale one brings the present settings instead. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, ApiFailure, ok } from "../../api/client";
import { agency } from "../../api/queries";
import type { Tenant } from "../../api/types";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Button } from "../../ui/kit";
import { say } from "../../ui/toasts";

export interface SectionProps {
  tenant: Tenant;
  admin: boolean;
}

export function useSave(tenant: Tenant) {
  const { t } = useWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { name?: string; config?: Record<string, unknown> }) =>
      ok(api.PATCH("/api/v1/tenants/me", { body: { version: tenant.version, ...change } })),
    onSuccess: (saved) => {
      client.setQueryData(agency.queryKey, saved);
      say(t.app.saved);
    },
    onError: (failure) => {
      if (failure instanceof ApiFailure && failure.status === 409) void client.invalidateQueries({ queryKey: agency.queryKey });
    },
  });
}

interface FootProps {
  save: ReturnType<typeof useSave>;
  dirty: boolean;
  admin: boolean;
  onDiscard: () => void;
  children?: ReactNode;
}

export function SaveFoot({ save, dirty, admin, onDiscard, children }: FootProps) {
  const { t } = useWords();
  const stale = save.error instanceof ApiFailure && save.error.status === 409;
  return (
    <>
      {stale ? <p className="callout" role="alert">{t.settings.stale}</p> : save.error ? <Failure failure={save.error} /> : null}
      {admin ? (
        <div className="form-foot">
          {children}
          <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!dirty}>{t.app.save}</Button>
          {dirty ? <Button look="quiet" onPress={onDiscard}>{t.app.discard}</Button> : null}
        </div>
      ) : null}
    </>
  );
}
