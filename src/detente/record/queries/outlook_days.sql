-- Stories a day between two states that say they get on (quads 1 and 2) or not (3 and 4), for the pairs most told of.
-- The pairs are chosen first, by their events, so that only theirs are put together to stories.
with pairs as (
  select least(source_country, target_country) as one, greatest(source_country, target_country) as other
  from raw_events
  where coded_by(coded_with, $coded_with::varchar) and source_country <> target_country and source_country <> '' and target_country <> ''
    and source_sector in (select unnest($state_sectors)) and target_sector in (select unnest($state_sectors))
    and content_of = '' and quad is not null
  group by one, other
  order by count(*) desc, one, other
  limit $most
),
stories as (
  select e.story_id, p.one, p.other, min(coalesce(e.date_start, d.published)) as day, max(e.quad) <= 2 as cooperative
  from told e join documents d using (doc_id)
    join pairs p on p.one = least(e.source_country, e.target_country)
                and p.other = greatest(e.source_country, e.target_country)
  where coded_by(e.coded_with, $coded_with::varchar) and e.content_of = '' and d.genre <> 'opinion' and e.quad is not null and e.status in (select unnest($statuses))
    and e.source_sector in (select unnest($state_sectors)) and e.target_sector in (select unnest($state_sectors))
    and (d.published is null or coalesce(e.date_start, d.published) <= d.published)
  group by e.story_id, p.one, p.other
)
select one || '-' || other as pair, day, (count(*) filter (cooperative))::double as cooperative,
       (count(*) filter (not cooperative))::double as conflictual
from stories
where day is not null
group by one, other, day
order by pair, day;
