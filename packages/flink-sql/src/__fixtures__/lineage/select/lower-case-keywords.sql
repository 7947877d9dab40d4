create table t (Id int, `Group` string) with ('connector' = 'kafka');
create table s (a int, b string) with ('connector' = 'print');
insert into s select t.Id, t.`Group` as g from t where t.`Group` like '%x%';
