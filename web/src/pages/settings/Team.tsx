/** Who belongs to the agency: roles, invitations on their way, and leaving. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { invitations, people, type Invited, type Person } from "../../api/account";
import { call } from "../../api/client";
import type { Role } from "../../api/types";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { useAct } from "../../ui/act";
import { Confirm, Dialog } from "../../ui/dialog";
import { Failure, inWords } from "../../ui/failure";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Button, IconButton, SelectField, Skeleton, Tag, TextField } from "../../ui/kit";
import { say } from "../../ui/toasts";

const ROLES = ["viewer", "consultant", "admin"] as const satisfies Role[];

export function TeamTab({ admin }: { admin: boolean }) {
  const { t } = useWords();
  const [inviting, setInviting] = useState(false);
  const list = useQuery(people);
  if (list.error) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton lines={5} tall />;
  return (
    <div className="narrow-page">
      <p className="lead tab-lead">{t.team.lead}</p>
      <section aria-labelledby="people">
        <header className="section-head">
          <h2 id="people">{t.team.people}</h2>
          {admin ? <Button look="primary" onPress={() => setInviting(true)}><PlusIcon size={16} /> {t.team.invite}</Button> : null}
        </header>
        <ul className="list">
          {list.data.items.map((person) => (
            <PersonRow key={person.id} person={person} admin={admin} />
          ))}
        </ul>
      </section>
      {admin ? <OnTheirWay /> : null}
      {inviting ? <Invite onClose={() => setInviting(false)} /> : null}
    </div>
  );
}

function PersonRow({ person, admin }: { person: Person; admin: boolean }) {
  const { t } = useWords();
  const here = useSession();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const self = here.kind === "in" && here.user.id === person.id;
  const remove = useAct({
    work: () => call("DELETE", `/users/${person.id}`),
    said: t.team.removed(person.name),
    changes: ["people"],
    then: () => setLeaving(false),
  });
  // The choice stands at once, and goes back should the platform refuse it.
  const promote = useAct({
    work: (role: Role) => call("PATCH", `/users/${person.id}`, { role }),
    said: (_, role) => t.team.changed(person.name, t.roles[role]),
  });
  const choose = (role: Role) => {
    const before = client.getQueryData(people.queryKey);
    client.setQueryData(people.queryKey, before && { ...before, items: before.items.map((one) => (one.id === person.id ? { ...one, role } : one)) });
    promote.mutate(role, {
      onError: (failure) => {
        client.setQueryData(people.queryKey, before);
        say(inWords(t, failure), { tone: "bad" });
      },
      onSettled: () => void client.invalidateQueries({ queryKey: people.queryKey }),
    });
  };
  return (
    <li className="row static">
      <span className="row-main">
        <span className="row-who">{person.name || person.email} {self ? <Tag>{t.team.you}</Tag> : null}</span>
        <span className="row-subject">{person.email}</span>
      </span>
      {person.totp_enabled ? <Tag tone="green">{t.team.protected}</Tag> : null}
      {admin && !self ? (
        <select className="select-small" aria-label={t.team.roleOf(person.name)} value={person.role} onChange={(event) => choose(event.target.value as Role)}>
          {ROLES.map((role) => (
            <option key={role} value={role}>{t.roles[role]}</option>
          ))}
        </select>
      ) : (
        <span className="row-when">{t.roles[person.role]}</span>
      )}
      {admin && !self ? (
        <IconButton label={`${t.app.remove}: ${person.name}`} onPress={() => setLeaving(true)}><TrashIcon size={17} /></IconButton>
      ) : null}
      <Confirm title={t.team.removeTitle(person.name)} open={leaving} onClose={() => setLeaving(false)} onConfirm={() => remove.mutate()} confirm={t.app.remove} danger busy={remove.isPending}>
        <p>{t.team.removeText}</p>
      </Confirm>
    </li>
  );
}

function OnTheirWay() {
  const { t } = useWords();
  const list = useQuery(invitations);
  const open = list.data?.items ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="on-their-way">
      <header className="section-head"><h2 id="on-their-way">{t.team.open}</h2></header>
      <ul className="list">
        {open.map((one) => (
          <InvitedRow key={one.id} invited={one} />
        ))}
      </ul>
    </section>
  );
}

function InvitedRow({ invited }: { invited: Invited }) {
  const { t, language } = useWords();
  const resend = useAct({ work: () => call("POST", `/invitations/${invited.id}/resend`), said: t.team.invited(invited.email), changes: ["invitations"] });
  const revoke = useAct({ work: () => call("DELETE", `/invitations/${invited.id}`), said: t.team.revoked, changes: ["invitations"] });
  return (
    <li className="row static">
      <span className="row-main">
        <span className="row-who">{invited.name || invited.email}</span>
        <span className="row-subject">{invited.email}, {t.roles[invited.role]}, {t.team.until(day(language, invited.expires_at.slice(0, 10)))}</span>
      </span>
      <Button small onPress={() => resend.mutate()} isPending={resend.isPending}>{t.team.resend}</Button>
      <Button small look="quiet" onPress={() => revoke.mutate()} isPending={revoke.isPending}>{t.team.revoke}</Button>
    </li>
  );
}

const form = z.object({
  name: z.string().check(z.trim(), z.minLength(1)),
  email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+$/)),
  role: z.enum(ROLES),
});
type Form = z.infer<typeof form>;

function Invite({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { register, handleSubmit, formState, watch } = useForm<Form>({ resolver: zodResolver(form), defaultValues: { role: "consultant" } });
  const invite = useAct({
    work: (given: Form) => call("POST", "/invitations", given),
    said: (_, given) => t.team.invited(given.email),
    changes: ["invitations"],
    then: onClose,
    shown: true,
  });
  const { errors } = formState;
  return (
    <Dialog title={t.team.inviteTitle} open onClose={onClose}>
      <p className="lead">{t.team.inviteText}</p>
      {invite.error ? <Failure failure={invite.error} /> : null}
      <form onSubmit={(event) => void handleSubmit((given) => invite.mutate(given))(event)} noValidate>
        <div className="fields one">
          <TextField label={t.team.name} error={errors.name ? t.settings.needed : undefined} {...register("name")} />
          <TextField label={t.team.email} type="email" error={errors.email ? t.settings.badEmail : undefined} {...register("email")} />
          <SelectField label={t.team.role} hint={t.team.roleHint[watch("role")]} {...register("role")}>
            {ROLES.map((role) => (
              <option key={role} value={role}>{t.roles[role]}</option>
            ))}
          </SelectField>
        </div>
        <div className="window-actions">
          <Button onPress={onClose}>{t.app.cancel}</Button>
          <Button type="submit" look="primary" isPending={invite.isPending}>{t.team.sendInvitation}</Button>
        </div>
      </form>
    </Dialog>
  );
}
