/** The cookie that holds a session's opaque id. */
export interface SessionCookie {
  /** The id in a request's Cookie header. */
  read(header: string | undefined): string | undefined;
  /** Set-Cookie: for the id, or, without one, so that the browser forgets it. */
  write(id: string | undefined): string;
}

/**
 * Over https the name begins with __Host-, which browsers accept only with Secure, for this host and no other path. On a
 * plain loopback address browsers differ about Secure, so there it is left out, name and all.
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-tallystick' : 'tallystick';
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (header) =>
      header
        ?.split(';')
        .map((part) => part.trim())
        .find((part) => part.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    write: (id) => (id === undefined ? `${name}=; Max-Age=0; ${flags}` : `${name}=${id}; ${flags}`),
  };
}
