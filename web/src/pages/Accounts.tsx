/** Ways in from a mail: a forgotten password, a new one, an invitation. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { call } from "../api/client";
import { useWords } from "../i18n";
import { Failure } from "../ui/failure";
import { Button, TextField } from "../ui/kit";
import { Mark } from "../ui/Mark";
import "../styles/sign-in.css";

function Card({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main className="front-form" id="page">
      <div className="front-card">
        <p className="front-mark"><Mark size={36} /></p>
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {children}
        <p className="front-links"><Link to="/sign-in">{t.signIn.title}</Link></p>
      </div>
    </main>
  );
}

const address = z.object({ email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+$/)) });

export function Forgot() {
  const { t } = useWords();
  const { register, handleSubmit, formState } = useForm<z.infer<typeof address>>({ resolver: zodResolver(address) });
  const ask = useMutation({ mutationFn: (given: z.infer<typeof address>) => call("POST", "/auth/password/forgot", given) });
  return (
    <Card title={t.forgot.title} lead={ask.isSuccess ? t.forgot.sent : t.forgot.lead}>
      {ask.isSuccess ? null : (
        <form onSubmit={(event) => void handleSubmit((given) => ask.mutate(given))(event)} noValidate>
          {ask.error ? <Failure failure={ask.error} /> : null}
          <TextField label={t.signIn.email} type="email" autoComplete="username" error={formState.errors.email ? t.settings.badEmail : undefined} {...register("email")} />
          <Button type="submit" look="primary" isPending={ask.isPending}>{t.forgot.submit}</Button>
        </form>
      )}
    </Card>
  );
}

const secret = z.object({ name: z.optional(z.string()), password: z.string().check(z.minLength(8), z.maxLength(128)) });
type Secret = z.infer<typeof secret>;

function Choose({ path, named, title, lead, submit }: { path: string; named: boolean; title: string; lead?: string; submit: string }) {
  const { t } = useWords();
  const { token } = useSearch({ strict: false });
  const { register, handleSubmit, formState } = useForm<Secret>({ resolver: zodResolver(secret) });
  const set = useMutation({
    mutationFn: ({ name, password }: Secret) => call("POST", path, { token, password, ...(named ? { name: name ?? "" } : {}) }),
  });
  if (!token) return <Card title={title} lead={t.forgot.noToken}>{null}</Card>;
  return (
    <Card title={title} {...(set.isSuccess ? { lead: t.forgot.done } : lead ? { lead } : {})}>
      {set.isSuccess ? null : (
        <form onSubmit={(event) => void handleSubmit((given) => set.mutate(given))(event)} noValidate>
          {set.error ? <Failure failure={set.error} /> : null}
          {named ? <TextField label={t.forgot.name} autoComplete="name" {...register("name")} /> : null}
          <TextField label={t.signIn.password} type="password" autoComplete="new-password" hint={t.forgot.rule} error={formState.errors.password ? t.forgot.rule : undefined} {...register("password")} />
          <Button type="submit" look="primary" isPending={set.isPending}>{submit}</Button>
        </form>
      )}
    </Card>
  );
}

export function Reset() {
  const { t } = useWords();
  return <Choose path="/auth/password/reset" named={false} title={t.forgot.newTitle} submit={t.forgot.submitNew} />;
}

export function Invitation() {
  const { t } = useWords();
  return <Choose path="/auth/invitations/accept" named title={t.forgot.invitation} lead={t.forgot.invitationLead} submit={t.forgot.join} />;
}
