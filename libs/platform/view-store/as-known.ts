import {
  AliasNode, IdentifierNode, OperationNodeTransformer, RawNode, TableNode, ValueNode,
  type FromNode, type JoinNode, type KyselyPlugin, type OperationNode, type QueryId,
} from 'kysely';
import type { Keeping } from '#kernel';
import type { Position } from '#platform/event-store';
import { quoted } from './identifier.js';

/** Where a question's table lies, and whether what it holds now is what was known then. */
export interface KnownTable {
  readonly physical: string;
  readonly keep: Keeping;
  readonly isNow: boolean;
}

/** A table as it was known at a position: `versions` that stood there, `entries` that had been made. */
function known({ physical, keep, isNow }: KnownTable, position: Position): OperationNode {
  const select = `(select * from ${quoted(physical)}`;
  const at = ValueNode.create(position);
  if (keep === 'entries') return isNow ? RawNode.createWithSql(`${select})`) : RawNode.create([`${select} where position <= `, ')'], [at]);
  if (isNow) return RawNode.createWithSql(`${select} where to_position is null)`);
  return RawNode.create([`${select} where from_position <= `, ' and (to_position is null or to_position > ', '))'], [at, at]);
}

/**
 * Builds the clock into every query: wherever a question reads a table, it gets the table as it was known at the
 * position. A question cannot forget it, because the tables themselves go by other names. Databases flatten the inner
 * select, so that indexes are used as if the condition had been written by hand.
 */
class AsKnown extends OperationNodeTransformer {
  constructor(
    private readonly tables: ReadonlyMap<string, KnownTable>,
    private readonly position: Position,
  ) {
    super();
  }

  protected override transformFrom(node: FromNode, queryId?: QueryId): FromNode {
    return super.transformFrom({ ...node, froms: node.froms.map((each) => this.#asKnown(each)) }, queryId);
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    return super.transformJoin({ ...node, table: this.#asKnown(node.table) }, queryId);
  }

  #asKnown(node: OperationNode): OperationNode {
    if (TableNode.is(node)) {
      const { name } = node.table.identifier;
      const table = this.tables.get(name);
      return table ? AliasNode.create(known(table, this.position), IdentifierNode.create(name)) : node;
    }
    if (AliasNode.is(node) && TableNode.is(node.node)) {
      const table = this.tables.get(node.node.table.identifier.name);
      return table ? AliasNode.create(known(table, this.position), node.alias) : node;
    }
    return node;
  }
}

export function asKnown(tables: ReadonlyMap<string, KnownTable>, position: Position): KyselyPlugin {
  const transformer = new AsKnown(tables, position);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}
