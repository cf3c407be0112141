-- Every report of an act between two actors that may count under some setting: opinion pieces and other statuses included.
with sides as (
  select e.*, d.publisher, d.genre, coalesce(e.date_start, d.published) as day, d.published,
         $a in (e.source_code, e.source_entity, called(e.start, e.source_text))
         or (e.source_country = $a and e.source_sector in (select unnest($state_sectors))) as from_a,
         $a in (e.target_code, e.target_entity, called(e.start, e.target_text))
         or (e.target_country = $a and e.target_sector in (select unnest($state_sectors))) as to_a,
         $b in (e.source_code, e.source_entity, called(e.start, e.source_text))
         or (e.source_country = $b and e.source_sector in (select unnest($state_sectors))) as from_b,
         $b in (e.target_code, e.target_entity, called(e.start, e.target_text))
         or (e.target_country = $b and e.target_sector in (select unnest($state_sectors))) as to_b
  from told e join documents d using (doc_id)
  where e.content_of = '' and e.status in (select unnest($statuses))
    and coded_by(e.coded_with, $coded_with::varchar)
    and may_concern(e.source_country, $a, $b) and may_concern(e.target_country, $a, $b)
)
select story_id, doc_id, day, publisher, genre = 'opinion' as opinion, status, voice, from_a and to_b as forward,
       reciprocal as mutual, type, coalesce(plover_score, 0) as score, quad, confidence
from sides
where ((from_a and to_b) or (from_b and to_a)) and day is not null and (published is null or day <= published)
order by day, story_id, event_id;
