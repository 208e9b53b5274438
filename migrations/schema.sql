-- Generated from the migrations, for reading; never run. A test compares it with what they make.

table account_identities
  id uuid not null
  account_id uuid not null
  issuer text not null
  subject text not null
  linked_by text not null
  linked_at timestamp with time zone not null
  constraint account_identities_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint account_identities_issuer_check CHECK ((length(issuer) <= 500))
  constraint account_identities_issuer_subject_key UNIQUE (issuer, subject)
  constraint account_identities_linked_by_check CHECK ((linked_by = ANY (ARRAY['SELF'::text, 'INVITATION'::text])))
  constraint account_identities_pkey PRIMARY KEY (id)
  constraint account_identities_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
  CREATE INDEX account_identities_of_account ON public.account_identities USING btree (account_id)
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy sign_in for all to jalon_auth
    using true
  grant delete to jalon_auth
  grant insert (account_id, id, issuer, linked_at, linked_by, subject) to jalon_auth
  grant select (account_id, id, issuer, linked_at, linked_by, subject) to jalon_auth

table account_links
  id uuid not null
  account_id uuid not null
  kind text not null
  token_hash bytea not null
  made_by uuid
  made_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint account_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint account_links_kind_check CHECK ((kind = ANY (ARRAY['INVITATION'::text, 'RESET'::text])))
  constraint account_links_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint account_links_pkey PRIMARY KEY (id)
  constraint account_links_token_hash_key UNIQUE (token_hash)
  CREATE INDEX links_of_account ON public.account_links USING btree (account_id)
  policy made_by_admin for all to jalon_admin
    using (( SELECT sec.account('jalon_admin'::text) AS account) IS NOT NULL)
    with check (made_by = ( SELECT sec.account('jalon_admin'::text) AS account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy sign_in for all to jalon_auth
    using true
  grant delete to jalon_admin
  grant insert (account_id, ends_at, id, kind, made_at, made_by, token_hash, used_at) to jalon_admin
  grant select (account_id, ends_at, id, kind, made_at, made_by, token_hash, used_at) to jalon_auth
  grant select (account_id, id, kind, made_at, used_at) to jalon_admin
  grant update (used_at) to jalon_auth

table accounts
  id uuid not null
  email text not null
  password_hash text
  role text not null
  organisation_id uuid not null
  departments text[] not null default '{}'::text[]
  display_name text not null
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  is_demo boolean not null default false
  sign_in_epoch integer not null default 1
  version integer not null default 1
  changed_at timestamp with time zone
  has_password boolean generated always as ((password_hash IS NOT NULL)) stored
  constraint accounts_email_check CHECK ((email = lower(email)))
  constraint accounts_email_key UNIQUE (email)
  constraint accounts_id_organisation_id_key UNIQUE (id, organisation_id)
  constraint accounts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint accounts_pkey PRIMARY KEY (id)
  constraint accounts_role_check CHECK ((role = ANY (ARRAY['ASSOCIATION_CASEWORKER'::text, 'ASSOCIATION_MANAGER'::text, 'OFII_AGENT'::text, 'DEPARTMENT_REFERENT'::text, 'PREFECTURE_READER'::text, 'REGIONAL_READER'::text, 'AUDITOR'::text, 'ADMIN'::text])))
  CREATE INDEX accounts_of_organisation ON public.accounts USING btree (organisation_id)
  CREATE TRIGGER leave_files BEFORE UPDATE ON public.accounts FOR EACH ROW WHEN ((((old.disabled_at IS NULL) AND (new.disabled_at IS NOT NULL)) OR (old.organisation_id <> new.organisation_id) OR ((old.role <> new.role) AND (new.role <> ALL (ARRAY['ASSOCIATION_CASEWORKER'::text, 'ASSOCIATION_MANAGER'::text]))))) EXECUTE FUNCTION sec.leave_files()
  CREATE TRIGGER pass_on_seal_rights AFTER UPDATE OF disabled_at, organisation_id, role ON public.accounts FOR EACH ROW WHEN ((((new.disabled_at IS NOT NULL) AND (old.disabled_at IS NULL)) OR (old.organisation_id <> new.organisation_id) OR (old.role <> new.role))) EXECUTE FUNCTION sec.pass_on_seal_rights()
  CREATE TRIGGER purge_drafts_of_account AFTER UPDATE OF disabled_at, organisation_id, role ON public.accounts FOR EACH ROW WHEN (((new.disabled_at IS NOT NULL) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.role <> new.role))) EXECUTE FUNCTION sec.purge_drafts_of_account()
  policy all_admin for select to jalon_admin
    using (( SELECT sec.account('jalon_admin'::text) AS account) IS NOT NULL)
  policy all_auditor for select to jalon_auditor
    using (( SELECT sec.account('jalon_auditor'::text) AS account) IS NOT NULL)
  policy changed_by_another_admin for update to jalon_admin
    using (id <> ( SELECT sec.account('jalon_admin'::text) AS account))
  policy made_by_admin for insert to jalon_admin
    with check (( SELECT sec.account('jalon_admin'::text) AS account) IS NOT NULL)
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy professionals_ofii for select to jalon_ofii
    using (( SELECT sec.account('jalon_ofii'::text) AS account) IS NOT NULL)
  policy professionals_referent for select to jalon_referent
    using (( SELECT sec.account('jalon_referent'::text) AS account) IS NOT NULL)
  policy same_organisation for select to jalon_caseworker
    using (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))
  policy same_organisation_manager for select to jalon_manager
    using (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))
  policy sign_in for all to jalon_auth
    using true
  grant insert (changed_at, departments, display_name, email, id, organisation_id, role) to jalon_admin
  grant select (changed_at, created_at, departments, disabled_at, display_name, email, has_password, id, is_demo, organisation_id, password_hash, role, sign_in_epoch, version) to jalon_auth
  grant select (changed_at, created_at, departments, disabled_at, display_name, email, has_password, id, is_demo, organisation_id, role, sign_in_epoch, version) to jalon_admin
  grant select (disabled_at, display_name, email, id, organisation_id, role) to jalon_manager
  grant select (disabled_at, display_name, id, organisation_id, role) to jalon_auditor
  grant select (disabled_at, display_name, id, organisation_id, role) to jalon_caseworker
  grant select (disabled_at, display_name, id, organisation_id, role) to jalon_ofii
  grant select (disabled_at, display_name, id, organisation_id, role) to jalon_referent
  grant update (changed_at, departments, disabled_at, display_name, organisation_id, role, sign_in_epoch, version) to jalon_admin
  grant update (password_hash, sign_in_epoch) to jalon_auth

table audit_entries
  bucket integer not null
  seq bigint not null
  at timestamp with time zone not null
  account_id uuid
  role text
  organisation_id uuid
  operation text not null
  kind text not null
  outcome text not null
  purpose text not null
  asked_id uuid
  pathway_ids uuid[] not null
  fields text[] not null
  request_id uuid
  hash bytea not null
  constraint audit_entries_fields_check CHECK (((array_to_string(fields, ','::text, '?'::text) ~ '^[A-Za-z0-9_.,]*$'::text) AND (cardinality(fields) <= 400)))
  constraint audit_entries_kind_check CHECK ((kind = ANY (ARRAY['READ'::text, 'WRITE'::text, 'SEARCH'::text, 'SESSION'::text, 'ALERT'::text])))
  constraint audit_entries_operation_check CHECK ((operation ~ '^[A-Za-z]{1,60}$'::text))
  constraint audit_entries_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'NOT_FOUND'::text, 'REFUSED'::text, 'FAILED'::text])))
  constraint audit_entries_pkey PRIMARY KEY (bucket, seq)
  constraint audit_entries_purpose_check CHECK ((purpose ~ '^[A-Z_]{1,40}$'::text))
  constraint audit_entries_role_check CHECK ((role ~ '^[A-Z_]{1,40}$'::text))
  CREATE INDEX audit_entries_asked ON public.audit_entries USING btree (asked_id) WHERE (asked_id IS NOT NULL)
  CREATE INDEX audit_entries_by_time ON public.audit_entries USING btree (at DESC, bucket, seq)
  CREATE INDEX audit_entries_of_account ON public.audit_entries USING btree (account_id, at DESC)
  CREATE INDEX audit_entries_of_pathway ON public.audit_entries USING gin (pathway_ids)
  CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_rewriting_audit()
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy whole_trail for select to jalon_auditor
    using (( SELECT sec.account('jalon_auditor'::text) AS account) IS NOT NULL)
  grant select (account_id, asked_id, at, bucket, fields, hash, kind, operation, organisation_id, outcome, pathway_ids, purpose, request_id, role, seq) to jalon_auditor

table audit_heads
  bucket integer not null
  seq bigint not null default 0
  hash bytea not null default '\x'::bytea
  constraint audit_heads_bucket_check CHECK (((bucket >= 0) AND (bucket <= 63)))
  constraint audit_heads_pkey PRIMARY KEY (bucket)
  CREATE TRIGGER audit_heads_move_on BEFORE UPDATE ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION sec.refuse_stepping_back()
  CREATE TRIGGER audit_heads_stay BEFORE INSERT OR DELETE OR TRUNCATE ON public.audit_heads FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_rewriting_audit()
  policy owner_all for all to jalon_owner
    using true
    with check true

table daily_naming_counts
  day date not null
  subject_id uuid not null
  named integer not null
  alerted_with integer
  constraint daily_naming_counts_pkey PRIMARY KEY (day, subject_id)
  policy owner_all for all to jalon_owner
    using true
    with check true

table daily_namings
  day date not null
  subject_id uuid not null
  pathway_id uuid not null
  constraint daily_namings_pkey PRIMARY KEY (day, subject_id, pathway_id)
  policy owner_all for all to jalon_owner
    using true
    with check true

table daily_opening_counts
  day date not null
  subject_id uuid not null
  opened integer not null
  constraint daily_opening_counts_pkey PRIMARY KEY (subject_id, day)
  policy owner_all for all to jalon_owner
    using true
    with check true

table daily_openings
  day date not null
  account_id uuid not null
  organisation_id uuid not null
  pathway_id uuid not null
  constraint daily_openings_pkey PRIMARY KEY (account_id, day, pathway_id)
  CREATE INDEX daily_openings_of_organisation ON public.daily_openings USING btree (organisation_id, day, pathway_id)
  policy owner_all for all to jalon_owner
    using true
    with check true

table derived_rows_state
  id integer not null default 1
  rules text not null
  thresholds integer not null
  unsigned_under text not null
  computed_at timestamp with time zone not null default clock_timestamp()
  search_rules integer not null default 0
  constraint derived_rows_state_id_check CHECK ((id = 1))
  constraint derived_rows_state_pkey PRIMARY KEY (id)
  grant select (computed_at, id, rules, search_rules, thresholds, unsigned_under) to jalon_admin
  grant select (computed_at, id, rules, search_rules, thresholds, unsigned_under) to jalon_engine
  grant update (computed_at, id, rules, search_rules, thresholds, unsigned_under) to jalon_engine

table drafts
  id uuid not null default gen_random_uuid()
  account_id uuid not null
  form text not null
  pathway_id uuid
  value bytea not null
  version integer not null
  saved_at timestamp with time zone not null
  constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint drafts_account_id_form_pathway_id_key UNIQUE NULLS NOT DISTINCT (account_id, form, pathway_id)
  constraint drafts_check CHECK (((form = 'open'::text) = (pathway_id IS NULL)))
  constraint drafts_form_check CHECK ((form = ANY (ARRAY['open'::text, 'note'::text, 'entry'::text, 'correct'::text])))
  constraint drafts_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint drafts_pkey PRIMARY KEY (id)
  constraint drafts_value_check CHECK ((length(value) <= (33 * 1024)))
  constraint drafts_version_check CHECK ((version > 0))
  CREATE INDEX drafts_by_age ON public.drafts USING btree (saved_at)
  CREATE INDEX drafts_of_pathway ON public.drafts USING btree (pathway_id)
  policy own_of_jalon_caseworker for all to jalon_caseworker
    using ((account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((pathway_id IS NULL) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = drafts.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text))))))))))
    with check ((account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((pathway_id IS NULL) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = drafts.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text))))))))))
  policy own_of_jalon_manager for all to jalon_manager
    using ((account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND ((pathway_id IS NULL) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = drafts.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text))))))))))
    with check ((account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND ((pathway_id IS NULL) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = drafts.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text))))))))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant delete to jalon_caseworker
  grant delete to jalon_manager
  grant insert (account_id, form, pathway_id, saved_at, value, version) to jalon_caseworker
  grant insert (account_id, form, pathway_id, saved_at, value, version) to jalon_manager
  grant select (account_id, form, id, pathway_id, saved_at, value, version) to jalon_caseworker
  grant select (account_id, form, id, pathway_id, saved_at, value, version) to jalon_manager
  grant update (saved_at, value, version) to jalon_caseworker
  grant update (saved_at, value, version) to jalon_manager

table factor_resets
  id uuid not null default gen_random_uuid()
  account_id uuid not null
  by_account uuid not null
  reason text not null
  at timestamp with time zone not null
  constraint factor_resets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint factor_resets_by_account_fkey FOREIGN KEY (by_account) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint factor_resets_pkey PRIMARY KEY (id)
  constraint factor_resets_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  CREATE INDEX factor_resets_by_account ON public.factor_resets USING btree (by_account)
  CREATE INDEX factor_resets_of_account ON public.factor_resets USING btree (account_id, at DESC)
  policy in_ones_own_name for insert to jalon_admin
    with check ((by_account = ( SELECT sec.account('jalon_admin'::text) AS account)) AND (account_id <> by_account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy told_to_admin for select to jalon_admin
    using (( SELECT sec.account('jalon_admin'::text) AS account) IS NOT NULL)
  grant insert (account_id, at, by_account, reason) to jalon_admin
  grant select (account_id, at, by_account, id, reason) to jalon_admin

table former_locations
  transfer_id uuid not null
  phone text
  email text
  address_line text
  postcode text
  commune text
  constraint former_locations_pkey PRIMARY KEY (transfer_id)
  constraint former_locations_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfers(id) ON DELETE CASCADE
  policy given_jalon_caseworker for select to jalon_caseworker
    using (transfer_id = ANY (( SELECT sec.given_transfers('jalon_caseworker'::text) AS given_transfers)::uuid[]))
  policy given_jalon_manager for select to jalon_manager
    using (transfer_id = ANY (( SELECT sec.given_transfers('jalon_manager'::text) AS given_transfers)::uuid[]))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant select (address_line, commune, email, phone, postcode, transfer_id) to jalon_caseworker
  grant select (address_line, commune, email, phone, postcode, transfer_id) to jalon_manager

table group_sessions
  id uuid not null
  organisation_id uuid not null
  kind text not null
  title text not null
  held_on date not null
  starts_at text not null
  ends_at text not null
  hours double precision not null
  place text not null
  seats integer not null
  level text
  version integer not null default 1
  created_at timestamp with time zone not null
  created_by uuid not null
  changed_at timestamp with time zone not null
  changed_by uuid not null
  cancelled boolean not null default false
  constraint group_sessions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint group_sessions_check CHECK ((ends_at > starts_at))
  constraint group_sessions_check1 CHECK (((version > 1) OR (changed_by = created_by)))
  constraint group_sessions_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint group_sessions_ends_at_check CHECK ((ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint group_sessions_hours_check CHECK (((hours > (0)::double precision) AND (hours <= (24)::double precision) AND ((hours * (4)::double precision) = floor((hours * (4)::double precision)))))
  constraint group_sessions_kind_check CHECK ((kind = ANY (ARRAY['LANGUAGE'::text, 'CIVIC'::text, 'INFORMATION'::text, 'WORKSHOP'::text])))
  constraint group_sessions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint group_sessions_pkey PRIMARY KEY (id)
  constraint group_sessions_place_check CHECK (((length(place) >= 1) AND (length(place) <= 120)))
  constraint group_sessions_seats_check CHECK (((seats >= 1) AND (seats <= 500)))
  constraint group_sessions_starts_at_check CHECK ((starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint group_sessions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
  CREATE INDEX group_sessions_of_structure ON public.group_sessions USING btree (organisation_id, held_on, starts_at)
  policy of_the_structure_jalon_caseworker for all to jalon_caseworker
    using (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))
    with check ((organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)) AND (changed_by = ( SELECT sec.account('jalon_caseworker'::text) AS account)))
  policy of_the_structure_jalon_manager for all to jalon_manager
    using (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))
    with check ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (changed_by = ( SELECT sec.account('jalon_manager'::text) AS account)))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (changed_at, changed_by, created_at, created_by, ends_at, held_on, hours, id, kind, level, organisation_id, place, seats, starts_at, title) to jalon_caseworker
  grant insert (changed_at, changed_by, created_at, created_by, ends_at, held_on, hours, id, kind, level, organisation_id, place, seats, starts_at, title) to jalon_manager
  grant select (cancelled, changed_at, changed_by, created_at, created_by, ends_at, held_on, hours, id, kind, level, organisation_id, place, seats, starts_at, title, version) to jalon_caseworker
  grant select (cancelled, changed_at, changed_by, created_at, created_by, ends_at, held_on, hours, id, kind, level, organisation_id, place, seats, starts_at, title, version) to jalon_manager
  grant update (cancelled, changed_at, changed_by, ends_at, held_on, hours, level, place, seats, starts_at, title, version) to jalon_caseworker
  grant update (cancelled, changed_at, changed_by, ends_at, held_on, hours, level, place, seats, starts_at, title, version) to jalon_manager

table idempotency_keys
  account_id uuid not null
  key uuid not null
  operation text not null
  body_hash text not null
  status integer
  response text
  etag text
  created_at timestamp with time zone not null default clock_timestamp()
  constraint idempotency_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key)
  CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at)
  policy own_keys_jalon_caseworker for all to jalon_caseworker
    using (account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
  policy own_keys_jalon_manager for all to jalon_manager
    using (account_id = ( SELECT sec.account('jalon_manager'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_manager'::text) AS account))
  policy own_keys_jalon_ofii for all to jalon_ofii
    using (account_id = ( SELECT sec.account('jalon_ofii'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_ofii'::text) AS account))
  policy own_keys_jalon_referent for all to jalon_referent
    using (account_id = ( SELECT sec.account('jalon_referent'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_referent'::text) AS account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_caseworker
  grant insert (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_manager
  grant insert (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_ofii
  grant insert (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_referent
  grant select (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_caseworker
  grant select (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_manager
  grant select (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_ofii
  grant select (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_referent
  grant update (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_caseworker
  grant update (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_manager
  grant update (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_ofii
  grant update (account_id, body_hash, created_at, etag, key, operation, response, status) to jalon_referent

table identity_flows
  id text not null
  purpose text not null
  account_id uuid
  invitation text
  expires_at timestamp with time zone not null
  constraint identity_flows_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint identity_flows_check CHECK (((purpose = 'LINK'::text) = (account_id IS NOT NULL)))
  constraint identity_flows_check1 CHECK (((purpose = 'INVITATION'::text) = (invitation IS NOT NULL)))
  constraint identity_flows_invitation_fkey FOREIGN KEY (invitation) REFERENCES identity_invitations(token_hash) ON DELETE CASCADE
  constraint identity_flows_pkey PRIMARY KEY (id)
  constraint identity_flows_purpose_check CHECK ((purpose = ANY (ARRAY['SIGN_IN'::text, 'LINK'::text, 'INVITATION'::text])))
  CREATE INDEX identity_flows_by_end ON public.identity_flows USING btree (expires_at)
  CREATE INDEX identity_flows_of_account ON public.identity_flows USING btree (account_id)
  CREATE INDEX identity_flows_of_invitation ON public.identity_flows USING btree (invitation)
  grant delete to jalon_auth
  grant insert (account_id, expires_at, id, invitation, purpose) to jalon_auth
  grant select (account_id, expires_at, id, invitation, purpose) to jalon_auth

table identity_invitations
  token_hash text not null
  account_id uuid not null
  invited_by uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint identity_invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint identity_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint identity_invitations_pkey PRIMARY KEY (token_hash)
  CREATE INDEX identity_invitations_by_sender ON public.identity_invitations USING btree (invited_by)
  CREATE INDEX identity_invitations_of_account ON public.identity_invitations USING btree (account_id)
  CREATE TRIGGER replace_identity_invitations BEFORE INSERT ON public.identity_invitations FOR EACH ROW EXECUTE FUNCTION sec.replace_identity_invitations()
  policy invited_by_admin for insert to jalon_admin
    with check (invited_by = ( SELECT sec.account('jalon_admin'::text) AS account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy sign_in for all to jalon_auth
    using true
  grant insert (account_id, expires_at, invited_by, token_hash) to jalon_admin
  grant select (account_id, expires_at, invited_by, token_hash, used_at) to jalon_auth
  grant update (used_at) to jalon_auth

table import_rows
  import_id uuid not null
  line integer not null
  outcome text not null
  display_name text
  foreigner_number text
  structure text
  pathway_id uuid
  parsed jsonb
  errors jsonb not null default '[]'::jsonb
  warnings jsonb not null default '[]'::jsonb
  changes jsonb not null default '[]'::jsonb
  conflicts jsonb not null default '[]'::jsonb
  same_as_line integer
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
  constraint import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['CREATE'::text, 'UPDATE'::text, 'UNCHANGED'::text, 'REFUSED'::text, 'REPEATED'::text])))
  constraint import_rows_pkey PRIMARY KEY (import_id, line)
  CREATE INDEX import_rows_by_outcome ON public.import_rows USING btree (import_id, outcome, line)
  CREATE INDEX import_rows_of_pathway ON public.import_rows USING btree (pathway_id) WHERE (pathway_id IS NOT NULL)
  policy own_office for all to jalon_ofii
    using (EXISTS ( SELECT 1
   FROM imports i
  WHERE (i.id = import_rows.import_id)))
    with check (EXISTS ( SELECT 1
   FROM imports i
  WHERE (i.id = import_rows.import_id)))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant delete to jalon_ofii
  grant insert (changes, conflicts, display_name, errors, foreigner_number, import_id, line, outcome, parsed, pathway_id, same_as_line, structure, warnings) to jalon_ofii
  grant select (changes, conflicts, display_name, errors, foreigner_number, import_id, line, outcome, parsed, pathway_id, same_as_line, structure, warnings) to jalon_ofii
  grant update (changes, conflicts, display_name, errors, foreigner_number, import_id, line, outcome, parsed, pathway_id, same_as_line, structure, warnings) to jalon_ofii

table imports
  id uuid not null
  organisation_id uuid not null
  created_by uuid not null
  file_name text not null
  state text not null
  progress integer not null default 0
  rows integer not null default 0
  to_create integer not null default 0
  to_update integer not null default 0
  unchanged integer not null default 0
  refused integer not null default 0
  repeated integer not null default 0
  unassigned integer not null default 0
  failure_code text
  failure_message text
  warnings jsonb not null default '[]'::jsonb
  file bytea
  alive_at timestamp with time zone not null default clock_timestamp()
  created_at timestamp with time zone not null default clock_timestamp()
  confirmed_at timestamp with time zone
  constraint imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint imports_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint imports_pkey PRIMARY KEY (id)
  constraint imports_state_check CHECK ((state = ANY (ARRAY['CHECKING'::text, 'READY'::text, 'CONFIRMING'::text, 'DONE'::text, 'FAILED'::text])))
  CREATE INDEX imports_at_work ON public.imports USING btree (alive_at) WHERE (state = ANY (ARRAY['CHECKING'::text, 'CONFIRMING'::text]))
  CREATE INDEX imports_of_organisation ON public.imports USING btree (organisation_id, created_at DESC, id)
  policy at_work for select to jalon_auth
    using (state = ANY (ARRAY['CHECKING'::text, 'CONFIRMING'::text]))
  policy in_ones_own_name for insert to jalon_ofii
    with check (pg_has_role(CURRENT_USER, 'jalon_owner'::name, 'member'::text) OR (created_by = ( SELECT sec.account('jalon_ofii'::text) AS account)))
  policy own_office for all to jalon_ofii
    using (organisation_id = ( SELECT sec.organisation('jalon_ofii'::text) AS organisation))
    with check (organisation_id = ( SELECT sec.organisation('jalon_ofii'::text) AS organisation))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (alive_at, confirmed_at, created_at, created_by, failure_code, failure_message, file, file_name, id, organisation_id, progress, refused, repeated, rows, state, to_create, to_update, unassigned, unchanged, warnings) to jalon_ofii
  grant select (alive_at, confirmed_at, created_at, created_by, failure_code, failure_message, file, file_name, id, organisation_id, progress, refused, repeated, rows, state, to_create, to_update, unassigned, unchanged, warnings) to jalon_ofii
  grant select (alive_at, created_by, id, state) to jalon_auth
  grant update (alive_at, confirmed_at, created_at, created_by, failure_code, failure_message, file, file_name, id, organisation_id, progress, refused, repeated, rows, state, to_create, to_update, unassigned, unchanged, warnings) to jalon_ofii

table ledger_head
  id integer not null default 1
  seq bigint not null
  constraint ledger_head_id_check CHECK ((id = 1))
  constraint ledger_head_pkey PRIMARY KEY (id)

table listed_files
  pathway_id uuid not null
  stands_for uuid not null
  constraint listed_files_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint listed_files_pkey PRIMARY KEY (pathway_id, stands_for)
  constraint listed_files_stands_for_fkey FOREIGN KEY (stands_for) REFERENCES pathways(id) ON DELETE CASCADE
  CREATE INDEX listed_files_of_sealed ON public.listed_files USING btree (stands_for)
  policy owner_all for all to jalon_owner
    using true
    with check true

table merge_moves
  merge_id uuid not null
  kind text not null
  row_id uuid not null
  constraint merge_moves_kind_check CHECK ((kind = ANY (ARRAY['EVENT'::text, 'TASK'::text, 'NOTE'::text, 'ENROLMENT'::text])))
  constraint merge_moves_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES merges(id) ON DELETE CASCADE
  constraint merge_moves_pkey PRIMARY KEY (merge_id, kind, row_id)
  policy of_the_merges_jalon_manager for select to jalon_manager
    using (EXISTS ( SELECT 1
   FROM merges m
  WHERE ((m.id = merge_moves.merge_id) AND (m.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant select (kind, merge_id, row_id) to jalon_manager

table merge_stalls
  merge_id uuid not null
  rule text not null
  spell integer not null
  stall jsonb not null
  actions jsonb not null
  constraint merge_stalls_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES merges(id) ON DELETE CASCADE
  constraint merge_stalls_pkey PRIMARY KEY (merge_id, rule, spell)
  policy owner_all for all to jalon_owner
    using true
    with check true

table merges
  id uuid not null
  survivor_id uuid not null
  merged_id uuid not null
  merged_number text not null
  found_in uuid not null
  organisation_id uuid not null
  merged_by uuid not null
  merged_at timestamp with time zone not null
  sealed boolean not null
  after_change bigint not null
  last_change bigint
  by_hand text[] not null
  undone_by uuid
  undone_at timestamp with time zone
  constraint merges_check CHECK ((survivor_id <> merged_id))
  constraint merges_check1 CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
  constraint merges_found_in_fkey FOREIGN KEY (found_in) REFERENCES pathways(id) ON DELETE CASCADE
  constraint merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint merges_merged_id_fkey FOREIGN KEY (merged_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint merges_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint merges_pkey PRIMARY KEY (id)
  constraint merges_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint merges_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES accounts(id) ON DELETE RESTRICT
  CREATE INDEX merges_by_number ON public.merges USING btree (merged_number) WHERE (undone_at IS NULL)
  CREATE INDEX merges_found_in ON public.merges USING btree (found_in)
  CREATE INDEX merges_of_survivor ON public.merges USING btree (survivor_id)
  CREATE UNIQUE INDEX merges_standing ON public.merges USING btree (merged_id) WHERE (undone_at IS NULL)
  policy found_by_jalon_caseworker for select to jalon_caseworker
    using ((undone_at IS NULL) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = merges.found_in))))
  policy found_by_jalon_manager for select to jalon_manager
    using ((undone_at IS NULL) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = merges.found_in))))
  policy found_by_jalon_ofii for select to jalon_ofii
    using ((undone_at IS NULL) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = merges.found_in))))
  policy found_by_jalon_referent for select to jalon_referent
    using ((undone_at IS NULL) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = merges.found_in))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant select (after_change, by_hand, found_in, id, last_change, merged_at, merged_by, merged_id, merged_number, organisation_id, sealed, survivor_id, undone_at, undone_by) to jalon_caseworker
  grant select (after_change, by_hand, found_in, id, last_change, merged_at, merged_by, merged_id, merged_number, organisation_id, sealed, survivor_id, undone_at, undone_by) to jalon_manager
  grant select (after_change, by_hand, found_in, id, last_change, merged_at, merged_by, merged_id, merged_number, organisation_id, sealed, survivor_id, undone_at, undone_by) to jalon_ofii
  grant select (after_change, by_hand, found_in, id, last_change, merged_at, merged_by, merged_id, merged_number, organisation_id, sealed, survivor_id, undone_at, undone_by) to jalon_referent

table notes
  note_id uuid not null
  version integer not null
  pathway_id uuid not null
  author_id uuid not null
  organisation_id uuid not null
  written_at timestamp with time zone not null
  visibility text not null
  text text
  reason text
  by_account uuid not null
  at timestamp with time zone not null
  withdrawn boolean not null default false
  constraint notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint notes_by_account_fkey FOREIGN KEY (by_account) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint notes_check CHECK (((text IS NULL) <> (reason IS NULL)))
  constraint notes_check1 CHECK ((at >= written_at))
  constraint notes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint notes_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint notes_pkey PRIMARY KEY (note_id, version)
  constraint notes_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500)))
  constraint notes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
  constraint notes_version_check CHECK ((version > 0))
  constraint notes_visibility_check CHECK ((visibility = ANY (ARRAY['PRIVATE'::text, 'STRUCTURE'::text, 'SHARED'::text])))
  CREATE INDEX notes_of_pathway ON public.notes USING btree (pathway_id, written_at DESC, note_id)
  CREATE TRIGGER follow_last_version BEFORE INSERT ON public.notes FOR EACH ROW EXECUTE FUNCTION sec.follow_last_version()
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy read_by_jalon_caseworker for select to jalon_caseworker
    using (((text IS NULL) OR (NOT withdrawn) OR (visibility = 'PRIVATE'::text) OR (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = notes.pathway_id) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text))))) AND
        CASE
            WHEN ((p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) OR (p.organisation_id IS NULL)) THEN ((notes.visibility = 'SHARED'::text) OR ((notes.visibility = 'STRUCTURE'::text) AND (notes.organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))) OR ((notes.visibility = 'PRIVATE'::text) AND (notes.author_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))))
            WHEN (EXISTS ( SELECT 1
               FROM transfers t
              WHERE ((t.pathway_id = p.id) AND (t.state = 'ACCEPTED'::text) AND (t.from_organisation = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)) AND (t.reads_until >= ( SELECT sec.today('jalon_caseworker'::text) AS today)) AND (p.organisation_id <> t.from_organisation)))) THEN (((notes.visibility = 'SHARED'::text) OR ((notes.visibility = 'STRUCTURE'::text) AND (notes.organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))) OR ((notes.visibility = 'PRIVATE'::text) AND (notes.author_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)))) AND (notes.at <= ( SELECT max(t.answered_at) AS max
               FROM transfers t
              WHERE ((t.pathway_id = p.id) AND (t.state = 'ACCEPTED'::text) AND (t.from_organisation = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)) AND (t.reads_until >= ( SELECT sec.today('jalon_caseworker'::text) AS today)) AND (p.organisation_id <> t.from_organisation)))))
            ELSE (notes.visibility = 'SHARED'::text)
        END))))
  policy read_by_jalon_manager for select to jalon_manager
    using (((text IS NULL) OR (NOT withdrawn) OR (visibility = 'PRIVATE'::text) OR (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = notes.pathway_id) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text))))) AND
        CASE
            WHEN ((p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) OR (p.organisation_id IS NULL)) THEN ((notes.visibility = 'SHARED'::text) OR ((notes.visibility = 'STRUCTURE'::text) AND (notes.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))) OR ((notes.visibility = 'PRIVATE'::text) AND (notes.author_id = ( SELECT sec.account('jalon_manager'::text) AS account))))
            WHEN (EXISTS ( SELECT 1
               FROM transfers t
              WHERE ((t.pathway_id = p.id) AND (t.state = 'ACCEPTED'::text) AND (t.from_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (t.reads_until >= ( SELECT sec.today('jalon_manager'::text) AS today)) AND (p.organisation_id <> t.from_organisation)))) THEN (((notes.visibility = 'SHARED'::text) OR ((notes.visibility = 'STRUCTURE'::text) AND (notes.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))) OR ((notes.visibility = 'PRIVATE'::text) AND (notes.author_id = ( SELECT sec.account('jalon_manager'::text) AS account)))) AND (notes.at <= ( SELECT max(t.answered_at) AS max
               FROM transfers t
              WHERE ((t.pathway_id = p.id) AND (t.state = 'ACCEPTED'::text) AND (t.from_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (t.reads_until >= ( SELECT sec.today('jalon_manager'::text) AS today)) AND (p.organisation_id <> t.from_organisation)))))
            ELSE (notes.visibility = 'SHARED'::text)
        END))))
  policy written_by_jalon_caseworker for insert to jalon_caseworker
    with check ((by_account = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = notes.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text)))))))) AND
CASE
    WHEN (text IS NULL) THEN (author_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
    ELSE ((author_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)))
END)
  policy written_by_jalon_manager for insert to jalon_manager
    with check ((by_account = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = notes.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text)))))))) AND
CASE
    WHEN (text IS NULL) THEN ((author_id = ( SELECT sec.account('jalon_manager'::text) AS account)) OR (visibility = 'SHARED'::text) OR ((visibility = 'STRUCTURE'::text) AND (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))))
    ELSE ((author_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)))
END)
  grant insert (at, author_id, by_account, note_id, organisation_id, pathway_id, reason, text, version, visibility, written_at) to jalon_caseworker
  grant insert (at, author_id, by_account, note_id, organisation_id, pathway_id, reason, text, version, visibility, written_at) to jalon_manager
  grant select (at, author_id, by_account, note_id, organisation_id, pathway_id, reason, text, version, visibility, withdrawn, written_at) to jalon_caseworker
  grant select (at, author_id, by_account, note_id, organisation_id, pathway_id, reason, text, version, visibility, withdrawn, written_at) to jalon_manager

table openings
  id uuid not null default gen_random_uuid()
  pathway_id uuid not null
  account_id uuid not null
  reason text not null
  opened_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  number text not null
  opened_by text not null
  sealed boolean not null default false
  organisation_id uuid not null
  role text not null
  constraint openings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint openings_check CHECK ((ends_at > opened_at))
  constraint openings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint openings_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint openings_pkey PRIMARY KEY (id)
  constraint openings_reason_check CHECK (((length(reason) >= 20) AND (length(reason) <= 500)))
  CREATE INDEX openings_by_time ON public.openings USING btree (opened_at DESC, id)
  CREATE INDEX openings_of_account ON public.openings USING btree (account_id, ends_at)
  CREATE INDEX openings_of_pathway ON public.openings USING btree (pathway_id, opened_at DESC)
  CREATE TRIGGER keep_post_of_opening BEFORE INSERT ON public.openings FOR EACH ROW EXECUTE FUNCTION sec.keep_post_of_opening()
  policy all_openings for select to jalon_auditor
    using (( SELECT sec.account('jalon_auditor'::text) AS account) IS NOT NULL)
  policy of_the_structure for select to jalon_manager
    using (((account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (NOT sealed)) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = openings.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text)))))))))
  policy own_openings for select to jalon_caseworker
    using (((account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (NOT sealed)) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = openings.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text)))))))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant select (account_id, ends_at, id, number, opened_at, opened_by, organisation_id, pathway_id, reason, role, sealed) to jalon_auditor
  grant select (account_id, ends_at, id, number, opened_at, opened_by, organisation_id, pathway_id, reason, role, sealed) to jalon_caseworker
  grant select (account_id, ends_at, id, number, opened_at, opened_by, organisation_id, pathway_id, reason, role, sealed) to jalon_manager

table organisations
  id uuid not null
  name text not null
  kind text not null
  department text
  version integer not null default 1
  siret text
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['ASSOCIATION'::text, 'OFII'::text, 'PREFECTURE'::text, 'REGION'::text, 'PLATFORM'::text])))
  constraint organisations_name_key UNIQUE (name)
  constraint organisations_pkey PRIMARY KEY (id)
  constraint organisations_siret_check CHECK (is_siret(siret))
  CREATE TRIGGER refuse_unsigned_structures BEFORE INSERT OR DELETE OR UPDATE ON public.organisations FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_unsigned_structures()
  grant insert (department, id, kind, name, siret, version) to jalon_admin
  grant select (department, id, kind, name, siret, version) to jalon_admin
  grant select (department, id, kind, name, siret, version) to jalon_auditor
  grant select (department, id, kind, name, siret, version) to jalon_auth
  grant select (department, id, kind, name, siret, version) to jalon_caseworker
  grant select (department, id, kind, name, siret, version) to jalon_engine
  grant select (department, id, kind, name, siret, version) to jalon_manager
  grant select (department, id, kind, name, siret, version) to jalon_ofii
  grant select (department, id, kind, name, siret, version) to jalon_referent
  grant select (department, id, kind, name, siret, version) to jalon_report
  grant update (name, version) to jalon_admin

table pathway_changes
  id bigint not null generated always as identity
  pathway_id uuid not null
  at timestamp with time zone not null default clock_timestamp()
  actor_id uuid
  kind text not null
  source text not null
  domain text
  field text
  before text
  after text
  was jsonb
  change_id uuid not null default gen_random_uuid()
  reason text
  constraint pathway_changes_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint pathway_changes_kind_check CHECK ((kind = ANY (ARRAY['OPENED'::text, 'CORRECTION'::text, 'ASSIGNMENT'::text, 'SEALED'::text, 'UNSEALED'::text, 'TRANSFER'::text, 'REVEAL'::text, 'BREAK_GLASS'::text, 'LISTED'::text, 'TASK'::text, 'MERGED'::text, 'UNMERGED'::text])))
  constraint pathway_changes_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint pathway_changes_pkey PRIMARY KEY (id)
  constraint pathway_changes_reason_check CHECK ((length(reason) <= 500))
  constraint pathway_changes_source_check CHECK ((source = ANY (ARRAY['HAND'::text, 'IMPORT'::text])))
  constraint tell_sealed_file_of_list TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX changes_of_pathway ON public.pathway_changes USING btree (pathway_id, id)
  CREATE CONSTRAINT TRIGGER tell_sealed_file_of_list AFTER INSERT ON public.pathway_changes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.source = 'IMPORT'::text) AND (new.kind <> 'LISTED'::text))) EXECUTE FUNCTION sec.tell_sealed_file_of_list()
  policy location_jalon_caseworker for select to jalon_caseworker
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_caseworker'::text) AS located_files)::uuid[])) OR (NOT (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_changes.pathway_id) AND p.sealed)))))
  policy location_jalon_engine for select to jalon_engine
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_engine'::text) AS located_files)::uuid[])) OR (NOT (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_changes.pathway_id) AND p.sealed)))))
  policy location_jalon_manager for select to jalon_manager
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_manager'::text) AS located_files)::uuid[])) OR (NOT (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_changes.pathway_id) AND p.sealed)))))
  policy of_reached_pathways for select to jalon_caseworker, jalon_manager
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_changes.pathway_id)))
  policy of_reached_pathways_engine for select to jalon_engine
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_changes.pathway_id)))
  policy of_reached_pathways_ofii for select to jalon_ofii
    using ((EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_changes.pathway_id))) AND ((domain IS NULL) OR (domain = ANY (ARRAY['RECEPTION_RIGHTS'::text, 'LANGUAGE'::text, 'CIVIC'::text, 'EMPLOYMENT'::text]))))
  policy own_reach_adds for insert to jalon_caseworker
    with check ((actor_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_changes.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))))))
  policy own_reach_adds_manager for insert to jalon_manager
    with check ((actor_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_changes.pathway_id) AND ((p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_manager'::text) AS departments)::text[]))))))))
  policy own_reach_adds_ofii for insert to jalon_ofii
    with check ((actor_id = ( SELECT sec.account('jalon_ofii'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_changes.pathway_id))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy seal_rights_of_managers for select to jalon_caseworker
    using (field IS DISTINCT FROM 'sealRights'::text)
  policy until_it_left_jalon_caseworker for select to jalon_caseworker
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (NOT (pathway_id = ANY (( SELECT sec.given_files('jalon_caseworker'::text) AS given_files)::uuid[]))) OR (pathway_id = ANY (( SELECT sec.opened_files('jalon_caseworker'::text) AS opened_files)::uuid[])) OR (at <= sec.given_at('jalon_caseworker'::text, pathway_id)))
  policy until_it_left_jalon_engine for select to jalon_engine
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (NOT (pathway_id = ANY (( SELECT sec.given_files('jalon_engine'::text) AS given_files)::uuid[]))) OR (pathway_id = ANY (( SELECT sec.opened_files('jalon_engine'::text) AS opened_files)::uuid[])) OR (at <= sec.given_at('jalon_engine'::text, pathway_id)))
  policy until_it_left_jalon_manager for select to jalon_manager
    using ((field IS NULL) OR (NOT (field ~ '^person[.](address|phone|email)([.]|$)'::text)) OR (NOT (pathway_id = ANY (( SELECT sec.given_files('jalon_manager'::text) AS given_files)::uuid[]))) OR (pathway_id = ANY (( SELECT sec.opened_files('jalon_manager'::text) AS opened_files)::uuid[])) OR (at <= sec.given_at('jalon_manager'::text, pathway_id)))
  grant insert (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_caseworker
  grant insert (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_manager
  grant insert (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_ofii
  grant select (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_caseworker
  grant select (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_engine
  grant select (actor_id, after, at, before, change_id, domain, field, id, kind, pathway_id, reason, source, was) to jalon_manager
  grant select (actor_id, after, at, before, domain, field, id, kind, pathway_id, source, was) to jalon_ofii

table pathway_events
  id uuid not null
  seq bigint not null
  pathway_id uuid not null
  kind text not null
  occurred_on date
  domain text
  body jsonb not null
  source text not null
  actor_id uuid
  recorded_at timestamp with time zone not null default clock_timestamp()
  constraint pathway_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint pathway_events_kind_check CHECK ((kind = ANY (ARRAY['STEP'::text, 'ATTENDANCE'::text, 'TEST'::text, 'CONTACT'::text, 'EXTENSION'::text, 'CONTRACT'::text, 'HANDOVER'::text, 'SILENCE'::text, 'PAUSE'::text, 'CLOSURE'::text, 'RETRACTION'::text, 'HOME_LEFT'::text, 'RESIDENCE_DOCUMENT'::text])))
  constraint pathway_events_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE RESTRICT
  constraint pathway_events_pkey PRIMARY KEY (id)
  constraint pathway_events_seq_key UNIQUE (seq)
  constraint pathway_events_source_check CHECK ((source = ANY (ARRAY['HAND'::text, 'IMPORT'::text])))
  CREATE INDEX events_of_pathway ON public.pathway_events USING btree (pathway_id, seq)
  CREATE TRIGGER events_are_append_only BEFORE UPDATE ON public.pathway_events FOR EACH ROW WHEN (((to_jsonb(old.*) - 'pathway_id'::text) IS DISTINCT FROM (to_jsonb(new.*) - 'pathway_id'::text))) EXECUTE FUNCTION sec.refuse_rewriting()
  policy in_ones_own_name for insert to jalon_engine
    with check (pg_has_role(CURRENT_USER, 'jalon_owner'::name, 'member'::text) OR (actor_id = ( SELECT sec.account('jalon_engine'::text) AS account)))
  policy of_reached_pathways for select to jalon_caseworker, jalon_manager
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_events.pathway_id)))
  policy of_reached_pathways_engine for select to jalon_engine
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_events.pathway_id)))
  policy of_reached_pathways_ofii for select to jalon_ofii
    using ((EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_events.pathway_id))) AND ((domain IS NULL) OR (domain = ANY (ARRAY['RECEPTION_RIGHTS'::text, 'LANGUAGE'::text, 'CIVIC'::text, 'EMPLOYMENT'::text]))) AND ((body ->> 'silence'::text) IS DISTINCT FROM 'NO_OUTCOME_12M'::text))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy reach_of_the_actor_adds for insert to jalon_engine
    with check (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_events.pathway_id) AND
        CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
            WHEN 'ASSOCIATION_CASEWORKER'::text THEN (p.referent_id = ( SELECT sec.account('jalon_engine'::text) AS account))
            WHEN 'ASSOCIATION_MANAGER'::text THEN ((p.organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[]))))
            WHEN 'OFII_AGENT'::text THEN true
            WHEN 'RULES'::text THEN true
            ELSE false
        END)))
  grant insert (actor_id, body, domain, id, kind, occurred_on, pathway_id, recorded_at, seq, source) to jalon_engine
  grant select (actor_id, body, domain, id, kind, occurred_on, pathway_id, recorded_at, seq, source) to jalon_caseworker
  grant select (actor_id, body, domain, id, kind, occurred_on, pathway_id, recorded_at, seq, source) to jalon_engine
  grant select (actor_id, body, domain, id, kind, occurred_on, pathway_id, recorded_at, seq, source) to jalon_manager
  grant select (actor_id, body, domain, id, kind, occurred_on, pathway_id, recorded_at, seq, source) to jalon_ofii

table pathway_stalls
  id uuid not null
  pathway_id uuid not null
  rule text not null
  spell integer not null
  domain text not null
  department text not null
  organisation_id uuid
  referent_id uuid
  severity text not null
  turn text not null
  anchor_on date
  warn_on date
  limit_on date
  since_on date
  cleared_on date
  cleared_by uuid
  silences datemultirange not null default '{}'::datemultirange
  facts jsonb not null default '[]'::jsonb
  silenced_on date[] not null default '{}'::date[]
  third_silence_on date generated always as (silenced_on[3]) stored
  sealed boolean not null default false
  merged boolean not null default false
  constraint pathway_stalls_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint pathway_stalls_pathway_id_rule_spell_key UNIQUE (pathway_id, rule, spell)
  constraint pathway_stalls_pkey PRIMARY KEY (id)
  constraint pathway_stalls_severity_check CHECK ((severity = ANY (ARRAY['CRITICAL'::text, 'NORMAL'::text])))
  CREATE INDEX stalls_cleared_of_department ON public.pathway_stalls USING btree (department, cleared_on) WHERE (cleared_on IS NOT NULL)
  CREATE INDEX stalls_cleared_of_organisation ON public.pathway_stalls USING btree (organisation_id, cleared_on) WHERE (cleared_on IS NOT NULL)
  CREATE INDEX stalls_cleared_of_referent ON public.pathway_stalls USING btree (referent_id, cleared_on) WHERE (cleared_on IS NOT NULL)
  CREATE INDEX stalls_live_of_department ON public.pathway_stalls USING btree (department, severity, since_on, id) WHERE (cleared_on IS NULL)
  CREATE INDEX stalls_live_of_organisation ON public.pathway_stalls USING btree (organisation_id, severity, since_on, id) WHERE (cleared_on IS NULL)
  CREATE INDEX stalls_live_of_referent ON public.pathway_stalls USING btree (referent_id, severity, since_on, id) WHERE (cleared_on IS NULL)
  CREATE INDEX stalls_of_pathway ON public.pathway_stalls USING btree (pathway_id)
  CREATE INDEX stalls_put_off_of_department ON public.pathway_stalls USING btree (department, severity, since_on, id) WHERE (third_silence_on IS NOT NULL)
  CREATE INDEX stalls_put_off_of_organisation ON public.pathway_stalls USING btree (organisation_id, severity, since_on, id) WHERE (third_silence_on IS NOT NULL)
  CREATE INDEX stalls_put_off_of_referent ON public.pathway_stalls USING btree (referent_id, severity, since_on, id) WHERE (third_silence_on IS NOT NULL)
  policy department for select to jalon_referent
    using ((department = ANY (( SELECT sec.departments('jalon_referent'::text) AS departments)::text[])) AND (NOT sealed))
  policy department_report for select to jalon_report
    using ((department = ANY (( SELECT sec.departments('jalon_report'::text) AS departments)::text[])) AND (NOT sealed))
  policy lent_jalon_caseworker for select to jalon_caseworker
    using (pathway_id = ANY (( SELECT sec.lent_files('jalon_caseworker'::text) AS lent_files)::uuid[]))
  policy lent_jalon_manager for select to jalon_manager
    using (pathway_id = ANY (( SELECT sec.lent_files('jalon_manager'::text) AS lent_files)::uuid[]))
  policy nobody_yet for select to jalon_manager
    using ((organisation_id IS NULL) AND (department = ANY (( SELECT sec.departments('jalon_manager'::text) AS departments)::text[])) AND (NOT sealed))
  policy not_merged for all to jalon_caseworker, jalon_engine, jalon_manager, jalon_ofii, jalon_referent, jalon_report
    using (NOT merged)
  policy own_caseload for select to jalon_caseworker
    using ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.sealed_files('jalon_caseworker'::text) AS sealed_files)::uuid[]))))
  policy own_structure for select to jalon_manager
    using ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.sealed_files('jalon_manager'::text) AS sealed_files)::uuid[]))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy reach_of_the_actor for all to jalon_engine
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_stalls.pathway_id) AND
        CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
            WHEN 'ASSOCIATION_CASEWORKER'::text THEN (p.referent_id = ( SELECT sec.account('jalon_engine'::text) AS account))
            WHEN 'ASSOCIATION_MANAGER'::text THEN ((p.organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[]))))
            WHEN 'OFII_AGENT'::text THEN true
            WHEN 'RULES'::text THEN true
            ELSE false
        END)))
    with check (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_stalls.pathway_id) AND
        CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
            WHEN 'ASSOCIATION_CASEWORKER'::text THEN (p.referent_id = ( SELECT sec.account('jalon_engine'::text) AS account))
            WHEN 'ASSOCIATION_MANAGER'::text THEN ((p.organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[]))))
            WHEN 'OFII_AGENT'::text THEN true
            WHEN 'RULES'::text THEN true
            ELSE false
        END)))
  policy territory for select to jalon_ofii
    using ((department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[])) AND (domain = ANY (ARRAY['RECEPTION_RIGHTS'::text, 'LANGUAGE'::text, 'CIVIC'::text, 'EMPLOYMENT'::text])) AND (rule <> 'NO_OUTCOME_12M'::text) AND ((NOT sealed) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_stalls.pathway_id)))))
  grant delete to jalon_engine
  grant insert (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_engine
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_caseworker
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_engine
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_manager
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_referent
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_report
  grant select (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, organisation_id, pathway_id, referent_id, rule, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_ofii
  grant update (anchor_on, cleared_by, cleared_on, department, domain, facts, id, limit_on, merged, organisation_id, pathway_id, referent_id, rule, sealed, severity, silenced_on, silences, since_on, spell, third_silence_on, turn, warn_on) to jalon_engine

table pathway_steps
  pathway_id uuid not null
  step text not null
  spell integer not null
  domain text not null
  department text not null
  organisation_id uuid
  referent_id uuid
  status text not null
  from_on date
  until_on date
  opens_on date
  due_on date
  waits_for text[] not null default '{}'::text[]
  outcome text
  party text
  is_open boolean not null
  sealed boolean not null default false
  merged boolean not null default false
  constraint pathway_steps_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint pathway_steps_pkey PRIMARY KEY (pathway_id, step, spell)
  CREATE INDEX steps_due_of_pathway ON public.pathway_steps USING btree (pathway_id, due_on) WHERE (is_open AND (waits_for = '{}'::text[]))
  CREATE INDEX steps_now ON public.pathway_steps USING btree (pathway_id) WHERE (until_on IS NULL)
  CREATE INDEX steps_of_department ON public.pathway_steps USING btree (department, step, status)
  policy department for select to jalon_referent
    using ((department = ANY (( SELECT sec.departments('jalon_referent'::text) AS departments)::text[])) AND (NOT sealed))
  policy department_report for select to jalon_report
    using ((department = ANY (( SELECT sec.departments('jalon_report'::text) AS departments)::text[])) AND (NOT sealed))
  policy lent_jalon_caseworker for select to jalon_caseworker
    using (pathway_id = ANY (( SELECT sec.lent_files('jalon_caseworker'::text) AS lent_files)::uuid[]))
  policy lent_jalon_manager for select to jalon_manager
    using (pathway_id = ANY (( SELECT sec.lent_files('jalon_manager'::text) AS lent_files)::uuid[]))
  policy nobody_yet for select to jalon_manager
    using ((organisation_id IS NULL) AND (department = ANY (( SELECT sec.departments('jalon_manager'::text) AS departments)::text[])) AND (NOT sealed))
  policy not_merged for all to jalon_caseworker, jalon_engine, jalon_manager, jalon_ofii, jalon_referent, jalon_report
    using (NOT merged)
  policy own_caseload for select to jalon_caseworker
    using ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.sealed_files('jalon_caseworker'::text) AS sealed_files)::uuid[]))))
  policy own_structure for select to jalon_manager
    using ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.sealed_files('jalon_manager'::text) AS sealed_files)::uuid[]))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy reach_of_the_actor for all to jalon_engine
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_steps.pathway_id) AND
        CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
            WHEN 'ASSOCIATION_CASEWORKER'::text THEN (p.referent_id = ( SELECT sec.account('jalon_engine'::text) AS account))
            WHEN 'ASSOCIATION_MANAGER'::text THEN ((p.organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[]))))
            WHEN 'OFII_AGENT'::text THEN true
            WHEN 'RULES'::text THEN true
            ELSE false
        END)))
    with check (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = pathway_steps.pathway_id) AND
        CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
            WHEN 'ASSOCIATION_CASEWORKER'::text THEN (p.referent_id = ( SELECT sec.account('jalon_engine'::text) AS account))
            WHEN 'ASSOCIATION_MANAGER'::text THEN ((p.organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((p.organisation_id IS NULL) AND (p.department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[]))))
            WHEN 'OFII_AGENT'::text THEN true
            WHEN 'RULES'::text THEN true
            ELSE false
        END)))
  policy territory for select to jalon_ofii
    using ((department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[])) AND (domain = ANY (ARRAY['RECEPTION_RIGHTS'::text, 'LANGUAGE'::text, 'CIVIC'::text, 'EMPLOYMENT'::text])) AND ((NOT sealed) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = pathway_steps.pathway_id)))))
  grant delete to jalon_engine
  grant insert (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_engine
  grant select (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_caseworker
  grant select (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_engine
  grant select (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_manager
  grant select (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_referent
  grant select (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_report
  grant select (department, domain, due_on, from_on, is_open, opens_on, organisation_id, outcome, party, pathway_id, referent_id, spell, status, step, until_on, waits_for) to jalon_ofii
  grant update (department, domain, due_on, from_on, is_open, merged, opens_on, organisation_id, outcome, party, pathway_id, referent_id, sealed, spell, status, step, until_on, waits_for) to jalon_engine

table pathways
  id uuid not null
  number text not null
  person_id uuid not null
  department text not null
  organisation_id uuid
  referent_id uuid
  facts jsonb not null
  corrected_by_hand text[] not null default '{}'::text[]
  protection text generated always as (
CASE
    WHEN ((facts ->> 'protectionGrantedOn'::text) IS NULL) THEN 'NON_BPI'::text
    ELSE 'BPI'::text
END) stored
  opened_on date
  cir_signed_on date
  contract_rule_set text
  contract_state text not null
  cir_ends_on date
  closed_on date
  paused datemultirange not null default '{}'::datemultirange
  last_contact_on date
  next_due_on date
  next_due_on_for_ofii date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  sealed boolean not null default false
  listed boolean not null default false
  merged boolean not null default false
  constraint pathways_check CHECK (((referent_id IS NULL) OR (organisation_id IS NOT NULL)))
  constraint pathways_number_key UNIQUE (number)
  constraint pathways_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint pathways_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE RESTRICT
  constraint pathways_person_id_key UNIQUE (person_id)
  constraint pathways_pkey PRIMARY KEY (id)
  constraint pathways_referent_id_organisation_id_fkey FOREIGN KEY (referent_id, organisation_id) REFERENCES accounts(id, organisation_id) ON DELETE RESTRICT
  constraint purge_drafts_of_file TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX pathways_of_department ON public.pathways USING btree (department, next_due_on, id)
  CREATE INDEX pathways_of_department_by_contact ON public.pathways USING btree (department, last_contact_on, id)
  CREATE INDEX pathways_of_department_by_signature ON public.pathways USING btree (department, cir_signed_on, id)
  CREATE INDEX pathways_of_department_for_ofii ON public.pathways USING btree (department, next_due_on_for_ofii, id)
  CREATE INDEX pathways_of_organisation ON public.pathways USING btree (organisation_id, next_due_on, id)
  CREATE INDEX pathways_of_referent ON public.pathways USING btree (referent_id, next_due_on, id)
  CREATE INDEX pathways_unassigned ON public.pathways USING btree (department, id) WHERE (organisation_id IS NULL)
  CREATE INDEX pathways_without_referent ON public.pathways USING btree (organisation_id, id) WHERE (referent_id IS NULL)
  CREATE CONSTRAINT TRIGGER purge_drafts_of_file AFTER UPDATE OF sealed, organisation_id, referent_id ON public.pathways DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.sealed IS DISTINCT FROM new.sealed) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.referent_id IS DISTINCT FROM new.referent_id))) EXECUTE FUNCTION sec.purge_drafts_of_file()
  CREATE TRIGGER carry_isolation_keys_to_derived_rows AFTER UPDATE OF department, organisation_id, referent_id, sealed ON public.pathways FOR EACH ROW WHEN (((((old.department IS DISTINCT FROM new.department) OR (old.organisation_id IS DISTINCT FROM new.organisation_id)) OR (old.referent_id IS DISTINCT FROM new.referent_id)) OR (old.sealed IS DISTINCT FROM new.sealed))) EXECUTE FUNCTION sec.carry_isolation_keys_to_derived_rows()
  CREATE TRIGGER carry_isolation_keys_to_person AFTER UPDATE OF department, organisation_id, referent_id, sealed, listed ON public.pathways FOR EACH ROW WHEN ((((((old.department IS DISTINCT FROM new.department) OR (old.organisation_id IS DISTINCT FROM new.organisation_id)) OR (old.referent_id IS DISTINCT FROM new.referent_id)) OR (old.sealed IS DISTINCT FROM new.sealed)) OR (old.listed IS DISTINCT FROM new.listed))) EXECUTE FUNCTION sec.carry_isolation_keys_to_person()
  CREATE TRIGGER carry_seal_rights_to_referent AFTER UPDATE OF referent_id ON public.pathways FOR EACH ROW WHEN ((new.sealed AND (old.referent_id IS DISTINCT FROM new.referent_id))) EXECUTE FUNCTION sec.carry_seal_rights_to_referent()
  CREATE TRIGGER carry_seal_to_transfers AFTER UPDATE OF sealed ON public.pathways FOR EACH ROW WHEN ((old.sealed IS DISTINCT FROM new.sealed)) EXECUTE FUNCTION sec.carry_seal_to_transfers()
  CREATE TRIGGER forget_in_reports AFTER UPDATE OF sealed ON public.pathways FOR EACH ROW WHEN ((new.sealed AND (NOT old.sealed) AND (NOT new.listed))) EXECUTE FUNCTION sec.forget_in_reports()
  CREATE TRIGGER give_next_number BEFORE INSERT ON public.pathways FOR EACH ROW EXECUTE FUNCTION sec.give_next_number()
  CREATE TRIGGER refuse_absent_new_referent BEFORE UPDATE OF referent_id ON public.pathways FOR EACH ROW WHEN (((new.referent_id IS NOT NULL) AND (new.referent_id IS DISTINCT FROM old.referent_id))) EXECUTE FUNCTION sec.refuse_absent_referent()
  CREATE TRIGGER refuse_absent_referent BEFORE INSERT ON public.pathways FOR EACH ROW WHEN ((new.referent_id IS NOT NULL)) EXECUTE FUNCTION sec.refuse_absent_referent()
  CREATE TRIGGER refuse_without_location BEFORE UPDATE OF sealed, referent_id ON public.pathways FOR EACH ROW WHEN ((old.sealed AND ((NOT new.sealed) OR ((new.referent_id IS NOT NULL) AND (new.referent_id IS DISTINCT FROM old.referent_id))))) EXECUTE FUNCTION sec.refuse_without_location()
  CREATE TRIGGER stand_for_sealed_file AFTER INSERT ON public.pathways FOR EACH ROW WHEN ((current_setting('role'::text) = 'jalon_ofii'::text)) EXECUTE FUNCTION sec.stand_for_sealed_file()
  CREATE TRIGGER stop_standing_for AFTER UPDATE OF sealed ON public.pathways FOR EACH ROW WHEN ((old.sealed AND (NOT new.sealed))) EXECUTE FUNCTION sec.stop_standing_for()
  policy department for select to jalon_referent
    using ((department = ANY (( SELECT sec.departments('jalon_referent'::text) AS departments)::text[])) AND (NOT sealed))
  policy department_report for select to jalon_report
    using ((department = ANY (( SELECT sec.departments('jalon_report'::text) AS departments)::text[])) AND (NOT sealed))
  policy lent for select to jalon_engine
    using (id = ANY (( SELECT sec.lent_files('jalon_engine'::text) AS lent_files)::uuid[]))
  policy lent_jalon_caseworker for select to jalon_caseworker
    using (id = ANY (( SELECT sec.lent_files('jalon_caseworker'::text) AS lent_files)::uuid[]))
  policy lent_jalon_manager for select to jalon_manager
    using (id = ANY (( SELECT sec.lent_files('jalon_manager'::text) AS lent_files)::uuid[]))
  policy nobody_yet for all to jalon_manager
    using ((organisation_id IS NULL) AND (department = ANY (( SELECT sec.departments('jalon_manager'::text) AS departments)::text[])) AND (NOT sealed))
    with check (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))
  policy not_merged for all to jalon_caseworker, jalon_engine, jalon_manager, jalon_ofii, jalon_referent, jalon_report
    using (NOT merged)
  policy on_a_person_in_reach for insert to jalon_caseworker, jalon_manager, jalon_ofii
    with check (pg_has_role(CURRENT_USER, 'jalon_owner'::name, 'member'::text) OR (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = pathways.person_id))))
  policy own_caseload for all to jalon_caseworker
    using ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_files('jalon_caseworker'::text) AS sealed_files)::uuid[]))))
    with check ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)))
  policy own_structure for all to jalon_manager
    using ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_files('jalon_manager'::text) AS sealed_files)::uuid[]))))
    with check (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy reach_of_the_actor for all to jalon_engine
    using 
CASE ( SELECT sec.role_of('jalon_engine'::text) AS role_of)
    WHEN 'ASSOCIATION_CASEWORKER'::text THEN ((referent_id = ( SELECT sec.account('jalon_engine'::text) AS account)) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_files('jalon_engine'::text) AS sealed_files)::uuid[]))))
    WHEN 'ASSOCIATION_MANAGER'::text THEN (((organisation_id = ( SELECT sec.organisation('jalon_engine'::text) AS organisation)) OR ((organisation_id IS NULL) AND (department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[])))) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_files('jalon_engine'::text) AS sealed_files)::uuid[]))))
    WHEN 'OFII_AGENT'::text THEN ((department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[])) AND ((NOT sealed) OR listed))
    WHEN 'DEPARTMENT_REFERENT'::text THEN ((department = ANY (( SELECT sec.departments('jalon_engine'::text) AS departments)::text[])) AND (NOT sealed))
    WHEN 'RULES'::text THEN true
    ELSE false
END
    with check (( SELECT sec.role_of('jalon_engine'::text) AS role_of) <> 'DEPARTMENT_REFERENT'::text)
  policy territory for all to jalon_ofii
    using ((department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[])) AND ((NOT sealed) OR listed))
    with check (department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[]))
  grant insert (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, sealed, updated_at, version) to jalon_caseworker
  grant insert (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, sealed, updated_at, version) to jalon_manager
  grant insert (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, sealed, updated_at, version) to jalon_ofii
  grant select (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, listed, merged, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, sealed, updated_at, version) to jalon_caseworker
  grant select (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, listed, merged, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, sealed, updated_at, version) to jalon_manager
  grant select (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, corrected_by_hand, created_at, department, facts, id, last_contact_on, next_due_on, next_due_on_for_ofii, number, opened_on, organisation_id, paused, person_id, protection, referent_id, updated_at, version) to jalon_ofii
  grant select (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, department, id, last_contact_on, next_due_on, number, opened_on, organisation_id, paused, protection, referent_id, version) to jalon_referent
  grant select (cir_signed_on, closed_on, contract_rule_set, contract_state, department, id, opened_on, organisation_id, paused, protection) to jalon_report
  grant select (cir_signed_on, closed_on, department, facts, id, organisation_id, protection, referent_id, sealed, version) to jalon_engine
  grant update (cir_ends_on, cir_signed_on, closed_on, contract_rule_set, contract_state, last_contact_on, next_due_on, next_due_on_for_ofii, opened_on, paused, updated_at, version) to jalon_engine
  grant update (corrected_by_hand, department, facts, organisation_id, referent_id, sealed, updated_at, version) to jalon_manager
  grant update (corrected_by_hand, department, facts, organisation_id, referent_id, updated_at, version) to jalon_ofii
  grant update (corrected_by_hand, department, facts, updated_at, version) to jalon_caseworker

table people
  id uuid not null
  department text not null
  organisation_id uuid
  referent_id uuid
  foreigner_number text
  ofii_number text
  birth_name text
  usage_name text
  first_names text
  birth_value text
  birth_precision text not null
  sex text not null
  nationality text
  languages text[] not null default '{}'::text[]
  name_sort text not null
  search_text text not null
  created_at timestamp with time zone not null default now()
  sealed boolean not null default false
  listed boolean not null default false
  doubled boolean not null default false
  search_keys bigint[] not null default '{}'::bigint[]
  merged boolean not null default false
  constraint people_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text, 'UNKNOWN'::text])))
  constraint people_check CHECK ((COALESCE(birth_name, usage_name, first_names) IS NOT NULL))
  constraint people_check1 CHECK (((birth_precision = 'UNKNOWN'::text) = (birth_value IS NULL)))
  constraint people_foreigner_number_check CHECK ((foreigner_number ~ '^[0-9]{10}$'::text))
  constraint people_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint people_pkey PRIMARY KEY (id)
  constraint people_referent_id_organisation_id_fkey FOREIGN KEY (referent_id, organisation_id) REFERENCES accounts(id, organisation_id) ON DELETE RESTRICT
  constraint people_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'X'::text])))
  CREATE INDEX people_by_foreigner_number ON public.people USING btree (foreigner_number) WHERE (foreigner_number IS NOT NULL)
  CREATE INDEX people_by_ofii_number ON public.people USING btree (ofii_number) WHERE (ofii_number IS NOT NULL)
  CREATE INDEX people_by_search_key ON public.people USING gin (search_keys)
  CREATE INDEX people_of_department_by_name ON public.people USING btree (department, name_sort, id)
  CREATE INDEX people_of_organisation_by_name ON public.people USING btree (organisation_id, name_sort, id)
  CREATE INDEX people_of_referent_by_name ON public.people USING btree (referent_id, name_sort, id) WHERE (referent_id IS NOT NULL)
  CREATE UNIQUE INDEX people_organisation_id_foreigner_number_key ON public.people USING btree (organisation_id, foreigner_number) WHERE ((NOT sealed) AND (NOT doubled) AND (NOT merged))
  CREATE TRIGGER mark_double BEFORE UPDATE ON public.people FOR EACH ROW WHEN ((((((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.referent_id IS DISTINCT FROM new.referent_id)) OR (old.foreigner_number IS DISTINCT FROM new.foreigner_number)) OR (old.sealed IS DISTINCT FROM new.sealed)) OR (old.doubled IS DISTINCT FROM new.doubled))) EXECUTE FUNCTION sec.mark_double()
  CREATE TRIGGER mark_double_of_new BEFORE INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION sec.mark_double()
  policy lent_jalon_caseworker for select to jalon_caseworker
    using (id = ANY (( SELECT sec.lent_people('jalon_caseworker'::text) AS lent_people)::uuid[]))
  policy lent_jalon_manager for select to jalon_manager
    using (id = ANY (( SELECT sec.lent_people('jalon_manager'::text) AS lent_people)::uuid[]))
  policy nobody_yet for select to jalon_manager
    using ((organisation_id IS NULL) AND (department = ANY (( SELECT sec.departments('jalon_manager'::text) AS departments)::text[])) AND (NOT sealed))
  policy not_merged for all to jalon_caseworker, jalon_manager, jalon_ofii
    using (NOT merged)
  policy own_caseload for all to jalon_caseworker
    using ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_people('jalon_caseworker'::text) AS sealed_people)::uuid[]))))
    with check ((referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)))
  policy own_structure for all to jalon_manager
    using ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (id = ANY (( SELECT sec.sealed_people('jalon_manager'::text) AS sealed_people)::uuid[]))))
    with check (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy territory for all to jalon_ofii
    using ((department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[])) AND ((NOT sealed) OR listed))
    with check (department = ANY (( SELECT sec.departments('jalon_ofii'::text) AS departments)::text[]))
  grant insert (birth_name, birth_precision, birth_value, created_at, department, first_names, foreigner_number, id, languages, name_sort, nationality, ofii_number, organisation_id, referent_id, sealed, search_keys, search_text, sex, usage_name) to jalon_caseworker
  grant insert (birth_name, birth_precision, birth_value, created_at, department, first_names, foreigner_number, id, languages, name_sort, nationality, ofii_number, organisation_id, referent_id, sealed, search_keys, search_text, sex, usage_name) to jalon_manager
  grant insert (birth_name, birth_precision, birth_value, created_at, department, first_names, foreigner_number, id, languages, name_sort, nationality, ofii_number, organisation_id, referent_id, sealed, search_keys, search_text, sex, usage_name) to jalon_ofii
  grant select (birth_name, birth_precision, birth_value, created_at, department, doubled, first_names, foreigner_number, id, languages, listed, merged, name_sort, nationality, ofii_number, organisation_id, referent_id, sealed, search_keys, search_text, sex, usage_name) to jalon_caseworker
  grant select (birth_name, birth_precision, birth_value, created_at, department, doubled, first_names, foreigner_number, id, languages, listed, merged, name_sort, nationality, ofii_number, organisation_id, referent_id, sealed, search_keys, search_text, sex, usage_name) to jalon_manager
  grant select (birth_name, birth_precision, birth_value, created_at, department, first_names, foreigner_number, id, languages, name_sort, nationality, ofii_number, organisation_id, referent_id, search_keys, search_text, sex, usage_name) to jalon_ofii
  grant update (birth_name, birth_precision, birth_value, first_names, foreigner_number, languages, name_sort, nationality, ofii_number, search_keys, search_text, sex, usage_name) to jalon_caseworker
  grant update (birth_name, birth_precision, birth_value, first_names, foreigner_number, languages, name_sort, nationality, ofii_number, search_keys, search_text, sex, usage_name) to jalon_manager
  grant update (birth_name, birth_precision, birth_value, first_names, foreigner_number, languages, name_sort, nationality, ofii_number, search_keys, search_text, sex, usage_name) to jalon_ofii

table people_told_apart
  organisation_id uuid not null
  one_id uuid not null
  other_id uuid not null
  told_by uuid not null
  told_at timestamp with time zone not null
  constraint people_told_apart_check CHECK ((one_id < other_id))
  constraint people_told_apart_one_id_fkey FOREIGN KEY (one_id) REFERENCES people(id) ON DELETE CASCADE
  constraint people_told_apart_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint people_told_apart_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id) ON DELETE CASCADE
  constraint people_told_apart_pkey PRIMARY KEY (organisation_id, one_id, other_id)
  constraint people_told_apart_told_by_fkey FOREIGN KEY (told_by) REFERENCES accounts(id) ON DELETE RESTRICT
  CREATE INDEX people_told_apart_by ON public.people_told_apart USING btree (told_by)
  CREATE INDEX people_told_apart_one ON public.people_told_apart USING btree (one_id)
  CREATE INDEX people_told_apart_other ON public.people_told_apart USING btree (other_id)
  policy of_the_structure_jalon_caseworker for all to jalon_caseworker
    using ((organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.one_id))) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.other_id))))
    with check ((told_by = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.one_id))) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.other_id))))
  policy of_the_structure_jalon_manager for all to jalon_manager
    using ((organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.one_id))) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.other_id))))
    with check ((told_by = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.one_id))) AND (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = people_told_apart.other_id))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (one_id, organisation_id, other_id, told_at, told_by) to jalon_caseworker
  grant insert (one_id, organisation_id, other_id, told_at, told_by) to jalon_manager
  grant select (one_id, organisation_id, other_id, told_at, told_by) to jalon_caseworker
  grant select (one_id, organisation_id, other_id, told_at, told_by) to jalon_manager

table person_locations
  person_id uuid not null
  phone text
  email text
  address_line text
  postcode text
  commune text
  phone_key text generated always as (reverse("right"(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text), 9))) stored
  constraint person_locations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint person_locations_pkey PRIMARY KEY (person_id)
  CREATE INDEX locations_by_phone ON public.person_locations USING btree (phone_key) WHERE (phone_key IS NOT NULL)
  policy nobody_yet for select to jalon_manager
    using (EXISTS ( SELECT 1
   FROM people pe
  WHERE ((pe.id = person_locations.person_id) AND (pe.organisation_id IS NULL))))
  policy opened_jalon_caseworker for select to jalon_caseworker
    using (person_id = ANY (( SELECT sec.opened_people('jalon_caseworker'::text) AS opened_people)::uuid[]))
  policy opened_jalon_manager for select to jalon_manager
    using (person_id = ANY (( SELECT sec.opened_people('jalon_manager'::text) AS opened_people)::uuid[]))
  policy own_caseload for all to jalon_caseworker
    using (EXISTS ( SELECT 1
   FROM people pe
  WHERE ((pe.id = person_locations.person_id) AND (pe.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT pe.sealed) OR (pe.id = ANY (( SELECT sec.located_people('jalon_caseworker'::text) AS located_people)::uuid[]))))))
    with check (EXISTS ( SELECT 1
   FROM people pe
  WHERE ((pe.id = person_locations.person_id) AND (pe.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT pe.sealed) OR (pe.id = ANY (( SELECT sec.located_people('jalon_caseworker'::text) AS located_people)::uuid[]))))))
  policy own_structure for all to jalon_manager
    using (EXISTS ( SELECT 1
   FROM people pe
  WHERE ((pe.id = person_locations.person_id) AND (pe.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT pe.sealed) OR (pe.id = ANY (( SELECT sec.located_people('jalon_manager'::text) AS located_people)::uuid[]))))))
    with check (EXISTS ( SELECT 1
   FROM people pe
  WHERE ((pe.id = person_locations.person_id) AND (pe.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT pe.sealed) OR (pe.id = ANY (( SELECT sec.located_people('jalon_manager'::text) AS located_people)::uuid[]))))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy territory for all to jalon_ofii
    using (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = person_locations.person_id)))
    with check (EXISTS ( SELECT 1
   FROM people pe
  WHERE (pe.id = person_locations.person_id)))
  grant insert (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_caseworker
  grant insert (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_manager
  grant insert (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_ofii
  grant select (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_caseworker
  grant select (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_manager
  grant select (address_line, commune, email, person_id, phone, phone_key, postcode) to jalon_ofii
  grant update (address_line, commune, email, phone, postcode) to jalon_caseworker
  grant update (address_line, commune, email, phone, postcode) to jalon_manager
  grant update (address_line, commune, email, phone, postcode) to jalon_ofii

table recovery_codes
  account_id uuid not null
  code_hash bytea not null
  used_at timestamp with time zone
  constraint recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES second_factors(account_id) ON DELETE CASCADE
  constraint recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy sign_in for all to jalon_auth
    using true
  grant delete to jalon_auth
  grant insert (account_id, code_hash, used_at) to jalon_auth
  grant select (account_id, code_hash, used_at) to jalon_auth
  grant update (account_id, code_hash, used_at) to jalon_auth

table reveals
  id uuid not null default gen_random_uuid()
  pathway_id uuid not null
  account_id uuid not null
  session_key text not null
  reason text not null
  at timestamp with time zone not null
  constraint reveals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint reveals_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint reveals_pkey PRIMARY KEY (id)
  constraint reveals_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500)))
  CREATE INDEX reveals_of_session ON public.reveals USING btree (pathway_id, account_id, session_key)
  policy owner_all for all to jalon_owner
    using true
    with check true

table saved_views
  id uuid not null
  owner_id uuid not null
  organisation_id uuid not null
  list text not null
  name text not null
  filter jsonb not null
  sort text[]
  is_shared boolean not null
  version integer not null default 1
  constraint saved_views_filter_check CHECK ((jsonb_typeof(filter) = 'object'::text))
  constraint saved_views_list_check CHECK ((list = ANY (ARRAY['pathways'::text, 'stalls'::text])))
  constraint saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint saved_views_one_name UNIQUE (owner_id, list, name)
  constraint saved_views_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint saved_views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint saved_views_pkey PRIMARY KEY (id)
  constraint saved_views_sort_check CHECK ((cardinality(sort) = 2))
  CREATE INDEX saved_views_of_structure ON public.saved_views USING btree (organisation_id, list) WHERE is_shared
  policy own_of_jalon_caseworker for all to jalon_caseworker
    using (owner_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
    with check ((owner_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)))
  policy own_of_jalon_manager for all to jalon_manager
    using (owner_id = ( SELECT sec.account('jalon_manager'::text) AS account))
    with check ((owner_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)))
  policy own_of_jalon_ofii for all to jalon_ofii
    using (owner_id = ( SELECT sec.account('jalon_ofii'::text) AS account))
    with check ((owner_id = ( SELECT sec.account('jalon_ofii'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_ofii'::text) AS organisation)))
  policy own_of_jalon_referent for all to jalon_referent
    using (owner_id = ( SELECT sec.account('jalon_referent'::text) AS account))
    with check ((owner_id = ( SELECT sec.account('jalon_referent'::text) AS account)) AND (organisation_id = ( SELECT sec.organisation('jalon_referent'::text) AS organisation)))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy shared_with_jalon_caseworker for select to jalon_caseworker
    using (is_shared AND (organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation)))
  policy shared_with_jalon_manager for select to jalon_manager
    using (is_shared AND (organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)))
  policy shared_with_jalon_ofii for select to jalon_ofii
    using (is_shared AND (organisation_id = ( SELECT sec.organisation('jalon_ofii'::text) AS organisation)))
  policy shared_with_jalon_referent for select to jalon_referent
    using (is_shared AND (organisation_id = ( SELECT sec.organisation('jalon_referent'::text) AS organisation)))
  grant delete to jalon_caseworker
  grant delete to jalon_manager
  grant delete to jalon_ofii
  grant delete to jalon_referent
  grant insert (filter, id, is_shared, list, name, organisation_id, owner_id, sort) to jalon_caseworker
  grant insert (filter, id, is_shared, list, name, organisation_id, owner_id, sort) to jalon_manager
  grant insert (filter, id, is_shared, list, name, organisation_id, owner_id, sort) to jalon_ofii
  grant insert (filter, id, is_shared, list, name, organisation_id, owner_id, sort) to jalon_referent
  grant select (filter, id, is_shared, list, name, organisation_id, owner_id, sort, version) to jalon_caseworker
  grant select (filter, id, is_shared, list, name, organisation_id, owner_id, sort, version) to jalon_manager
  grant select (filter, id, is_shared, list, name, organisation_id, owner_id, sort, version) to jalon_ofii
  grant select (filter, id, is_shared, list, name, organisation_id, owner_id, sort, version) to jalon_referent
  grant update (is_shared, name, version) to jalon_caseworker
  grant update (is_shared, name, version) to jalon_manager
  grant update (is_shared, name, version) to jalon_ofii
  grant update (is_shared, name, version) to jalon_referent

table seal_rights
  pathway_id uuid not null
  account_id uuid not null
  right_to text not null
  constraint purge_drafts_of_file TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint seal_rights_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint seal_rights_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint seal_rights_pkey PRIMARY KEY (pathway_id, account_id, right_to)
  constraint seal_rights_right_to_check CHECK ((right_to = ANY (ARRAY['SEARCH'::text, 'READ'::text, 'LOCATE'::text])))
  CREATE INDEX seal_rights_of_account ON public.seal_rights USING btree (account_id)
  CREATE CONSTRAINT TRIGGER purge_drafts_of_file AFTER DELETE ON public.seal_rights DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sec.purge_drafts_of_file()
  CREATE TRIGGER tell_seal_rights_given AFTER INSERT ON public.seal_rights REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sec.tell_seal_rights()
  CREATE TRIGGER tell_seal_rights_taken AFTER DELETE ON public.seal_rights REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sec.tell_seal_rights()
  policy location_is_given_by_who_holds_it for insert to jalon_manager
    with check ((right_to <> 'LOCATE'::text) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_manager'::text) AS located_files)::uuid[])) OR (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = seal_rights.pathway_id) AND (NOT p.sealed)))))
  policy of_reached_pathways for all to jalon_manager
    using ((EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = seal_rights.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (p.id = ANY (( SELECT sec.entrustable_files('jalon_manager'::text) AS entrustable_files)::uuid[])))))) OR ((account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE (p.id = seal_rights.pathway_id)))))
    with check ((EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = seal_rights.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (p.id = ANY (( SELECT sec.entrustable_files('jalon_manager'::text) AS entrustable_files)::uuid[])))))) AND (EXISTS ( SELECT 1
   FROM accounts a
  WHERE ((a.id = seal_rights.account_id) AND (a.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))))))
  policy own_rights for select to jalon_caseworker
    using (account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant delete to jalon_manager
  grant insert (account_id, pathway_id, right_to) to jalon_manager
  grant select (account_id, pathway_id, right_to) to jalon_caseworker
  grant select (account_id, pathway_id, right_to) to jalon_manager

table second_factors
  account_id uuid not null
  secret bytea
  confirmed_at timestamp with time zone
  last_step bigint
  pending bytea
  constraint second_factors_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint second_factors_check CHECK (((secret IS NULL) = (confirmed_at IS NULL)))
  constraint second_factors_pkey PRIMARY KEY (account_id)
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy sign_in for all to jalon_auth
    using true
  policy taken_back_by_another_admin for delete to jalon_admin
    using (account_id <> ( SELECT sec.account('jalon_admin'::text) AS account))
  policy told_to_admin for select to jalon_admin
    using (( SELECT sec.account('jalon_admin'::text) AS account) IS NOT NULL)
  grant delete to jalon_admin
  grant insert (account_id, confirmed_at, last_step, pending, secret) to jalon_auth
  grant select (account_id, confirmed_at) to jalon_admin
  grant select (account_id, confirmed_at, last_step, pending, secret) to jalon_auth
  grant update (account_id, confirmed_at, last_step, pending, secret) to jalon_auth

table session_enrolments
  session_id uuid not null
  pathway_id uuid not null
  attendance text
  attended_hours double precision not null default 0
  absence_reason text
  event_id uuid
  version integer not null default 1
  enrolled_at timestamp with time zone not null
  enrolled_by uuid not null
  changed_at timestamp with time zone not null
  changed_by uuid not null
  constraint session_enrolments_absence_reason_check CHECK ((absence_reason = ANY (ARRAY['WORK'::text, 'FAMILY'::text, 'APPOINTMENT'::text, 'TRANSPORT'::text, 'LEGITIMATE'::text])))
  constraint session_enrolments_attendance_check CHECK ((attendance = ANY (ARRAY['PRESENT'::text, 'ABSENT'::text, 'EXCUSED'::text])))
  constraint session_enrolments_attended_hours_check CHECK (((attended_hours >= (0)::double precision) AND ((attended_hours * (4)::double precision) = floor((attended_hours * (4)::double precision)))))
  constraint session_enrolments_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint session_enrolments_check CHECK (
CASE
    WHEN (attendance = 'PRESENT'::text) THEN (attended_hours > (0)::double precision)
    ELSE (attended_hours = (0)::double precision)
END)
  constraint session_enrolments_check1 CHECK (((absence_reason IS NULL) OR (attendance = ANY (ARRAY['ABSENT'::text, 'EXCUSED'::text]))))
  constraint session_enrolments_check2 CHECK (((version > 1) OR (changed_by = enrolled_by)))
  constraint session_enrolments_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint session_enrolments_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint session_enrolments_pkey PRIMARY KEY (session_id, pathway_id)
  constraint session_enrolments_session_id_fkey FOREIGN KEY (session_id) REFERENCES group_sessions(id) ON DELETE CASCADE
  CREATE INDEX session_enrolments_of_pathway ON public.session_enrolments USING btree (pathway_id)
  policy followed_by_jalon_caseworker for all to jalon_caseworker
    using ((EXISTS ( SELECT 1
   FROM group_sessions s
  WHERE ((s.id = session_enrolments.session_id) AND (s.organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = session_enrolments.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR ((EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text)))) AND (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'LOCATE'::text))))))))))
    with check ((changed_by = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM group_sessions s
  WHERE ((s.id = session_enrolments.session_id) AND (s.organisation_id = ( SELECT sec.organisation('jalon_caseworker'::text) AS organisation))))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = session_enrolments.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR ((EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text)))) AND (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'LOCATE'::text))))))))))
  policy followed_by_jalon_manager for all to jalon_manager
    using ((EXISTS ( SELECT 1
   FROM group_sessions s
  WHERE ((s.id = session_enrolments.session_id) AND (s.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = session_enrolments.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR ((EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text)))) AND (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'LOCATE'::text))))))))))
    with check ((changed_by = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM group_sessions s
  WHERE ((s.id = session_enrolments.session_id) AND (s.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = session_enrolments.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR ((EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text)))) AND (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'LOCATE'::text))))))))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant delete to jalon_caseworker
  grant delete to jalon_manager
  grant insert (changed_at, changed_by, enrolled_at, enrolled_by, pathway_id, session_id) to jalon_caseworker
  grant insert (changed_at, changed_by, enrolled_at, enrolled_by, pathway_id, session_id) to jalon_manager
  grant select (absence_reason, attendance, attended_hours, changed_at, changed_by, enrolled_at, enrolled_by, event_id, pathway_id, session_id, version) to jalon_caseworker
  grant select (absence_reason, attendance, attended_hours, changed_at, changed_by, enrolled_at, enrolled_by, event_id, pathway_id, session_id, version) to jalon_manager
  grant update (absence_reason, attendance, attended_hours, changed_at, changed_by, event_id, version) to jalon_caseworker
  grant update (absence_reason, attendance, attended_hours, changed_at, changed_by, event_id, version) to jalon_manager

table sessions
  sid text not null
  sess json not null
  expire timestamp with time zone not null
  id uuid not null default gen_random_uuid()
  account_id uuid
  epoch integer
  opened_at timestamp with time zone
  seen_at timestamp with time zone
  factor_at timestamp with time zone
  browser text
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint sessions_id_key UNIQUE (id)
  constraint sessions_pkey PRIMARY KEY (sid)
  CREATE INDEX sessions_by_end ON public.sessions USING btree (expire)
  CREATE INDEX sessions_of_account ON public.sessions USING btree (account_id)
  grant delete to jalon_auth
  grant insert (account_id, browser, epoch, expire, factor_at, id, opened_at, seen_at, sess, sid) to jalon_auth
  grant select (account_id, browser, epoch, expire, factor_at, id, opened_at, seen_at, sess, sid) to jalon_auth
  grant update (account_id, browser, epoch, expire, factor_at, id, opened_at, seen_at, sess, sid) to jalon_auth

table sign_in_limits
  key text not null
  points integer not null default 0
  expire bigint
  constraint sign_in_limits_pkey PRIMARY KEY (key)
  grant delete to jalon_auth
  grant insert (expire, key, points) to jalon_auth
  grant select (expire, key, points) to jalon_auth
  grant update (expire, key, points) to jalon_auth

table stall_follow_ups
  id uuid not null
  stall_id uuid not null
  pathway_id uuid not null
  department text not null
  action text not null
  note text
  due_on date
  by_account uuid not null
  at timestamp with time zone not null default clock_timestamp()
  sealed boolean not null default false
  constraint stall_follow_ups_by_account_fkey FOREIGN KEY (by_account) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint stall_follow_ups_note_check CHECK ((length(note) <= 500))
  constraint stall_follow_ups_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint stall_follow_ups_pkey PRIMARY KEY (id)
  constraint stall_follow_ups_stall_id_fkey FOREIGN KEY (stall_id) REFERENCES pathway_stalls(id) ON DELETE CASCADE
  CREATE INDEX follow_ups_of_pathway ON public.stall_follow_ups USING btree (pathway_id, at)
  CREATE INDEX follow_ups_of_stall ON public.stall_follow_ups USING btree (stall_id, at DESC)
  policy department for all to jalon_referent
    using ((department = ANY (( SELECT sec.departments('jalon_referent'::text) AS departments)::text[])) AND (NOT sealed))
    with check ((department = ANY (( SELECT sec.departments('jalon_referent'::text) AS departments)::text[])) AND (NOT sealed) AND (by_account = ( SELECT sec.account('jalon_referent'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathway_stalls s
  WHERE ((s.id = stall_follow_ups.stall_id) AND (s.pathway_id = stall_follow_ups.pathway_id)))))
  policy of_visible_stalls for select to jalon_caseworker, jalon_manager, jalon_ofii
    using (EXISTS ( SELECT 1
   FROM pathway_stalls s
  WHERE (s.id = stall_follow_ups.stall_id)))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (action, at, by_account, department, due_on, id, note, pathway_id, sealed, stall_id) to jalon_referent
  grant select (action, at, by_account, department, due_on, id, note, pathway_id, sealed, stall_id) to jalon_caseworker
  grant select (action, at, by_account, department, due_on, id, note, pathway_id, sealed, stall_id) to jalon_manager
  grant select (action, at, by_account, department, due_on, id, note, pathway_id, sealed, stall_id) to jalon_referent
  grant select (action, at, by_account, department, due_on, id, note, pathway_id, stall_id) to jalon_ofii

table tasks
  id uuid not null
  pathway_id uuid not null
  what text not null
  step text
  due_on date not null
  state text not null default 'OPEN'::text
  reason text
  version integer not null default 1
  created_at timestamp with time zone not null
  created_by uuid not null
  changed_at timestamp with time zone not null
  changed_by uuid not null
  constraint tasks_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint tasks_check CHECK (((version > 1) OR (changed_by = created_by)))
  constraint tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint tasks_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint tasks_pkey PRIMARY KEY (id)
  constraint tasks_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
  constraint tasks_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'DONE'::text, 'DROPPED'::text])))
  constraint tasks_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
  CREATE INDEX tasks_of_pathway ON public.tasks USING btree (pathway_id, changed_at DESC)
  CREATE INDEX tasks_open_of_pathway ON public.tasks USING btree (pathway_id, due_on) WHERE (state = 'OPEN'::text)
  policy followed_by_jalon_caseworker for all to jalon_caseworker
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = tasks.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text))))))))
    with check ((changed_by = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = tasks.pathway_id) AND (p.referent_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (r.right_to = 'READ'::text)))))))))
  policy followed_by_jalon_manager for all to jalon_manager
    using (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = tasks.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text))))))))
    with check ((changed_by = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = tasks.pathway_id) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT p.sealed) OR (EXISTS ( SELECT 1
           FROM seal_rights r
          WHERE ((r.pathway_id = p.id) AND (r.account_id = ( SELECT sec.account('jalon_manager'::text) AS account)) AND (r.right_to = 'READ'::text)))))))))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (changed_at, changed_by, created_at, created_by, due_on, id, pathway_id, step, what) to jalon_caseworker
  grant insert (changed_at, changed_by, created_at, created_by, due_on, id, pathway_id, step, what) to jalon_manager
  grant select (changed_at, changed_by, created_at, created_by, due_on, id, pathway_id, reason, state, step, version, what) to jalon_caseworker
  grant select (changed_at, changed_by, created_at, created_by, due_on, id, pathway_id, reason, state, step, version, what) to jalon_manager
  grant update (changed_at, changed_by, due_on, reason, state, version, what) to jalon_caseworker
  grant update (changed_at, changed_by, due_on, reason, state, version, what) to jalon_manager

table threshold_sets
  number integer not null generated always as identity
  effective_on date not null
  rules jsonb not null
  silence_days jsonb
  reason text not null
  published_by uuid not null default sec.account('jalon_admin'::text)
  published_at timestamp with time zone not null default clock_timestamp()
  constraint threshold_sets_pkey PRIMARY KEY (number)
  constraint threshold_sets_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint threshold_sets_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
  grant insert (effective_on, reason, rules, silence_days) to jalon_admin
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_admin
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_auditor
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_caseworker
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_engine
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_manager
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_ofii
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_referent
  grant select (effective_on, number, published_at, published_by, reason, rules, silence_days) to jalon_report

table transfers
  id uuid not null
  pathway_id uuid not null
  from_organisation uuid not null
  to_organisation uuid not null
  reason text not null
  preview jsonb not null
  sealed boolean not null
  state text not null default 'PENDING'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  answered_by uuid
  answered_at timestamp with time zone
  answer_reason text
  former_referent uuid
  reads_until date
  constraint transfers_answer_reason_check CHECK ((length(answer_reason) <= 500))
  constraint transfers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint transfers_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint transfers_check CHECK ((to_organisation <> from_organisation))
  constraint transfers_check1 CHECK (((state = 'PENDING'::text) = (answered_at IS NULL)))
  constraint transfers_check2 CHECK (((state <> 'ACCEPTED'::text) OR (reads_until IS NOT NULL)))
  constraint transfers_former_referent_fkey FOREIGN KEY (former_referent) REFERENCES accounts(id) ON DELETE RESTRICT
  constraint transfers_from_organisation_fkey FOREIGN KEY (from_organisation) REFERENCES organisations(id) ON DELETE RESTRICT
  constraint transfers_pathway_id_fkey FOREIGN KEY (pathway_id) REFERENCES pathways(id) ON DELETE CASCADE
  constraint transfers_pkey PRIMARY KEY (id)
  constraint transfers_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500)))
  constraint transfers_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'CANCELLED'::text])))
  constraint transfers_to_organisation_fkey FOREIGN KEY (to_organisation) REFERENCES organisations(id) ON DELETE RESTRICT
  CREATE INDEX transfers_from ON public.transfers USING btree (from_organisation, asked_at DESC)
  CREATE INDEX transfers_to ON public.transfers USING btree (to_organisation, asked_at DESC)
  CREATE UNIQUE INDEX one_pending_transfer ON public.transfers USING btree (pathway_id) WHERE (state = 'PENDING'::text)
  policy given for all to jalon_manager
    using ((from_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_manager'::text) AS located_files)::uuid[]))))
    with check ((from_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((state = 'CANCELLED'::text) OR ((state = 'PENDING'::text) AND (asked_by = ( SELECT sec.account('jalon_manager'::text) AS account)))) AND (EXISTS ( SELECT 1
   FROM pathways p
  WHERE ((p.id = transfers.pathway_id) AND (p.sealed = transfers.sealed) AND (p.organisation_id = ( SELECT sec.organisation('jalon_manager'::text) AS organisation))))))
  policy handed_over for select to jalon_caseworker
    using ((state = 'ACCEPTED'::text) AND (former_referent = ( SELECT sec.account('jalon_caseworker'::text) AS account)) AND (NOT sealed))
  policy location_is_handed_over_by_who_holds_it for insert to jalon_manager
    with check ((NOT sealed) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_manager'::text) AS located_files)::uuid[])))
  policy owner_all for all to jalon_owner
    using true
    with check true
  policy received for all to jalon_manager
    using ((to_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND ((NOT sealed) OR (state = 'PENDING'::text) OR ((state = 'REFUSED'::text) AND (answered_by = ( SELECT sec.account('jalon_manager'::text) AS account))) OR (pathway_id = ANY (( SELECT sec.located_files('jalon_manager'::text) AS located_files)::uuid[]))))
    with check ((to_organisation = ( SELECT sec.organisation('jalon_manager'::text) AS organisation)) AND (state = 'REFUSED'::text))
  grant insert (asked_at, asked_by, from_organisation, id, pathway_id, preview, reason, sealed, to_organisation) to jalon_manager
  grant select (answer_reason, answered_at, answered_by, asked_at, asked_by, former_referent, from_organisation, id, pathway_id, preview, reads_until, reason, sealed, state, to_organisation) to jalon_manager
  grant select (answered_at, former_referent, from_organisation, id, pathway_id, reads_until, state, to_organisation) to jalon_caseworker
  grant update (answer_reason, answered_at, answered_by, state) to jalon_manager

table week_visits
  account_id uuid not null
  seen_at timestamp with time zone not null
  constraint week_visits_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  constraint week_visits_pkey PRIMARY KEY (account_id)
  policy own_of_jalon_caseworker for all to jalon_caseworker
    using (account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_caseworker'::text) AS account))
  policy own_of_jalon_manager for all to jalon_manager
    using (account_id = ( SELECT sec.account('jalon_manager'::text) AS account))
    with check (account_id = ( SELECT sec.account('jalon_manager'::text) AS account))
  policy owner_all for all to jalon_owner
    using true
    with check true
  grant insert (account_id, seen_at) to jalon_caseworker
  grant insert (account_id, seen_at) to jalon_manager
  grant select (account_id, seen_at) to jalon_caseworker
  grant select (account_id, seen_at) to jalon_manager
  grant update (seen_at) to jalon_caseworker
  grant update (seen_at) to jalon_manager

CREATE OR REPLACE FUNCTION sec.accept_transfer(for_database_role text, transfer uuid, until date)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare accepted transfers;
      begin
        if sec.role_of(for_database_role) is distinct from 'ASSOCIATION_MANAGER' then return null; end if;
        update transfers t
        set state = 'ACCEPTED', answered_by = sec.account(for_database_role), answered_at = sec.now(for_database_role), reads_until = until,
          former_referent = (select p.referent_id from pathways p where p.id = t.pathway_id)
        where t.id = transfer and t.state = 'PENDING' and t.to_organisation = sec.organisation(for_database_role)
        returning * into accepted;
        if accepted.id is null then return null; end if;
        -- Nobody reads any more what these kept.
        delete from former_locations f using transfers t
        where t.id = f.transfer_id and t.reads_until < sec.today(for_database_role);
        insert into former_locations (transfer_id, phone, email, address_line, postcode, commune)
        select accepted.id, pl.phone, pl.email, pl.address_line, pl.postcode, pl.commune
        from pathways p join person_locations pl on pl.person_id = p.person_id
        where p.id = accepted.pathway_id and not p.sealed;
        update pathways p set organisation_id = accepted.to_organisation, referent_id = null, version = p.version + 1, updated_at = now()
        where p.id = accepted.pathway_id and p.organisation_id = accepted.from_organisation;
        if not found then raise exception 'The file is no longer that of the structure that transfers it'; end if;
        delete from seal_rights r where r.pathway_id = accepted.pathway_id;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, accepted.answered_by, r from pathways p cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = accepted.pathway_id and p.sealed;
        return accepted.pathway_id;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.accesses_of(of_pathway uuid)
 RETURNS TABLE(bucket integer, seq bigint, at timestamp with time zone, account_name text, role text, organisation_name text, organisation_kind text, operation text, kind text, purpose text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select e.bucket, e.seq, e.at, a.display_name, e.role, o.name, o.kind, e.operation, e.kind, e.purpose
        from audit_entries e
        left join accounts a on a.id = e.account_id
        left join organisations o on o.id = e.organisation_id
        where e.pathway_ids @> array[of_pathway] and e.outcome = 'DONE'
          and exists (
            select 1 from pathways p
            where p.id = of_pathway and (not p.sealed or exists (
              select 1 from seal_rights r
              where r.pathway_id = p.id and r.right_to = 'READ' and r.account_id = sec.account(current_setting('role'))))
              and case current_setting('role')
              when 'jalon_caseworker' then p.referent_id = sec.account('jalon_caseworker')
              when 'jalon_manager' then p.organisation_id = sec.organisation('jalon_manager')
              else false end)
      $function$

CREATE OR REPLACE FUNCTION sec.account(for_database_role text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sec.claim(for_database_role, 3)::uuid $function$

CREATE OR REPLACE FUNCTION sec.actions_of_merged(through text, survivors uuid[])
 RETURNS TABLE(pathway_id uuid, number text, at timestamp with time zone, by_account uuid, action text, note text, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select m.found_in, m.merged_number, f.at, f.by_account, f.action, f.note, f.due_on
        from merges m
        join pathways p on p.id = m.found_in
        join stall_follow_ups f on f.pathway_id = m.merged_id
        where m.found_in = any (survivors) and m.undone_at is null
          and (not p.sealed or exists (select 1 from seal_rights r
            where r.pathway_id = p.id and r.account_id = sec.account(through) and r.right_to = 'READ'))
          and case sec.role_of(through)
            when 'ASSOCIATION_CASEWORKER' then p.referent_id = sec.account(through)
            when 'ASSOCIATION_MANAGER' then p.organisation_id = sec.organisation(through)
            else false end
      $function$

CREATE OR REPLACE FUNCTION sec.append_audit(operation text, kind text, outcome text, purpose text, asked uuid, pathways uuid[], fields text[], request uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        through text := current_setting('role');
        who uuid := sec.account(through);
      begin
        if who is null then raise exception 'Nobody acts: no entry' using errcode = 'insufficient_privilege'; end if;
        perform sec.write_audit(who, sec.role_of(through), sec.organisation(through), operation, kind, outcome, purpose, asked,
          pathways, fields, request);
      end
      $function$

CREATE OR REPLACE FUNCTION sec.append_session_audit(operation text, outcome text, tried_account uuid, tried_email text, request uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        tried record;
      begin
        select a.id, a.role, a.organisation_id into tried from accounts a
        where a.id = tried_account or (tried_account is null and a.email = lower(btrim(tried_email)));
        perform sec.write_audit(tried.id, tried.role, tried.organisation_id, operation, 'SESSION', outcome, 'SECURITY', null, '{}',
          '{}', request);
      end
      $function$

CREATE OR REPLACE FUNCTION sec.audit_heads()
 RETURNS TABLE(bucket integer, seq bigint, hash bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select h.bucket, h.seq, h.hash from audit_heads h where h.seq > 0 order by h.bucket $function$

CREATE OR REPLACE FUNCTION sec.audit_of_number(of_number text)
 RETURNS TABLE(bucket integer, seq bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select f.bucket, f.seq
        from sec.audit_of_pathway(
          coalesce((select p.id from pathways p where p.number = of_number), '00000000-0000-0000-0000-000000000000')) f
        where sec.account('jalon_auditor') is not null and current_setting('role') = 'jalon_auditor'
      $function$

CREATE OR REPLACE FUNCTION sec.audit_of_pathway(of_pathway uuid)
 RETURNS TABLE(bucket integer, seq bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select e.bucket, e.seq from audit_entries e
        where (e.pathway_ids @> array[of_pathway] or e.asked_id = of_pathway) and sec.account('jalon_auditor') is not null
          and current_setting('role') = 'jalon_auditor'
      $function$

CREATE OR REPLACE FUNCTION sec.audit_part(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select coalesce(char_length(value) || ':' || value, '-') $function$

CREATE OR REPLACE FUNCTION sec.break_glass(for_database_role text, pathway uuid, numbered text, why text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        acts text := sec.role_of(for_database_role);
        who uuid := sec.account(for_database_role);
        ours uuid := sec.organisation(for_database_role);
        since timestamptz := sec.now(for_database_role);
        file pathways;
        made uuid;
      begin
        if acts is null then return null; end if;
        select p.* into file from pathways p
        where (p.id = pathway or p.number = numbered or p.id = (select m.found_in from merges m where m.merged_number = numbered and m.undone_at is null)) and not p.sealed and not p.merged
          and ((acts = 'ASSOCIATION_CASEWORKER' and p.organisation_id = ours and p.referent_id is distinct from who)
            or (acts = 'ASSOCIATION_MANAGER' and p.organisation_id <> ours and p.department = any (sec.departments(for_database_role))));
        if file.id is null then return null; end if;
        insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
        select file.id, a.id, why, since, since + interval '30 minutes', file.number, a.display_name || ', ' || o.name
        from accounts a join organisations o on o.id = a.organisation_id where a.id = who
        returning id into made;
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select file.id, who, 'BREAK_GLASS', 'HAND', 'STRUCTURE', o.opened_by, why, since from openings o where o.id = made;
        return made;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.carry_isolation_keys_to_derived_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        update pathway_steps s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed
        where s.pathway_id = new.id;
        update pathway_stalls s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed
        where s.pathway_id = new.id;
        update stall_follow_ups f set department = new.department, sealed = new.sealed where f.pathway_id = new.id;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.carry_isolation_keys_to_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        update people p
        set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed, listed = new.listed
        where p.id = new.person_id;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.carry_seal_rights_to_referent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        delete from seal_rights r using accounts a
        where r.pathway_id = new.id and r.account_id = old.referent_id and a.id = r.account_id and a.role <> 'ASSOCIATION_MANAGER';
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, new.referent_id, r from unnest(array['SEARCH', 'READ', 'LOCATE']) as r where new.referent_id is not null
        on conflict do nothing;
        -- Whoever leaves is taken from her files before anything else: what she alone could open is the managers' here already.
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, a.id, r
        from accounts a cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where a.organisation_id = new.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
          and not exists (
  select 1 from seal_rights h join seal_rights l on l.pathway_id = h.pathway_id and l.account_id = h.account_id
  where h.pathway_id = new.id and h.right_to = 'READ' and l.right_to = 'LOCATE')
        on conflict do nothing;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.carry_seal_to_transfers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare at timestamptz := coalesce(sec.now(current_setting('role')), now());
      begin
        if new.sealed then
          update transfers t set state = 'CANCELLED', answered_at = at where t.pathway_id = new.id and t.state = 'PENDING';
          update openings o set ends_at = greatest(at, o.opened_at + interval '1 microsecond')
          where o.pathway_id = new.id and o.ends_at > at;
          delete from former_locations f using transfers t where t.id = f.transfer_id and t.pathway_id = new.id;
        end if;
        update transfers t set sealed = new.sealed, preview = case when new.sealed then '{}' else t.preview end where t.pathway_id = new.id;
        update openings o set sealed = new.sealed where o.pathway_id = new.id;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.changes_of_merged(through text, survivors uuid[])
 RETURNS TABLE(pathway_id uuid, id bigint, number text, at timestamp with time zone, actor_id uuid, kind text, source text, field text, before text, after text, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select m.found_in, c.id, m.merged_number, c.at, c.actor_id, c.kind, c.source, c.field, c.before, c.after, c.reason
        from merges m
        join pathways p on p.id = m.found_in
        join pathway_changes c on c.pathway_id = m.merged_id
        where m.found_in = any (survivors) and m.undone_at is null
          and (not p.sealed or exists (select 1 from seal_rights r
            where r.pathway_id = p.id and r.account_id = sec.account(through) and r.right_to = 'READ'))
          and case sec.role_of(through)
            when 'ASSOCIATION_CASEWORKER' then p.referent_id = sec.account(through)
            when 'ASSOCIATION_MANAGER' then p.organisation_id = sec.organisation(through)
            else false end and c.field is distinct from 'sealRights' and c.kind not in ('MERGED', 'UNMERGED')
          and (not p.sealed or c.field is null or c.field !~ '^person[.](address|phone|email)([.]|$)' or p.id = any (sec.located_files(through)))
      $function$

CREATE OR REPLACE FUNCTION sec.claim(for_database_role text, position_in_payload integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        raw text := nullif(current_setting('jalon.context', true), '');
        payload text;
        claims text[];
      begin
        if raw is null or position('.' in raw) = 0 then return null; end if;
        payload := convert_from(decode(split_part(raw, '.', 1), 'hex'), 'UTF8');
        if not exists (
          select 1 from sec.signing_key k
          where sha256(public.hmac(convert_to(payload, 'UTF8'), k.key, 'sha256')) = sha256(decode(split_part(raw, '.', 2), 'hex'))
        ) then return null; end if;
        claims := string_to_array(payload, '|');
        if claims[1] is distinct from for_database_role then return null; end if;
        if claims[6]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
        return nullif(claims[position_in_payload], '');
      exception
        -- A malformed context is no context: nothing is visible, and nothing is said about why.
        when data_exception or invalid_text_representation then return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.count_namings(on_day date, of_pathways uuid[], account_alert integer, organisation_alert integer)
 RETURNS TABLE(of_account boolean, named_today integer, was_alerted boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        who uuid := sec.account(current_setting('role'));
        whose uuid := sec.organisation(current_setting('role'));
      begin
        if who is null or whose is null then raise exception 'Nobody acts: no naming' using errcode = 'insufficient_privilege'; end if;
        -- In one order, whoever counts: two pages asked at once wait for one another, and never each for the other.
        return query
          with added as (
            insert into daily_namings as n (day, subject_id, pathway_id)
            select on_day, s.id, f.id from unnest(array[who, whose]) as s(id) cross join unnest(of_pathways) as f(id)
            order by s.id, f.id
            on conflict do nothing
            returning n.subject_id
          ), gained as (
            select a.subject_id, count(*)::int as files from added a group by a.subject_id
          ), counted as (
            insert into daily_naming_counts as c (day, subject_id, named, alerted_with)
            select on_day, g.subject_id, g.files,
              case when g.files > case when g.subject_id = who then account_alert else organisation_alert end then g.files end
            from gained g order by g.subject_id
            on conflict (day, subject_id) do update set
              named = c.named + excluded.named,
              alerted_with = coalesce(c.alerted_with,
                case when c.named + excluded.named > case when c.subject_id = who then account_alert else organisation_alert end
                  then c.named + excluded.named end)
            returning c.subject_id, c.named, c.alerted_with
          )
          select c.subject_id = who, c.named, coalesce(c.alerted_with < c.named, false) from counted c;
        if not found then return; end if;
        -- Everybody's, for whoever has left does not come back to sweep her own; more than a page adds, so that none is left.
        delete from daily_namings n using (
          select o.day, o.subject_id, o.pathway_id from daily_namings o where o.day < on_day - 7
          limit 1000 for update skip locked
        ) old
        where n.day = old.day and n.subject_id = old.subject_id and n.pathway_id = old.pathway_id;
        delete from daily_naming_counts c using (
          select o.day, o.subject_id from daily_naming_counts o where o.day < on_day - 7
          limit 1000 for update skip locked
        ) old
        where c.day = old.day and c.subject_id = old.subject_id;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.count_opening(on_day date, of_pathway uuid)
 RETURNS TABLE(by_account integer, by_organisation integer, new_to_account boolean, new_to_organisation boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        who uuid := sec.account(current_setting('role'));
        whose uuid := sec.organisation(current_setting('role'));
        known_to_structure boolean;
      begin
        if who is null or whose is null then raise exception 'Nobody acts: no opening' using errcode = 'insufficient_privilege'; end if;
        known_to_structure := exists (
          select 1 from daily_openings o where o.organisation_id = whose and o.day = on_day and o.pathway_id = of_pathway);
        insert into daily_openings (day, account_id, organisation_id, pathway_id) values (on_day, who, whose, of_pathway)
          on conflict do nothing;
        new_to_account := found;
        new_to_organisation := new_to_account and not known_to_structure;
        if new_to_account then
          insert into daily_opening_counts as c (day, subject_id, opened) values (on_day, who, 1)
            on conflict (subject_id, day) do update set opened = c.opened + 1;
        end if;
        if new_to_organisation then
          insert into daily_opening_counts as c (day, subject_id, opened) values (on_day, whose, 1)
            on conflict (subject_id, day) do update set opened = c.opened + 1;
        end if;
        select coalesce(max(c.opened) filter (where c.subject_id = who), 0),
          coalesce(max(c.opened) filter (where c.subject_id = whose), 0)
        into by_account, by_organisation
        from daily_opening_counts c where c.day = on_day and c.subject_id in (who, whose);
        -- Swept by the first opening of an account's day.
        if new_to_account and by_account = 1 then
          delete from daily_openings o where o.account_id = who and o.day < on_day - 7;
          delete from daily_opening_counts c where c.subject_id in (who, whose) and c.day < on_day - 7;
        end if;
        return next;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.count_private_notes(pathway uuid)
 RETURNS TABLE(of_colleagues integer, of_others integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select count(*) filter (where k.may_be_asked)::int, count(*) filter (where not k.may_be_asked)::int
        from (
          select a.disabled_at is null and a.organisation_id = p.organisation_id as may_be_asked
          from notes n
          join pathways p on p.id = n.pathway_id
          join accounts a on a.id = n.author_id
          where n.pathway_id = pathway and n.visibility = 'PRIVATE' and not n.withdrawn
            and not exists (select 1 from notes later where later.note_id = n.note_id and later.version > n.version)
            and n.author_id <> sec.account('jalon_manager')
            and p.organisation_id = sec.organisation('jalon_manager') and (not p.sealed or exists (select 1 from seal_rights r where r.pathway_id = p.id and r.account_id = (select sec.account('jalon_manager')) and r.right_to = 'READ'))
        ) k
      $function$

CREATE OR REPLACE FUNCTION sec.departments(for_database_role text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select string_to_array(sec.claim(for_database_role, 5), ',') $function$

CREATE OR REPLACE FUNCTION sec.end_corrections_of_merge(through text, merge uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        update merges m set last_change = greatest(m.after_change, (select max(c.id) from pathway_changes c where c.pathway_id = m.survivor_id))
        where m.id = merge and m.last_change is null and m.merged_by = sec.account(through) and m.organisation_id = sec.organisation(through)
      $function$

CREATE OR REPLACE FUNCTION sec.entrustable_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(r.pathway_id), '{}') from seal_rights r
        join seal_rights l on l.pathway_id = r.pathway_id and l.account_id = r.account_id and l.right_to = 'LOCATE'
        where r.account_id = sec.account(for_database_role) and r.right_to = 'READ'
      $function$

CREATE OR REPLACE FUNCTION sec.follow_last_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare last notes;
      begin
        if new.version = 1 and new.text is not null then return new; end if;
        select n.* into last from notes n where n.note_id = new.note_id order by n.version desc limit 1 for update;
        if last.text is null or new.version <> last.version + 1
          or (new.pathway_id, new.author_id, new.organisation_id, new.written_at) is distinct from
            (last.pathway_id, last.author_id, last.organisation_id, last.written_at)
          or array_position(array['PRIVATE', 'STRUCTURE', 'SHARED'], new.visibility) < array_position(array['PRIVATE', 'STRUCTURE', 'SHARED'], last.visibility)
          or (new.text is null and new.visibility <> last.visibility)
        then raise exception 'A note follows its last version' using errcode = 'restrict_violation'; end if;
        -- Two servers may not quite agree on the time.
        new.at := greatest(new.at, last.at);
        if new.text is null then
          update notes n set withdrawn = true where n.note_id = new.note_id;
          new.withdrawn := true;
        end if;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.forget_in_reports()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        update import_rows r set changes = '[]', conflicts = '[]', warnings = '[]' where r.pathway_id = new.id
          or r.pathway_id in (select m.merged_id from merges m where m.found_in = new.id and m.undone_at is null);
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.give_next_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        rank text;
      begin
        if pg_has_role(current_user, 'jalon_owner', 'member') then return new; end if;
        rank := nextval('public.pathway_numbers')::text;
        new.number := coalesce(substring(new.number from '^J[0-9]{2}-'), '') || lpad(rank, greatest(6, length(rank)), '0');
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.give_stalls_back(merge uuid, survivor uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into pathway_stalls (id, pathway_id, rule, spell, domain, department, organisation_id, referent_id, severity, turn, anchor_on,
          warn_on, limit_on, since_on, cleared_on, cleared_by, silences, facts, silenced_on, sealed)
        select s.id, p.id, s.rule, s.spell, s.domain, p.department, p.organisation_id, p.referent_id, s.severity, s.turn, s.anchor_on,
          s.warn_on, s.limit_on, s.since_on, s.cleared_on, s.cleared_by, s.silences, s.facts, s.silenced_on, p.sealed
        from merge_stalls ms
        cross join jsonb_populate_record(null::pathway_stalls, ms.stall) s
        join pathways p on p.id = survivor
        where ms.merge_id = merge
        on conflict do nothing;
        insert into stall_follow_ups (id, stall_id, pathway_id, department, action, note, due_on, by_account, at, sealed)
        select f.id, s.id, s.pathway_id, s.department, f.action, f.note, f.due_on, f.by_account, f.at, s.sealed
        from merge_stalls ms
        cross join jsonb_populate_recordset(null::stall_follow_ups, ms.actions) f
        join pathway_stalls s on s.pathway_id = survivor and s.rule = ms.rule and s.spell = ms.spell
        where ms.merge_id = merge
        on conflict do nothing;
        delete from merge_stalls ms where ms.merge_id = merge;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.given_at(for_database_role text, of_pathway uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select max(t.answered_at) from transfers t
        where t.pathway_id = of_pathway and t.id = any (sec.given_transfers(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.given_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct t.pathway_id), '{}') from transfers t where t.id = any (sec.given_transfers(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.given_transfers(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(t.id), '{}') 
  from transfers t join pathways p on p.id = t.pathway_id
  where t.state = 'ACCEPTED' and not p.sealed and t.from_organisation = sec.organisation(for_database_role)
    and t.reads_until >= sec.today(for_database_role) and p.organisation_id is distinct from t.from_organisation
    and (sec.role_of(for_database_role) = 'ASSOCIATION_MANAGER' or t.former_referent = sec.account(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.keep_post_of_opening()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        select a.organisation_id, a.role into new.organisation_id, new.role from accounts a where a.id = new.account_id;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.leave_files()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        with left_behind as (
          update pathways p set referent_id = null, version = p.version + 1, updated_at = now()
          where p.referent_id = old.id
          returning p.id
        )
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, field, before)
        select l.id, coalesce(new.changed_at, clock_timestamp()), sec.account('jalon_admin'), 'ASSIGNMENT', 'HAND', 'referent',
          old.display_name
        from left_behind l;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.lent_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct lent.id), '{}') from (
          select unnest(sec.given_files(for_database_role)) as id
          union all
          select unnest(sec.opened_files(for_database_role))
        ) lent
      $function$

CREATE OR REPLACE FUNCTION sec.lent_people(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.lent_files(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.located_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct r.pathway_id), '{}') from seal_rights r
        where r.account_id = sec.account(for_database_role) and r.right_to = 'LOCATE'
      $function$

CREATE OR REPLACE FUNCTION sec.located_people(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.located_files(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.mark_double()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        if current_setting('role') = 'jalon_ofii' then
          new.doubled := exists (select 1 from people p
            where p.organisation_id = new.organisation_id and p.foreigner_number = new.foreigner_number
              and not p.sealed and not p.doubled and p.id <> new.id);
        else
          new.doubled := tg_op = 'UPDATE' and old.doubled and new.referent_id is null
            and old.organisation_id is not distinct from new.organisation_id
            and old.foreigner_number is not distinct from new.foreigner_number;
        end if;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.mark_merged(file uuid, is_merged boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        update pathways p set merged = is_merged where p.id = file;
        update people pe set merged = is_merged from pathways p where p.id = file and pe.id = p.person_id;
        update pathway_steps s set merged = is_merged where s.pathway_id = file;
        update pathway_stalls s set merged = is_merged where s.pathway_id = file;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.may_merge(through text, one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select sec.role_of(through) = 'ASSOCIATION_MANAGER' and count(*) = 2 and count(distinct p.sealed) = 1
          and bool_and(not p.listed and p.organisation_id = sec.organisation(through)
            and (not p.sealed or p.id = any (sec.located_files(through))
              and exists (select 1 from seal_rights r
                where r.pathway_id = p.id and r.account_id = sec.account(through) and r.right_to = 'READ')))
        from pathways p where p.id in (one, other)
      $function$

CREATE OR REPLACE FUNCTION sec.merge_files(through text, merge uuid, survivor uuid, other uuid, events uuid[], sessions uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        if sec.may_merge(through, survivor, other) is not true
          or exists (select 1 from pathways p where p.id in (survivor, other) and p.merged)
          or exists (select 1 from transfers t where t.pathway_id in (survivor, other) and t.state = 'PENDING')
        then return false; end if;
        insert into merges (id, survivor_id, merged_id, merged_number, found_in, organisation_id, merged_by, merged_at, sealed, by_hand, after_change)
        select merge, survivor, p.id, p.number, survivor, p.organisation_id, sec.account(through), sec.now(through), p.sealed,
          (select kept.corrected_by_hand from pathways kept where kept.id = survivor),
          coalesce((select max(c.id) from pathway_changes c where c.pathway_id = survivor), 0)
        from pathways p where p.id = other;
        update merges m set found_in = survivor where m.found_in = other and m.undone_at is null;
        insert into merge_moves (merge_id, kind, row_id)
        select merge, 'EVENT', e.id from pathway_events e where e.pathway_id = other and e.id = any (events)
        union all select merge, 'TASK', t.id from tasks t where t.pathway_id = other
        union all select distinct merge, 'NOTE', n.note_id from notes n where n.pathway_id = other
        union all select merge, 'ENROLMENT', s.session_id from session_enrolments s
          where s.pathway_id = other and s.session_id = any (sessions)
            and not exists (select 1 from session_enrolments kept where kept.pathway_id = survivor and kept.session_id = s.session_id);
        insert into merge_stalls (merge_id, rule, spell, stall, actions)
        select merge, s.rule, s.spell, to_jsonb(s), coalesce(
          (select jsonb_agg(to_jsonb(f)) from stall_follow_ups f where f.stall_id = s.id), '[]')
        from pathway_stalls s where s.pathway_id = survivor;
        perform sec.move_rows(merge, other, survivor);
        perform sec.mark_merged(other, true);
        -- Whoever had it open in an emergency asks for the one that stays.
        update openings o set ends_at = greatest(o.opened_at + interval '1 second', sec.now(through))
        where o.pathway_id = other and o.ends_at > sec.now(through);
        return true;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.move_rows(merge uuid, from_file uuid, to_file uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        update pathway_events e set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'EVENT' and e.id = m.row_id and e.pathway_id = from_file;
        update tasks t set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'TASK' and t.id = m.row_id and t.pathway_id = from_file;
        update notes n set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'NOTE' and n.note_id = m.row_id and n.pathway_id = from_file;
        update session_enrolments s set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'ENROLMENT' and s.session_id = m.row_id and s.pathway_id = from_file;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.next_event_seqs(how_many integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ update ledger_head set seq = seq + how_many where id = 1 and how_many > 0 returning seq - how_many + 1 $function$

CREATE OR REPLACE FUNCTION sec.now(for_database_role text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sec.claim(for_database_role, 8)::timestamptz $function$

CREATE OR REPLACE FUNCTION sec.opened_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct o.pathway_id), '{}') 
  from openings o join pathways p on p.id = o.pathway_id
  where not p.sealed and o.account_id = sec.account(for_database_role) and o.ends_at > sec.now(for_database_role)
    and o.organisation_id = sec.organisation(for_database_role) and o.role = sec.role_of(for_database_role)
      $function$

CREATE OR REPLACE FUNCTION sec.opened_people(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.opened_files(for_database_role))
      $function$

CREATE OR REPLACE FUNCTION sec.organisation(for_database_role text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sec.claim(for_database_role, 4)::uuid $function$

CREATE OR REPLACE FUNCTION sec.pass_on_seal_rights()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare touched uuid[];
      begin
        with gone as (delete from seal_rights r where r.account_id = new.id returning r.pathway_id)
        select array_agg(distinct pathway_id) into touched from gone;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, a.id, r
        from pathways p
        join accounts a on a.organisation_id = p.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
        cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = any (touched) and p.sealed
          and not exists (
  select 1 from seal_rights h join seal_rights l on l.pathway_id = h.pathway_id and l.account_id = h.account_id
  where h.pathway_id = p.id and h.right_to = 'READ' and l.right_to = 'LOCATE')
        on conflict do nothing;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.purge_drafts_of_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        delete from drafts d where d.account_id = new.id;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.purge_drafts_of_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare file uuid := case when tg_table_name = 'pathways' then (to_jsonb(old) ->> 'id')::uuid else (to_jsonb(old) ->> 'pathway_id')::uuid end;
      begin
        delete from drafts d
        where d.pathway_id = file and not exists (
          select 1 from pathways p join accounts a on a.id = d.account_id
          where p.id = file
            and case a.role when 'ASSOCIATION_CASEWORKER' then p.referent_id = a.id else p.organisation_id = a.organisation_id end
            and (not p.sealed or (
              exists (select 1 from seal_rights r where r.pathway_id = file and r.account_id = a.id and r.right_to = 'READ')
              and (d.form <> 'correct' or exists (
                select 1 from seal_rights r where r.pathway_id = file and r.account_id = a.id and r.right_to = 'LOCATE')))));
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.refuse_absent_referent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        is_absent boolean;
      begin
        -- Of her structure only: an account out of sight is left to the key, which refuses it as one that does not exist.
        select a.disabled_at is not null or a.role not in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER') into is_absent
        from accounts a
        where a.id = new.referent_id and a.organisation_id = new.organisation_id
        for share;
        if is_absent then
          raise exception 'The referent is not there to open the file'
            using errcode = 'restrict_violation', constraint = 'pathways_referent_is_there';
        end if;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ begin raise exception 'An event is never rewritten: record a correction' using errcode = 'restrict_violation'; end $function$

CREATE OR REPLACE FUNCTION sec.refuse_rewriting_audit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin raise exception 'The audit trail is never rewritten' using errcode = 'restrict_violation'; end $function$

CREATE OR REPLACE FUNCTION sec.refuse_stepping_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin
        if new.bucket <> old.bucket or new.seq <> old.seq + 1 then
          raise exception 'The head of a chain only moves on' using errcode = 'restrict_violation';
        end if;
        return new;
      end $function$

CREATE OR REPLACE FUNCTION sec.refuse_unsigned_structures()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        if current_user = 'jalon_admin' and sec.account('jalon_admin') is null then
          raise exception 'A structure is made and renamed by an administrator' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.refuse_without_location()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare through text := current_setting('role');
      begin
        -- Nobody acts: the owner loads data, or another trigger does what follows from somebody’s leaving.
        if sec.account(through) is null or new.id = any (sec.located_files(through)) then return new; end if;
        raise exception 'Whoever may not locate the person gives the location to nobody' using errcode = 'insufficient_privilege';
      end
      $function$

CREATE OR REPLACE FUNCTION sec.replace_identity_invitations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        -- Of two invitations at once, the second waits for the first and replaces it.
        perform 1 from accounts a where a.id = new.account_id for no key update;
        delete from identity_invitations i where i.account_id = new.account_id and i.used_at is null;
        return new;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.reveal(pathway uuid, in_session text, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        if not exists (
          select 1 from pathways p where p.id = pathway and not p.sealed and not p.merged and p.department = any (sec.departments('jalon_referent'))
        ) then return false; end if;
        insert into reveals (pathway_id, account_id, session_key, reason, at)
        values (pathway, sec.account('jalon_referent'), in_session, why, sec.now('jalon_referent'));
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select pathway, a.id, 'REVEAL', 'HAND', 'STRUCTURE', a.display_name || ', ' || o.name, why, sec.now('jalon_referent')
        from accounts a join organisations o on o.id = a.organisation_id where a.id = sec.account('jalon_referent');
        return true;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.revealed_name(pathway uuid, in_session text)
 RETURNS TABLE(birth_name text, usage_name text, first_names text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select pe.birth_name, pe.usage_name, pe.first_names
        from pathways p join people pe on pe.id = p.person_id
        where p.id = pathway and not p.sealed and not p.merged and p.department = any (sec.departments('jalon_referent'))
          and exists (select 1 from reveals r
            where r.pathway_id = p.id and r.account_id = sec.account('jalon_referent') and r.session_key = in_session)
      $function$

CREATE OR REPLACE FUNCTION sec.role_of(for_database_role text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sec.claim(for_database_role, 2) $function$

CREATE OR REPLACE FUNCTION sec.sealed_files(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct r.pathway_id), '{}') from seal_rights r
        where r.account_id = sec.account(for_database_role) and r.right_to in ('SEARCH', 'READ')
      $function$

CREATE OR REPLACE FUNCTION sec.sealed_people(for_database_role text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct p.person_id), '{}') from seal_rights r join pathways p on p.id = r.pathway_id
        where r.account_id = sec.account(for_database_role) and r.right_to in ('SEARCH', 'READ')
      $function$

CREATE OR REPLACE FUNCTION sec.seats_taken(through text, sessions uuid[])
 RETURNS TABLE(session_id uuid, taken integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        select s.id, count(p.id)::int
        from group_sessions s
        left join session_enrolments e on e.session_id = s.id
        left join pathways p on p.id = e.pathway_id and not p.sealed and p.organisation_id = s.organisation_id and not p.merged
        where s.id = any (sessions) and s.organisation_id = (select sec.organisation(through))
        group by s.id
      $function$

CREATE OR REPLACE FUNCTION sec.stand_for_sealed_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into listed_files (pathway_id, stands_for)
        select new.id, p.id
        from people opened
        join people pe on pe.foreigner_number = opened.foreigner_number and pe.sealed and not pe.listed
        join pathways p on p.person_id = pe.id
        where opened.id = new.person_id;
        if found then update pathways p set sealed = true, listed = true where p.id = new.id; end if;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.stop_standing_for()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        with gone as (delete from listed_files l where l.stands_for = new.id returning l.pathway_id)
        update pathways p set listed = false from gone
        where p.id = gone.pathway_id
          and not exists (select 1 from listed_files l where l.pathway_id = p.id and l.stands_for <> new.id);
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.sweep_answers()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        delete from idempotency_keys k using (
          select account_id, key from idempotency_keys
          where created_at < clock_timestamp() - interval '1 day'
          order by created_at limit 500 for update skip locked
        ) old
        where k.account_id = old.account_id and k.key = old.key
      $function$

CREATE OR REPLACE FUNCTION sec.sweep_drafts(for_database_role text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
        delete from drafts d using (
          select id from drafts
          where saved_at < sec.now(for_database_role) - interval '14 days' for update skip locked
        ) old
        where d.id = old.id
      $function$

CREATE OR REPLACE FUNCTION sec.tell_seal_rights()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, domain, field, before, after)
        select c.pathway_id, coalesce(sec.now(current_setting('role')), now()), sec.account(current_setting('role')),
          'SEALED', 'HAND', 'STRUCTURE', 'sealRights',
          case when tg_op = 'DELETE' then c.words end, case when tg_op = 'INSERT' then c.words end
        from (
          select r.pathway_id, a.display_name || E'\u00a0: ' || string_agg(
              case r.right_to when 'SEARCH' then 'trouver' when 'READ' then 'ouvrir' else 'localiser' end, ', '
              order by array_position(array['SEARCH', 'READ', 'LOCATE'], r.right_to)) as words
          from changed r join accounts a on a.id = r.account_id
          group by r.pathway_id, r.account_id, a.display_name) c
        join pathways p on p.id = c.pathway_id
        where tg_op = 'INSERT' or p.sealed
        order by c.pathway_id, c.words;
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.tell_sealed_file_of_list()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      begin
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, domain, before)
        select l.stands_for, new.at, a.id, 'LISTED', 'IMPORT', 'STRUCTURE', a.display_name || ', ' || o.name
        from listed_files l
        join accounts a on a.id = new.actor_id
        join organisations o on o.id = a.organisation_id
        where l.pathway_id = new.pathway_id
          and not exists (select 1 from pathway_changes c where c.pathway_id = l.stands_for and c.kind = 'LISTED' and c.at = new.at);
        return null;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.today(for_database_role text)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select sec.claim(for_database_role, 7)::date $function$

CREATE OR REPLACE FUNCTION sec.unmerge_files(through text, merge uuid, events uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare undone merges;
      begin
        select m.* into undone from merges m
        where m.id = merge and m.undone_at is null and m.organisation_id = sec.organisation(through)
          and m.merged_at > sec.now(through) - interval '31 days'
        for update;
        if undone.id is null or sec.may_merge(through, undone.survivor_id, undone.merged_id) is not true
          or exists (select 1 from pathways p where p.id = undone.survivor_id and p.merged)
          or exists (select 1 from transfers t where t.pathway_id = undone.survivor_id and t.state = 'PENDING')
        then return false; end if;
        perform sec.mark_merged(undone.merged_id, false);
        insert into merge_moves (merge_id, kind, row_id)
        select merge, 'EVENT', e.id from pathway_events e where e.pathway_id = undone.survivor_id and e.id = any (events)
        on conflict do nothing;
        perform sec.move_rows(merge, undone.survivor_id, undone.merged_id);
        perform sec.give_stalls_back(merge, undone.survivor_id);
        with recursive within as (
          select m.id, m.merged_id from merges m where m.survivor_id = undone.merged_id and m.undone_at is null
          union select m.id, m.merged_id from merges m join within w on m.survivor_id = w.merged_id where m.undone_at is null
        )
        update merges m set found_in = undone.merged_id where m.id in (select w.id from within w);
        update merges m set undone_by = sec.account(through), undone_at = sec.now(through) where m.id = merge;
        return true;
      end
      $function$

CREATE OR REPLACE FUNCTION sec.write_audit(who uuid, whose_role text, whose_organisation uuid, operation text, kind text, outcome text, purpose text, asked uuid, pathways uuid[], fields text[], request uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      declare
        place int := get_byte(sha256(uuid_send(coalesce(whose_organisation, '00000000-0000-0000-0000-000000000000'))), 0) % 64;
        head record;
        instant timestamptz;
        chained bytea;
      begin
        select h.seq, h.hash into strict head from audit_heads h where h.bucket = place for update;
        instant := clock_timestamp();
        chained := sha256(convert_to(concat(
          sec.audit_part(encode(head.hash, 'hex')), sec.audit_part(place::text), sec.audit_part((head.seq + 1)::text),
          sec.audit_part(extract(epoch from instant)::text), sec.audit_part(who::text), sec.audit_part(whose_role),
          sec.audit_part(whose_organisation::text), sec.audit_part(operation), sec.audit_part(kind), sec.audit_part(outcome),
          sec.audit_part(purpose), sec.audit_part(asked::text), sec.audit_part(pathways::text), sec.audit_part(fields::text),
          sec.audit_part(request::text)), 'UTF8'));
        insert into audit_entries (bucket, seq, at, account_id, role, organisation_id, operation, kind, outcome, purpose, asked_id,
          pathway_ids, fields, request_id, hash)
        values (place, head.seq + 1, instant, who, whose_role, whose_organisation, operation, kind, outcome, purpose, asked,
          pathways, fields, request, chained);
        update audit_heads set seq = head.seq + 1, hash = chained where bucket = place;
      end
      $function$
