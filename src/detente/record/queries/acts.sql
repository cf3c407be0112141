-- The counted acts between two actors, one row a story. An actor is a country (its state's sectors included), a code
-- such as RUSMIL, or the code of a body. A story has the day of its earliest report and the gravest score.
with sides as (
  select e.*, s.story_id, coalesce(e.date_start, d.published) as day, d.published,
         e.source_code = $a or (e.source_country = $a and e.source_sector in (select unnest($state_sectors))) as from_a,
         e.target_code = $a or (e.target_country = $a and e.target_sector in (select unnest($state_sectors))) as to_a,
         e.source_code = $b or (e.source_country = $b and e.source_sector in (select unnest($state_sectors))) as from_b,
         e.target_code = $b or (e.target_country = $b and e.target_sector in (select unnest($state_sectors))) as to_b
  from events e join documents d using (doc_id) join story_events s using (event_id)
  where e.content_of = '' and d.genre <> 'opinion' and e.status in (select unnest($statuses))
)
select story_id, min(day) as day, bool_or(from_a and to_b) as forward, bool_or(reciprocal) as mutual,
       arg_max(type, confidence) as type, arg_max(coalesce(plover_score, 0), abs(coalesce(plover_score, 0))) as score
from sides
where ((from_a and to_b) or (from_b and to_a)) and day is not null and (published is null or day <= published)
group by story_id
order by day, story_id;
