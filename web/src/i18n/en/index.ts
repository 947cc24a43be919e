/** English, a file a page; its shape is that of every other dictionary. */
import * as shell from "./shell";
import * as waysIn from "./ways-in";
import * as today from "./today";
import * as account from "./account";
import * as analytics from "./analytics";
import * as bookings from "./bookings";
import * as editor from "./editor";
import * as enquiries from "./enquiries";
import * as quotes from "./quotes";
import * as price from "./price";
import * as rates from "./rates";
import * as inbox from "./inbox";
import * as helpdesk from "./helpdesk";
import * as settings from "./settings";
import * as operator from "./operator";

export const en = {
  /** What the platform states in English is said as it comes. */
  fact: (text: string) => text,
  ...shell,
  ...waysIn,
  ...today,
  ...account,
  ...analytics,
  ...bookings,
  ...editor,
  ...enquiries,
  ...quotes,
  ...price,
  ...rates,
  ...inbox,
  ...helpdesk,
  ...settings,
  ...operator,
};

export type Dictionary = typeof en;
