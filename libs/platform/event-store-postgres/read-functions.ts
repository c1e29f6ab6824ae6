/** What would else be a round trip for each step of a search. */
export const readFunctions = `
-- The last position recorded at or before the instant. A hole that is met comes back as its position below zero.
CREATE FUNCTION {schema}.position_known_at(instant text) RETURNS bigint LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
  known bigint := 0;
  later bigint;
  middle bigint;
  at text;
BEGIN
  SELECT coalesce(max(e.position), 0) + 1 INTO later FROM {schema}.events e;
  WHILE later - known > 1 LOOP
    middle := (known + later) / 2;
    SELECT e.recorded_at INTO at FROM {schema}.events e WHERE e.position = middle;
    IF NOT FOUND THEN RETURN -middle; END IF;
    IF at COLLATE "C" <= instant COLLATE "C" THEN known := middle; ELSE later := middle; END IF;
  END LOOP;
  RETURN known;
END $$;
`;
