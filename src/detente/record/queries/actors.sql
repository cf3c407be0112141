-- The actors that events name, the most frequent first, with the name their entity is mentioned by.
with sides as (
  select source_country as country, source_code as code, source_entity as entity from events
  union all
  select target_country, target_code, target_entity from events
),
keys as (
  select unnest(list_distinct([country, code, entity])) as actor, entity from sides
),
names as (
  select entity, arg_max(name, n) as name
  from (select entity, name, count(*) as n from mentions where kind = 'actor' and name <> '' group by all)
  group by entity
)
select k.actor, coalesce(any_value(n.name), '') as name, count(*) as events
from keys k left join names n on n.entity = k.actor
where k.actor <> ''
group by k.actor
order by events desc, k.actor
limit 20000;
