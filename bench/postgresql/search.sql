\set id random(1, :people)
SELECT id, name, name_kana, count(*) OVER () FROM subscriber_plain
  WHERE name_kana ~>=~ (SELECT left(name_kana, 2) FROM subscriber_plain WHERE id = :id)
    AND name_kana ~<~ (SELECT left(name_kana, 2) || chr(65533)
                         FROM subscriber_plain WHERE id = :id)
  ORDER BY name_kana USING ~<~ LIMIT 50;
