-- Run once by the administrator of the database, in the database of the application, as a superuser
-- (the image of PostgreSQL does it at the first start of an empty volume).
-- It gives the program's own account what it cannot give itself; the program then works without a superuser.

\set ON_ERROR_STOP on
\getenv migrator_password JALON_MIGRATOR_PASSWORD

begin;

-- The account of DATABASE_URL: it runs the migrations, and sets at every start the passwords of the two accounts
-- below from SECRET_KEY. Never the one that serves requests.
create role jalon_migrator login createrole password :'migrator_password';

-- Owns tables, functions and policies; nobody signs in as it.
create role jalon_owner nologin;

-- One role per way of reaching files; taken for the length of a transaction.
create role jalon_caseworker nologin;
create role jalon_manager nologin;
create role jalon_ofii nologin;
create role jalon_referent nologin;
create role jalon_report nologin;
create role jalon_auditor nologin;
create role jalon_admin nologin;
create role jalon_engine nologin;

-- The account that serves requests: no right of its own, no inheritance, only the power to take one of the roles above.
create role jalon_server login noinherit;
-- The account that checks passwords and sessions, and reaches no file.
create role jalon_auth login;

grant jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_auditor, jalon_admin, jalon_engine
  to jalon_server;

grant jalon_owner, jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_auditor, jalon_admin,
  jalon_engine, jalon_server, jalon_auth
  to jalon_migrator with admin option;

do $$
begin
  execute format('alter database %I owner to jalon_migrator', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to jalon_server, jalon_auth', current_database());
end
$$;

create extension if not exists pgcrypto;
create extension if not exists pg_trgm;

-- Row security keeps operators that are not marked leakproof away from the indexes: without this line searches by name
-- are right but slow (/readyz says so). "&&" compares the keys of two arrays and raises no error that depends on the rows:
-- it reveals nothing of them. Told to cost one operation, it would be asked of every row.
alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof cost 3;

-- Large objects are the one thing that every account may create by default, and no row policy is on them.
revoke execute on function pg_catalog.lo_creat(int), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea)
  from public;

commit;
