-- Whether an event names an actor: a country, a code such as RUSMIL, or an entity.
select exists(
  select 1 from raw_events e
  where $actor in (e.source_code, e.source_country, e.source_entity, e.target_code, e.target_country, e.target_entity)
);
