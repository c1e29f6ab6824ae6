import type { Generated } from 'kysely';
import type { Layout } from '#platform/databases';

export interface AccessTables {
  readonly access_entries: {
    readonly id: Generated<number>;
    readonly at: string;
    readonly actor: string;
    readonly role: string;
    readonly asked: string;
    readonly outcome: string;
    readonly because: string | null;
  };
}

/** Nobody changes or removes an entry, whatever rights they have in the schema: it takes somebody who may drop the trigger, and that shows. */
export const accessLayout: Layout = {
  of: 'access',
  sqlite: [],
  postgres: [
    `CREATE TABLE {schema}.access_entries (
       id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       at text COLLATE "C" NOT NULL, actor text NOT NULL, role text NOT NULL, asked text NOT NULL, outcome text NOT NULL, because text
     );
     CREATE FUNCTION {schema}.entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the access log is never changed: % refused', TG_OP USING ERRCODE = 'restrict_violation'; END
     $$;
     CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.access_entries FOR EACH STATEMENT EXECUTE FUNCTION {schema}.entries_stay();`,
  ],
};
