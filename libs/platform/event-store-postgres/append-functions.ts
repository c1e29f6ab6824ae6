/**
 * What an append does under the lock of the head. One call is one round trip and one transaction for all requests that travel
 * together. What is stored already is asked once, in sets; whether the requests hold is told from the answer alone, and all
 * that holds is written by one statement. So what is turned down uses up no position, and costs its neighbours nothing.
 */
export const appendFunctions = `
-- Waits for its turn. A number is counted only by whoever holds the head, and the head is held until the commit: so no
-- reader ever sees a number before all smaller ones.
CREATE FUNCTION {schema}.take_head() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'the log is appended to in a transaction of its own: this one has written something before' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'the log is appended to with READ COMMITTED: an older snapshot would not see what the last holder of the head has stored' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN
    PERFORM set_config('synchronous_commit', 'on', true); -- an acknowledged award must survive a power cut
  END IF;
  PERFORM FROM {schema}.head WHERE one FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the head of the log is missing' USING ERRCODE = 'data_corrupted'; END IF;
END $$;

-- Of a request with an id that is known: its events are there already, side by side and byte for byte, or the id is taken.
CREATE FUNCTION {schema}.known_already(ids uuid[], openings text[], middles text[], OUT outcome text, OUT first bigint, OUT recorded_at text, OUT id uuid)
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(*) = cardinality(ids) AND min(e.position - a.n) = max(e.position - a.n)
                AND bool_and(e.record = a.opening || e.recorded_at || a.middle || e.version || '}') THEN 'repeated' ELSE 'id-taken' END,
         min(e.position), min(e.recorded_at), (array_agg(a.id ORDER BY a.n))[1]
    FROM unnest(ids, openings, middles) WITH ORDINALITY a(id, opening, middle, n)
    JOIN {schema}.events e ON e.id = a.id
$$;

-- A place is an index into streams. Where all streams stand as the batch needs them (at a version, under an event; -1 anywhere,
-- -2 anywhere above nothing) and no id is known, all of it is stored: one row 'together' says behind which position and instant.
-- Else there is a row for each request. nths counts the events of the batch on a stream, offsets those of the batch.
CREATE FUNCTION {schema}.append(
  streams text[], stands bigint[], stand_ids uuid[],
  ids uuid[], places int[], nths int[], offsets int[], types text[], openings text[], middles text[], ats text[],
  event_counts int[], own_ats text[],
  belief_counts int[], belief_places int[], beliefs bigint[], belief_ids uuid[]
) RETURNS TABLE (outcome text, first bigint, recorded_at text, stream text, actual bigint, id uuid)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ -- how it is planned, the connection says: setting that here, for each batch, took a tenth of a small one
DECLARE
  none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  versions bigint[];
  heads uuid[];
  known uuid[];
  holds boolean;
  after bigint;
  latest text;
  reached text;
  stored int := 0;
  moved int[];
  e int := 0; -- of the events and beliefs that were dealt with
  b int := 0;
  p int;
BEGIN
  PERFORM {schema}.take_head();
  SELECT s.versions, s.heads, s.holds, ARRAY(SELECT k.id FROM {schema}.events k WHERE k.id = ANY (ids)), coalesce(l.position, 0), coalesce(l.recorded_at, '')
    INTO versions, heads, holds, known, after, latest
    FROM (
      SELECT array_agg(coalesce(h.version, 0) ORDER BY w.place) AS versions, array_agg(coalesce(h.id, none) ORDER BY w.place) AS heads,
             bool_and(CASE w.version
               WHEN -1 THEN true
               WHEN -2 THEN h.version IS NOT NULL
               ELSE coalesce(h.version, 0) = w.version AND (w.id = none OR h.id = w.id)
             END) AS holds
        FROM unnest(streams, stands, stand_ids) WITH ORDINALITY w(stream, version, id, place)
        LEFT JOIN LATERAL (SELECT v.version, v.id FROM {schema}.events v WHERE v.stream = w.stream COLLATE "C" ORDER BY v.version DESC LIMIT 1) h ON true
    ) s LEFT JOIN (SELECT v.position, v.recorded_at FROM {schema}.events v ORDER BY v.position DESC LIMIT 1) l ON true;

  IF holds AND known = '{}' THEN
    stored := cardinality(ids);
    outcome := 'together';
    first := after;
    recorded_at := latest;
    RETURN NEXT;
  ELSE -- one after the other, in memory: each sees what the ones before it will have stored
    reached := latest;
    moved := array_fill(0, ARRAY[cardinality(streams)]);
    FOR r IN 1 .. cardinality(event_counts) LOOP
      outcome := 'stored'; first := NULL; recorded_at := NULL; stream := NULL; actual := NULL; id := NULL;
      IF known && ids[e + 1 : e + event_counts[r]] THEN -- before the beliefs: a retry of an append that succeeded has a stale one by construction
        SELECT k.outcome, k.first, k.recorded_at, k.id INTO outcome, first, recorded_at, id
          FROM {schema}.known_already(ids[e + 1 : e + event_counts[r]], openings[e + 1 : e + event_counts[r]], middles[e + 1 : e + event_counts[r]]) k;
      ELSE
        FOR i IN b + 1 .. b + belief_counts[r] LOOP
          p := belief_places[i];
          holds := CASE beliefs[i]
            WHEN -1 THEN true
            WHEN -2 THEN versions[p] + moved[p] > 0
            ELSE versions[p] + moved[p] = beliefs[i] AND (belief_ids[i] = none OR belief_ids[i] = heads[p])
          END;
          IF NOT holds THEN
            outcome := 'conflict'; stream := streams[p]; actual := versions[p] + moved[p];
            EXIT;
          END IF;
        END LOOP;
      END IF;
      IF outcome = 'stored' THEN
        reached := greatest(reached COLLATE "C", own_ats[r] COLLATE "C");
        first := after + stored + 1;
        recorded_at := reached;
      END IF;
      FOR i IN e + 1 .. e + event_counts[r] LOOP
        offsets[i] := 0;
        CONTINUE WHEN outcome <> 'stored';
        p := places[i];
        stored := stored + 1;
        moved[p] := moved[p] + 1;
        heads[p] := ids[i];
        offsets[i] := stored; nths[i] := moved[p]; ats[i] := reached;
      END LOOP;
      e := e + event_counts[r];
      b := b + belief_counts[r];
      RETURN NEXT;
    END LOOP;
  END IF;
  IF stored = 0 THEN RETURN; END IF;

  INSERT INTO {schema}.events (position, stream, version, id, type, recorded_at, record, leaf)
    SELECT w.position, w.stream, w.version, w.id, w.type, w.at, w.record, sha256('\\x00'::bytea || convert_to(w.record, 'UTF8'))
      FROM (
        SELECT after + a.o AS position, streams[a.place] AS stream, v.version, a.id, a.type, g.at, a.opening || g.at || a.middle || v.version || '}' AS record
          FROM unnest(ids, places, nths, offsets, types, openings, middles, ats) a(id, place, nth, o, type, opening, middle, at)
         CROSS JOIN LATERAL (SELECT versions[a.place] + a.nth AS version) v
         CROSS JOIN LATERAL (SELECT greatest(latest COLLATE "C", a.at COLLATE "C") AS at) g -- never backwards, whatever the clock says
         WHERE a.o > 0
      ) w;
  PERFORM pg_notify('{channel}', (after + stored)::text);
END $$;
`;
