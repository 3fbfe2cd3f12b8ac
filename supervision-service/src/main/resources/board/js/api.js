// The way to the departments, through the gateway only. The token lives in this tab and nowhere else.

import { lang } from "./i18n.js";

const AREA = "/api/v1/supervision";
const KEY = "board.session";

/** A refusal in the words of the API. */
export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

export function session() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  return kept && kept.until > Date.now() ? kept : null;
}

export function signOut() {
  sessionStorage.removeItem(KEY);
}

export async function signIn(username, password) {
  const answer = await fetch("/api/v1/identity/staff/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": lang() },
    body: JSON.stringify({ username, password }),
  });
  const body = await read(answer);
  const kept = { username, token: body.access_token, roles: body.roles, until: Date.now() + body.expires_in * 1000 };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  return kept;
}

export async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const headers = { Accept: "application/json", "Accept-Language": lang() };
  const who = session();
  if (who) {
    headers.Authorization = `Bearer ${who.token}`;
  }
  return read(await fetch(`${AREA}${path}${query.size ? `?${query}` : ""}`, { headers }));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) {
    return body;
  }
  const reasons = (body.errors ?? []).map(one => one.message).filter(Boolean).join(" ");
  throw new Refused(answer.status, reasons || body.detail || body.title || `HTTP ${answer.status}`);
}
