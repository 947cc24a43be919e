/**
 * The API as the console knows it, in the form `openapi-typescript` gives: `npm run api` replaces this file by what
 * `openapi.json` says.
 */
type Json<T> = { headers: { [name: string]: unknown }; content: { "application/json": T } };
type Fails = { headers: { [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"] } };
type None = { headers: { [name: string]: unknown }; content?: never };
type Params<Path, Query> = { query?: Query; header?: never; path: Path; cookie?: never };
type Free<Query = never> = { query?: Query; header?: never; path?: never; cookie?: never };
type Page = { limit?: number; cursor?: string };
type Read<T, Query = never> = { parameters: Free<Query>; requestBody?: never; responses: { 200: Json<T>; default: Fails } };
type ReadOne<T, Path, Query = never> = {
  parameters: Params<Path, Query>;
  requestBody?: never;
  responses: { 200: Json<T>; default: Fails };
};
type Write<Body, T, Query = never> = {
  parameters: Free<Query>;
  requestBody: { content: { "application/json": Body } };
  responses: { 200: Json<T>; default: Fails };
};
type WriteOne<Body, T, Path> = {
  parameters: Params<Path, never>;
  requestBody: { content: { "application/json": Body } };
  responses: { 200: Json<T>; default: Fails };
};
type Act<T, Path> = { parameters: Params<Path, never>; requestBody?: never; responses: { 200: Json<T>; default: Fails } };
type Id = { id: string };

export interface paths {
  "/api/v1/auth/login": { post: Write<components["schemas"]["Login"], components["schemas"]["SignedIn"]> };
  "/api/v1/auth/logout": { post: { parameters: Free; requestBody?: never; responses: { 204: None; default: Fails } } };
  "/api/v1/auth/me": { get: Read<components["schemas"]["Profile"]> };
  "/api/v1/tenants/me": {
    get: Read<components["schemas"]["Tenant"]>;
    patch: Write<components["schemas"]["AgencyChange"], components["schemas"]["Tenant"]>;
  };
  "/api/v1/notifications": { get: Read<Listing<components["schemas"]["Notification"]>, Page> };
  "/api/v1/notifications/unread": { get: Read<components["schemas"]["Unread"]> };
  "/api/v1/notifications/{id}/read": { post: Act<components["schemas"]["Unread"], Id> };
  "/api/v1/enquiries": { get: Read<Listing<components["schemas"]["EnquiryView"]>, Page> };
  "/api/v1/enquiries/{id}": { get: ReadOne<components["schemas"]["EnquiryView"], Id> };
  "/api/v1/enquiries/{id}/quote": {
    post: { parameters: Params<Id, never>; requestBody?: never; responses: { 202: Json<{ quote_id: string }>; default: Fails } };
  };
  "/api/v1/quotes": { get: Read<Listing<components["schemas"]["QuoteSummary"]>, Page> };
  "/api/v1/quotes/{id}": { get: ReadOne<components["schemas"]["QuoteView"], Id> };
  "/api/v1/quotes/price": { post: Write<components["schemas"]["PriceRequest"], components["schemas"]["Offer"]> };
  "/api/v1/rates": { get: Read<Listing<components["schemas"]["RateRecord"]>, Page> };
  "/api/v1/rates/{id}": {
    get: ReadOne<components["schemas"]["RateRecord"], Id>;
    put: WriteOne<components["schemas"]["RateRow"], components["schemas"]["RateRecord"], Id>;
    delete: { parameters: Params<Id, never>; requestBody?: never; responses: { 204: None; default: Fails } };
  };
  "/api/v1/hotels": { get: Read<components["schemas"]["Hotels"]> };
  "/api/v1/extras": { get: Read<components["schemas"]["Extras"]>; put: Write<components["schemas"]["Extras"], components["schemas"]["Extras"]> };
  "/api/v1/fx": { get: Read<components["schemas"]["FxRates"]>; put: Write<components["schemas"]["FxRates"], components["schemas"]["FxRates"]> };
}

type Listing<T> = { items: T[]; next_cursor?: string | null };
type Evidence<T> = {
  value: T;
  origin: components["schemas"]["Origin"];
  confidence: number;
  source?: components["schemas"]["Source"] | null;
};

export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      request_id: string;
      errors: components["schemas"]["FieldError"][];
    };
    FieldError: { field: string; message: string };
    Login: { email: string; password: string };
    SignedIn: {
      access_token: string;
      token_type: string;
      expires_in: number;
      user: components["schemas"]["Profile"];
    };
    Profile: { id: string; email: string; name: string; role: components["schemas"]["Role"]; tenant_id: string };
    Role: "viewer" | "consultant" | "admin";
    Tenant: {
      id: string;
      name: string;
      status: "active" | "suspended" | "deleted";
      version: number;
      config: components["schemas"]["Config"];
      created_at: string;
      updated_at: string;
    };
    Config: {
      timezone: string;
      currency: string;
      language?: "en" | "de" | "fr" | "es" | "pt" | "nl";
      branding?: components["schemas"]["Branding"];
      destinations?: components["schemas"]["Destination"][];
      email?: { from_name?: string; from_address?: string; reply_to?: string };
      consultants?: components["schemas"]["Consultant"][];
      quoting?: components["schemas"]["Quoting"];
      required_enquiry_fields?: string[];
      knowledge?: { categories?: string[] };
      agents?: { inbound?: components["schemas"]["AgentSettings"]; helpdesk?: components["schemas"]["AgentSettings"] };
      plan?: { max_users?: number; max_monthly_quotes?: number; max_storage_mb?: number; requests_per_minute?: number };
    };
    AgentSettings: { enabled?: boolean; tone?: "friendly" | "formal" | "concise" };
    Branding: {
      company_name?: string;
      logo_url?: string | null;
      primary_color?: string;
      secondary_color?: string;
      email_signature?: string;
    };
    Destination: { name: string; code?: string; aliases?: string[]; enabled?: boolean };
    Consultant: { name: string; email: string; active?: boolean };
    Quoting: {
      validity_days?: number;
      follow_up_days?: number;
      display_currency?: string | null;
      markup_pct?: string;
      margin_floor_pct?: string;
      fx_buffer_pct?: string;
      rounding_step?: string;
      auto_send?: "off" | "gated";
      auto_send_cap?: string | null;
      terms?: string;
    };
    AgencyChange: { version: number; name?: string | null; config?: Record<string, unknown> | null };
    Notification: {
      id: string;
      kind: string;
      text: string;
      subject_id: string;
      read_by?: string[];
      created_at: string;
    };
    Unread: { unread: number };
    Origin: "stated" | "inferred" | "default";
    Source: { message_id: string; part: "subject" | "text" | "from"; text: string; start: number; end: number };
    Dates:
      | { kind: "exact"; check_in: string; check_out: string }
      | { kind: "window"; earliest: string; latest: string }
      | { kind: "month"; month: string };
    Budget: { amount: string; max?: string | null; currency: string; basis: "total" | "per_person" | "per_night" };
    Board: "room_only" | "bed_and_breakfast" | "half_board" | "full_board" | "all_inclusive" | "self_catering";
    Room: { adults: number; child_ages?: number[] };
    Stay: { check_in: string; check_out: string };
    Fields: {
      destinations?: Evidence<string[]> | null;
      origin?: Evidence<string> | null;
      dates?: Evidence<components["schemas"]["Dates"]> | null;
      nights?: Evidence<number> | null;
      rooms?: Evidence<components["schemas"]["Room"][]> | null;
      room_count?: Evidence<number> | null;
      adults?: Evidence<number> | null;
      children?: Evidence<number> | null;
      child_ages?: Evidence<number[]> | null;
      budget?: Evidence<components["schemas"]["Budget"]> | null;
      board?: Evidence<components["schemas"]["Board"]> | null;
      stars?: Evidence<number> | null;
      requested_hotels?: Evidence<string[]> | null;
      interests?: Evidence<string[]> | null;
      special_requests?: Evidence<string> | null;
      contact?: {
        name?: Evidence<string> | null;
        email?: Evidence<string> | null;
        phone?: Evidence<string> | null;
      };
      is_travel_enquiry?: Evidence<boolean> | null;
    };
    EnquiryState: "new" | "needs_info" | "qualified" | "quoted" | "won" | "lost" | "rejected" | "spam";
    EnquiryView: {
      id: string;
      state: components["schemas"]["EnquiryState"];
      reason?: string | null;
      class: string;
      created_at: string;
      updated_at: string;
      subject: string;
      message_ids: string[];
      fields: components["schemas"]["Fields"];
      missing: string[];
      draft_reply?: string | null;
      quote_id?: string | null;
      follows?: string | null;
      version: number;
    };
    Money: { amount: string; currency: string };
    QuoteState:
      | "draft"
      | "ready"
      | "sent"
      | "viewed"
      | "accepted"
      | "declined"
      | "expired"
      | "superseded"
      | "withdrawn";
    QuoteSummary: {
      id: string;
      number: string;
      enquiry_id: string;
      state: components["schemas"]["QuoteState"];
      revision: number;
      valid_until: string;
      reasons: string[];
      traveller: { name: string; email: string };
      main_total?: components["schemas"]["Money"] | null;
      main_hotel?: string | null;
      created_at: string;
      updated_at: string;
      version: number;
      links: { public?: string | null; pdf: string };
    };
    QuoteView: components["schemas"]["QuoteSummary"] & {
      revisions: { revision: number; created_at: string; main_total?: components["schemas"]["Money"] | null }[];
      options: components["schemas"]["PricedOption"][];
      dates: components["schemas"]["Stay"];
      rooms: components["schemas"]["Room"][];
      notes: string[];
    };
    PriceRequest: {
      party: { rooms: components["schemas"]["Room"][] };
      dates: components["schemas"]["Stay"];
      destination?: string | null;
      hotels?: string[];
      board?: string | null;
      stars?: number | null;
      budget?: components["schemas"]["Budget"] | null;
      limit?: number;
      estimate?: "none" | "last_season";
    };
    Offer: { options: components["schemas"]["PricedOption"][]; refused: components["schemas"]["Refusal"][] };
    PricedOption: {
      hotel: string;
      destination: string;
      country: string;
      room_type: string;
      board: string;
      stars: number;
      is_main: boolean;
      estimate: boolean;
      lines: components["schemas"]["Line"][];
      optional_extras?: components["schemas"]["Line"][];
      total: components["schemas"]["Money"];
      per_person: components["schemas"]["Money"];
      margin_pct: string;
    };
    Line: {
      kind: "accommodation" | "extra" | "rounding";
      room?: number | null;
      description: string;
      net: components["schemas"]["Money"];
      amount: components["schemas"]["Money"];
      trace: components["schemas"]["Trace"];
    };
    Refusal: {
      hotel: string;
      room_type: string;
      board: string;
      reason: "unrated_night" | "stop_sell" | "min_nights" | "max_adults" | "max_occupancy" | "fx_missing";
      detail: string;
    };
    Trace:
      | ({ kind: "accommodation" } & components["schemas"]["RoomTrace"])
      | ({ kind: "extra" } & components["schemas"]["ExtraTrace"])
      | ({ kind: "rounding" } & components["schemas"]["StepTrace"]);
    RoomTrace: {
      currency: string;
      periods: components["schemas"]["PeriodTrace"][];
      net: string;
      sell: string;
      fx?: components["schemas"]["FxTrace"] | null;
      rounding: components["schemas"]["RoundingTrace"];
    };
    PeriodTrace: {
      rate_id: string;
      valid_from: string;
      valid_to: string;
      first_night: string;
      nights: number;
      estimate: boolean;
      unit: components["schemas"]["Unit"];
      basis: components["schemas"]["Basis"];
      price: string;
      people: components["schemas"]["PersonTrace"][];
      once: string;
      times: number;
      subtotal: string;
      markup_pct?: string | null;
      commission_pct?: string | null;
      net: string;
      sell: string;
    };
    PersonTrace: {
      who: "adult" | "child" | "child_as_adult";
      age?: number | null;
      rule: "adult" | "single_adult" | "child_band" | "included" | "extra_adult" | "extra_child";
      band?: string | null;
      amount?: string | null;
    };
    FxTrace: {
      from: string;
      to: string;
      rate: string;
      buffer_pct: string;
      effective: string;
      source: string;
      as_of: string;
    };
    RoundingTrace: { exact: string; digits: number; rounded: string };
    ExtraTrace: {
      code: string;
      unit: components["schemas"]["ExtraUnit"];
      price: string;
      currency: string;
      people: number;
      nights: number;
      units: number;
      subtotal: string;
      fx?: components["schemas"]["FxTrace"] | null;
      rounding: components["schemas"]["RoundingTrace"];
    };
    StepTrace: { before: string; step: string; after: string };
    Unit: "person_night" | "room_night" | "person_stay" | "room_stay";
    Basis: "net" | "gross";
    ExtraUnit: "person" | "booking" | "night" | "person_night";
    RateRow: {
      hotel: string;
      destination: string;
      country?: string;
      stars?: number;
      room_type: string;
      max_adults: number;
      max_occupancy: number;
      board: string;
      valid_from: string;
      valid_to: string;
      currency: string;
      basis: components["schemas"]["Basis"];
      unit: components["schemas"]["Unit"];
      price: string;
      single_supplement?: string;
      included: number;
      extra_adult?: string | null;
      child_bands?: string;
      commission_pct?: string;
      min_nights?: number;
      stop_sell?: boolean;
    };
    RateRecord: components["schemas"]["RateRow"] & { id: string };
    RowError: { line: number; field: string; message: string };
    ImportReport: { imported: number; dry_run: boolean; errors: components["schemas"]["RowError"][] };
    Hotels: { items: components["schemas"]["Hotel"][]; next_cursor?: string | null };
    Hotel: { name: string; destination: string; country: string; stars: number; room_types: string[] };
    Extras: { items: components["schemas"]["Extra"][] };
    Extra: {
      code: string;
      name: string;
      unit: components["schemas"]["ExtraUnit"];
      price: string;
      currency: string;
      optional?: boolean;
    };
    FxRates: { rates: components["schemas"]["FxRate"][] };
    FxRate: { from: string; to: string; rate: string; as_of: string; source: string };
  };
}
