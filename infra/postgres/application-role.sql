-- A role that may append to the log and read it, and nothing else: not even its owner's mistakes can change an event.
-- Run once, as the owner of the log, after a program of that owner has opened it; then put the new role into EVENT_STORE_URL:
--   psql "$OWNER_URL" -v role=tallystick_app -v schema=tallystick_log -f application-role.sql
-- The role itself is made by whoever keeps the passwords: CREATE ROLE tallystick_app LOGIN PASSWORD '…'
GRANT USAGE ON SCHEMA :"schema" TO :"role";
GRANT SELECT ON :"schema".events, :"schema".store_meta TO :"role";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA :"schema" TO :"role";
-- A session that was left open must not keep the others waiting.
ALTER ROLE :"role" SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE :"role" SET lock_timeout = '5s';
