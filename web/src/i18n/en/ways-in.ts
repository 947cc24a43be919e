import { plural } from "../plural";

export const signIn = {
  title: "Sign in",
  lead: "Every enquiry read, priced and ready for your eye.",
  email: "Mail address",
  password: "Password",
  totp: "Six-digit code",
  haveCode: "I use a sign-in code",
  submit: "Sign in",
  forgot: "Forgot your password?",
  wrong: "The address or the password is not right.",
  wait: (seconds: number) => `Too many attempts. Try again in ${plural(seconds, "second", "seconds")}.`,
  expired: "Your session has ended. Sign in to carry on where you were.",
  left: "You are signed out.",
  suspended: "Your agency is suspended at the moment. Please talk to the operator of the platform.",
  operator: "Operator's panel",
  how: ["A traveller writes an ordinary mail.", "Tripdesk marks what it says, and only what it says.", "Your own rates price it. You decide what goes out."],
  sample: {
    from: "From: Mara Lindqvist",
    before: "We are ",
    party: "two adults and our son (6)",
    middle: ", hoping for a week by the sea ",
    dates: "from 4 to 11 July",
    after: ", half board if you can.",
    alt: "A sample mail with the party and the dates marked",
  },
};

export const forgot = {
  title: "Reset your password",
  lead: "Tell us your address and we send you a link.",
  submit: "Send the link",
  sent: "If the address is known, a link is on its way. It is good for one use.",
  newTitle: "Choose a new password",
  submitNew: "Set the password",
  done: "The password is set. You can sign in with it now.",
  invitation: "Welcome to Tripdesk",
  invitationLead: "Choose your name and a password to join your agency.",
  name: "Your name",
  join: "Join",
  noToken: "This link is incomplete. Open it from the mail once more.",
  rule: "At least 15 characters. A few words that belong to you alone are best.",
};
