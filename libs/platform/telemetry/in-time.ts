export type Answered<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly because: string };

/** What a question comes to within a time; afterwards, or when it throws, that it did not. The question itself goes on. */
export async function inTime<Answer>(milliseconds: number, ask: () => Promise<Answer>): Promise<Answered<Answer>> {
  const { promise: late, resolve } = Promise.withResolvers<Answered<Answer>>();
  const timer = setTimeout(() => resolve({ ok: false, because: `no answer within ${milliseconds} ms` }), milliseconds);
  const asked = (async (): Promise<Answered<Answer>> => {
    try {
      return { ok: true, answer: await ask() };
    } catch (fault) {
      return { ok: false, because: fault instanceof Error ? fault.message : String(fault) };
    }
  })();
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
