/** Calls under way at a time: enough to hide the way to the server, few enough to leave it to others. */
const width = 32;

/** What each comes to, in their order, some at a time. */
export async function ofEach<Item, Result>(items: Iterable<Item>, ask: (item: Item) => Promise<Result>): Promise<Result[]> {
  const waiting = [...items].entries();
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await ask(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
