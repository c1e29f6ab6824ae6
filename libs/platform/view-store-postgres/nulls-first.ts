import { OperationNodeTransformer, type OrderByItemNode, RawNode, type KyselyPlugin, type QueryId } from 'kysely';

/** Whether an order is downwards: in Kysely's tree the direction is a raw piece of SQL. */
const isDown = ({ direction }: OrderByItemNode): boolean => direction !== undefined && RawNode.is(direction) && direction.sqlFragments.join('').trim().toLowerCase() === 'desc';

class NullsFirst extends OperationNodeTransformer {
  protected override transformOrderByItem(node: OrderByItemNode, queryId?: QueryId): OrderByItemNode {
    const item = super.transformOrderByItem(node, queryId);
    return item.nulls === undefined ? { ...item, nulls: isDown(item) ? 'last' : 'first' } : item;
  }
}

/** Sorts nothing known before everything known, as SQLite does and as the indexes here are made. What a query says itself stands. */
export function nullsFirst(): KyselyPlugin {
  const transformer = new NullsFirst();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}
