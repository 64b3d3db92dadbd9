-- The peer's regular determination: the average of the months with 17 days, its grade, a decision
-- each, and the notifications marked as decided; two statements, committed durably. It looks whether
-- a decision of the same month stands and whether the person is employed. It keeps no reasons, no
-- sealed columns and no audit record. The table of grades was copied in from law/grades.tsv.
CREATE TABLE insured AS
  SELECT n AS id, date '2020-04-01' AS acquired, NULL::date AS lost
  FROM generate_series(1, :people) AS n;
ALTER TABLE insured ADD PRIMARY KEY (id);
CREATE TABLE standard (person bigint, since date, monthly bigint, standard bigint, grade integer,
                       source bigint, decided_at timestamptz, withdrawn_at timestamptz);
INSERT INTO standard
  SELECT id, date '2020-04-01', 300000, 300000, 22, NULL, now(), NULL FROM insured;
CREATE INDEX ON standard (person, since);
CREATE TABLE notified AS
  SELECT n AS id, n AS person, date '2026-09-01' AS on_day, 'waiting' AS state,
         30 AS days_1, 30 AS days_2, 30 AS days_3, 200000 + n % 97 * 4000 AS pay_1,
         200000 + n % 97 * 4000 AS pay_2, 200000 + n % 97 * 4000 AS pay_3
  FROM generate_series(1, :people) AS n;
ALTER TABLE notified ADD PRIMARY KEY (id);
CREATE INDEX ON notified (state, on_day);
VACUUM ANALYZE;
CHECKPOINT;
\timing on
BEGIN;
INSERT INTO standard
  SELECT n.person, n.on_day, paid.average, g.standard, g.number, n.id, now(), NULL
  FROM notified AS n
  JOIN insured AS i ON i.id = n.person
  CROSS JOIN LATERAL (
    SELECT trunc(avg(pay) FILTER (WHERE days >= 17))::bigint AS average
    FROM (VALUES (n.days_1, n.pay_1), (n.days_2, n.pay_2), (n.days_3, n.pay_3)) AS m (days, pay)
  ) AS paid
  JOIN grade AS g ON paid.average >= g.lower_bound
                 AND (g.upper_bound IS NULL OR paid.average < g.upper_bound)
  WHERE n.state = 'waiting' AND i.acquired < date '2026-06-01'
    AND (i.lost IS NULL OR i.lost > date '2026-07-01')
    AND NOT EXISTS (SELECT FROM standard AS s
                    WHERE s.person = n.person AND s.since BETWEEN date '2026-07-01' AND n.on_day
                      AND s.withdrawn_at IS NULL);
UPDATE notified SET state = 'decided' WHERE state = 'waiting';
COMMIT;
