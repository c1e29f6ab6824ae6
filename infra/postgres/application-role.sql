-- A role that may append to the log and read it, and nothing else: not even its owner's mistakes can change an event.
-- Run once, as the owner of the log, after a program of that owner has opened it; then put the new role into EVENT_STORE_URL:
--   psql "$OWNER_URL" -v role=tallystick_app -v schema=tallystick_log -f application-role.sql
-- The role itself is made by whoever keeps the passwords (the owner of the log may not): CREATE ROLE tallystick_app LOGIN PASSWORD '…'
-- They may also see to it that a shell that was left open in its name keeps nobody waiting (programs bring limits of their own):
--   ALTER ROLE tallystick_app SET idle_in_transaction_session_timeout = '20s'
GRANT USAGE ON SCHEMA :"schema" TO :"role";
GRANT SELECT ON :"schema".events, :"schema".store_meta TO :"role";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA :"schema" TO :"role";
