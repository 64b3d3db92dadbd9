\set id random(1, :people)
SELECT name, name_kana, sex, born, postal_code, address FROM subscriber WHERE id = :id;
