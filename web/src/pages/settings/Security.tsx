/** One's own way in: name, password, the second step, and every place one is signed in. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { signIns, type SignIn } from "../../api/account";
import { can } from "../../api/can";
import { call } from "../../api/client";
import type { Profile } from "../../api/types";
import { ago, day } from "../../format";
import { useWords } from "../../i18n";
import { session, useSession } from "../../session/session";
import { useAct } from "../../ui/act";
import { Failure } from "../../ui/failure";
import { Button, Skeleton, Tag, TextField } from "../../ui/kit";
import { TwoSteps } from "./TwoSteps";

export function SecurityTab() {
  const here = useSession();
  if (here.kind !== "in") return null;
  return (
    <div className="narrow-page">
      {can("patch /auth/profile") ? <Name profile={here.user} /> : null}
      {can("post /auth/password/change") ? <Password /> : null}
      {can("post /auth/totp/enroll") ? <TwoSteps profile={here.user} /> : null}
      {can("get /auth/sessions") ? <Sessions /> : null}
    </div>
  );
}

const naming = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)) });

function Name({ profile }: { profile: Profile }) {
  const { t } = useWords();
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(naming), values: { name: profile.name } });
  const rename = useAct({
    work: (given: z.infer<typeof naming>) => call<Profile>("PATCH", "/auth/profile", given),
    said: t.app.saved,
    then: (saved) => session.rename({ ...profile, ...saved }),
  });
  return (
    <section className="panel" aria-labelledby="you">
      <header className="panel-head"><h2 id="you">{t.security.profile}</h2></header>
      <form className="panel-body inline-form" onSubmit={(event) => void handleSubmit((given) => rename.mutate(given))(event)} noValidate>
        <TextField label={t.security.name} autoComplete="name" error={formState.errors.name ? t.settings.needed : undefined} {...register("name")} />
        <Button type="submit" isPending={rename.isPending} isDisabled={!formState.isDirty}>{t.app.save}</Button>
      </form>
    </section>
  );
}

const change = z.object({
  current_password: z.string().check(z.minLength(1)),
  new_password: z.string().check(z.minLength(8), z.maxLength(128)),
});

function Password() {
  const { t } = useWords();
  const { register, handleSubmit, formState, reset } = useForm<z.infer<typeof change>>({
    resolver: zodResolver(change),
    defaultValues: { current_password: "", new_password: "" },
  });
  const set = useAct({
    work: (given: z.infer<typeof change>) => call("POST", "/auth/password/change", given),
    said: t.security.changed,
    changes: ["signIns"],
    then: () => reset(),
    shown: true,
  });
  const { errors } = formState;
  return (
    <section className="panel" aria-labelledby="password">
      <header className="panel-head"><h2 id="password">{t.security.password}</h2></header>
      <form className="panel-body" onSubmit={(event) => void handleSubmit((given) => set.mutate(given))(event)} noValidate>
        {set.error ? <Failure failure={set.error} /> : null}
        <div className="fields">
          <TextField label={t.security.current} type="password" autoComplete="current-password" error={errors.current_password ? t.settings.needed : undefined} {...register("current_password")} />
          <TextField label={t.security.next} type="password" autoComplete="new-password" hint={t.forgot.rule} error={errors.new_password ? t.forgot.rule : undefined} {...register("new_password")} />
        </div>
        <div className="form-foot"><Button type="submit" isPending={set.isPending}>{t.security.change}</Button></div>
      </form>
    </section>
  );
}

function Sessions() {
  const { t } = useWords();
  const list = useQuery(signIns);
  return (
    <section aria-labelledby="sessions">
      <header className="section-head"><h2 id="sessions">{t.security.sessions}</h2></header>
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton lines={3} tall /> : null}
      <ul className="list">
        {list.data?.items.map((one) => (
          <SessionRow key={one.id} signIn={one} />
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ signIn }: { signIn: SignIn }) {
  const { t, language } = useWords();
  const end = useAct({ work: () => call("DELETE", `/auth/sessions/${signIn.id}`), said: t.security.ended, changes: ["signIns"] });
  const used = t.security.seen(ago(language, signIn.refreshed_at, Date.now()));
  return (
    <li className="row static">
      <span className="row-main">
        <span className="row-who">{signIn.device || t.security.unknownDevice}</span>
        <span className="row-subject">{[signIn.address, t.security.since(day(language, signIn.created_at.slice(0, 10))), used].filter(Boolean).join(", ")}</span>
      </span>
      {signIn.current ? <Tag tone="green">{t.security.thisOne}</Tag> : (
        <Button small onPress={() => end.mutate()} isPending={end.isPending}>{t.security.end}</Button>
      )}
    </li>
  );
}
