/**
 * Takes records that were checked against one another, as they are, if they go on exactly where the log stands. Answers
 * where that was, so that whoever asked can say why nothing was taken.
 */
export const receiveFunction = `
CREATE FUNCTION {schema}.receive(
  first bigint, streams text[], versions bigint[], ids uuid[], types text[], ats text[], records text[], leaves bytea[],
  begun text[], begun_at bigint[],
  OUT received boolean, OUT head bigint, OUT latest text, OUT begun_versions bigint[], OUT taken uuid
) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  -- Whoever may copy may not for that store a record that does not come to its leaf.
  IF EXISTS (SELECT FROM unnest(records, leaves) r(record, leaf) WHERE sha256('\\x00'::bytea || convert_to(r.record, 'UTF8')) IS DISTINCT FROM r.leaf) THEN
    RAISE EXCEPTION 'a record does not come to its leaf' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM {schema}.take_head();
  SELECT e.position, e.recorded_at INTO head, latest FROM {schema}.events e ORDER BY e.position DESC LIMIT 1;
  SELECT coalesce(array_agg(coalesce(h.version, 0) ORDER BY s.n), '{}') INTO begun_versions
    FROM unnest(begun) WITH ORDINALITY s(stream, n)
    LEFT JOIN LATERAL (SELECT e.version FROM {schema}.events e WHERE e.stream = s.stream COLLATE "C" ORDER BY e.version DESC LIMIT 1) h ON true;
  SELECT e.id INTO taken FROM {schema}.events e WHERE e.id = ANY (ids) LIMIT 1;

  received := first = coalesce(head, 0) + 1 AND coalesce(ats[1] COLLATE "C" >= latest, true) AND taken IS NULL
    AND begun_at = ARRAY(SELECT v.version + 1 FROM unnest(begun_versions) WITH ORDINALITY v(version, n) ORDER BY v.n);
  IF NOT received THEN RETURN; END IF;

  INSERT INTO {schema}.events (position, stream, version, id, type, recorded_at, record, leaf)
    SELECT first - 1 + a.n, a.stream, a.version, a.id, a.type, a.at, a.record, a.leaf
      FROM unnest(streams, versions, ids, types, ats, records, leaves) WITH ORDINALITY a(stream, version, id, type, at, record, leaf, n);
  PERFORM pg_notify('{channel}', (first - 1 + cardinality(ids))::text);
END $$;
`;
