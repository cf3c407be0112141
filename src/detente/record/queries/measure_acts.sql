-- Acts that may open, ease or close a measure, in the order of their days: they happened, no opinion piece tells them, two
-- different actors are known, and the day does not lie after the report. A state's sectors act for it.
with acts as (
  select e.*, coalesce(e.date_start, d.published) as day, d.published,
         e.source_country <> '' and e.source_sector in (select unnest($state_sectors)) as source_state,
         e.target_country <> '' and e.target_sector in (select unnest($state_sectors)) as target_state
  from told e join documents d using (doc_id)
  where e.content_of = '' and d.genre <> 'opinion' and e.status in (select unnest($statuses))
    and e.type in (select unnest($types)) and (len(e.evidence) > 0 or regexp_matches(e.cameo, $cameo))
),
sides as (
  select day, published, story_id, event_id, type, modes, cameo, evidence, reciprocal,
         if(source_state, source_country, source_code) as source_code,
         if(target_state, target_country, target_code) as target_code,
         if(source_state, source_country, coalesce(nullif(source_entity, ''), source_code)) as source_entity,
         if(target_state, target_country, coalesce(nullif(target_entity, ''), target_code)) as target_entity,
         coded_with
  from acts
)
select * exclude (published)
from sides
where day is not null and (published is null or day <= published)
  and source_entity <> '' and target_entity <> '' and source_entity <> target_entity
order by day, story_id, event_id;
