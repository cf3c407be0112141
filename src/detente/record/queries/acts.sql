-- The counted acts between two actors, one row a story. An actor is a country (its state's sectors included), a code
-- such as RUSMIL, or an entity such as ORG:NATO. A story has the day of its earliest report and the gravest score.
with sides as (
  select e.*, coalesce(e.date_start, d.published) as day, d.published,
         $a in (e.source_code, e.source_entity, called(e.start, e.source_text))
         or (e.source_country = $a and e.source_sector in (select unnest($state_sectors))) as from_a,
         $a in (e.target_code, e.target_entity, called(e.start, e.target_text))
         or (e.target_country = $a and e.target_sector in (select unnest($state_sectors))) as to_a,
         $b in (e.source_code, e.source_entity, called(e.start, e.source_text))
         or (e.source_country = $b and e.source_sector in (select unnest($state_sectors))) as from_b,
         $b in (e.target_code, e.target_entity, called(e.start, e.target_text))
         or (e.target_country = $b and e.target_sector in (select unnest($state_sectors))) as to_b
  from told e join documents d using (doc_id)
  where e.content_of = '' and d.genre <> 'opinion' and e.status in (select unnest($statuses))
    and ($voice::varchar is null or e.voice = $voice)
    and coded_by(e.coded_with, $coded_with::varchar)
    and may_concern(e.source_country, $a, $b) and may_concern(e.target_country, $a, $b)
)
select story_id, min(day) as day, bool_or(from_a and to_b) as forward, bool_or(reciprocal) as mutual,
       arg_max(type, confidence) as type, arg_max(coalesce(plover_score, 0), abs(coalesce(plover_score, 0))) as score,
       arg_max(quad, confidence) as quad
from sides
where ((from_a and to_b) or (from_b and to_a)) and day is not null and (published is null or day <= published)
group by story_id
order by day, story_id;
