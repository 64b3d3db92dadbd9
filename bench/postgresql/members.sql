-- The peer's table of members: what the measured read of ours hands back, in plain columns.
-- The table `drawn` holds names from the same lists as ours.
CREATE TABLE subscriber (
  id bigint PRIMARY KEY,
  office_group integer NOT NULL,
  name text NOT NULL,
  name_kana text NOT NULL,
  sex smallint NOT NULL,
  born date NOT NULL,
  postal_code text NOT NULL,
  address text NOT NULL);
INSERT INTO subscriber
  SELECT n, n % 12, '架空山' || n % 9973 || '　太郎', kana, n % 2,
         date '1963-01-01' + (n % 15000)::int, '1000001', '東京都千代田区架空町１－２－３'
  FROM drawn;
VACUUM ANALYZE subscriber;

-- The notice as rows, and who may see which group of the office.
CREATE TABLE policy (role_name text, category text, purpose text,
                     PRIMARY KEY (role_name, category, purpose));
INSERT INTO policy SELECT 'member_clerk', 'category' || c, 'purpose' || p
  FROM generate_series(1, 13) AS c, generate_series(1, 5) AS p;
CREATE TABLE role_scope (role_name text, office_group integer,
                         PRIMARY KEY (role_name, office_group));
INSERT INTO role_scope SELECT r, g
  FROM unnest(ARRAY['member_clerk', 'a', 'b', 'c', 'd', 'e']) AS r, generate_series(0, 11) AS g;
CREATE TABLE audit (at timestamptz, actor text, role_name text, purpose text, subject bigint);
VACUUM ANALYZE policy, role_scope;

CREATE ROLE member_clerk LOGIN;
GRANT SELECT ON subscriber, policy, role_scope TO member_clerk;
CREATE ROLE reader LOGIN;
GRANT SELECT ON subscriber TO reader;
-- (e): pgaudit records what touches a table that this role may read.
CREATE ROLE audited;
GRANT SELECT ON subscriber TO audited;

-- (b): a row is seen when the purpose is published for the category and the group is in scope.
-- Case (a) and the search read a copy of the table without it.
CREATE TABLE subscriber_plain AS TABLE subscriber;
ALTER TABLE subscriber_plain ADD PRIMARY KEY (id);
CREATE INDEX subscriber_plain_kana ON subscriber_plain (name_kana text_pattern_ops);
VACUUM ANALYZE subscriber_plain;
GRANT SELECT ON subscriber_plain TO reader, member_clerk;
ALTER TABLE subscriber ENABLE ROW LEVEL SECURITY;
CREATE POLICY purpose_and_scope ON subscriber FOR SELECT TO member_clerk USING (
  EXISTS (SELECT FROM policy WHERE role_name = current_user AND category = 'category1'
          AND purpose = current_setting('kenpo.purpose', true))
  AND EXISTS (SELECT FROM role_scope AS held WHERE held.role_name = current_user
              AND held.office_group = subscriber.office_group));

-- (f), (g): a function checks policy and scope and writes the audit row in the same transaction.
CREATE FUNCTION read_subscriber(wanted bigint, wanted_purpose text) RETURNS SETOF subscriber
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM policy WHERE role_name = 'member_clerk' AND category = 'category1'
                 AND purpose = wanted_purpose) THEN
    RAISE EXCEPTION 'not published';
  END IF;
  INSERT INTO audit VALUES (now(), session_user, 'member_clerk', wanted_purpose, wanted);
  RETURN QUERY SELECT s.* FROM subscriber AS s
    JOIN role_scope AS held ON held.role_name = 'member_clerk'
                           AND held.office_group = s.office_group
    WHERE s.id = wanted;
END $$;
GRANT EXECUTE ON FUNCTION read_subscriber TO member_clerk;
