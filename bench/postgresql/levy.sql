-- The peer's levy: standard x rate for each insured person, posted, in one statement, committed
-- durably. It keeps no causes, no exact fractions, no sealed columns and no audit record.
CREATE TABLE insured AS
  SELECT n AS id, n % (:people / 250 + 1) AS establishment,
         date '1963-01-01' + (n % 15000)::int AS born,
         (ARRAY[200, 240, 280, 300, 340, 380, 440, 560])[1 + n % 8] * 1000::bigint AS standard
  FROM generate_series(1, :people) AS n;
ALTER TABLE insured ADD PRIMARY KEY (id);
CREATE TABLE rate (kind text PRIMARY KEY, millionths integer NOT NULL);
INSERT INTO rate VALUES ('general', 79700), ('care', 18000), ('child', 2300);
CREATE TABLE posting (person bigint, establishment bigint, month date, kind text, total bigint,
                      insured bigint, PRIMARY KEY (person, month, kind));
VACUUM ANALYZE insured;
CHECKPOINT;
\timing on
INSERT INTO posting
  SELECT i.id, i.establishment, date '2026-10-01', r.kind,
         floor(i.standard * r.millionths / 1000000.0),
         ceil(i.standard * r.millionths / 2000000.0 - 0.5)
  FROM insured AS i JOIN rate AS r
    ON r.kind <> 'care' OR i.born BETWEEN date '1961-10-02' AND date '1986-10-01';
