-- What the reports of each story say of its numbers and of who acted on whom: its own events, and what somebody alleges or
-- denies of an act of the same type between the same two states, in one of its reports or at its place, at that time.
with told as (
  select s.story_id, e.*, coalesce(e.date_start, d.published) as day
  from stories t join story_events s using (story_id) join events e using (event_id) join documents d using (doc_id)
  where e.start is not null
    and ($source::varchar is null or $source::varchar in (t.source_code, left(t.source_code, 3)))
    and ($target::varchar is null or $target::varchar in (t.target_code, left(t.target_code, 3)))
    and ($type::varchar is null or t.type = upper($type::varchar))
    and ($stories::varchar[] is null or t.story_id in (select unnest($stories::varchar[])))
    and ($from::date is null or t.date_end >= $from::date)
    and ($to::date is null or t.date_start <= $to::date)
),
alleged as (
  select distinct t.story_id, c.*
  from (
    select e.*, coalesce(e.date_start, d.published) as day from events e join documents d using (doc_id)
    where e.content_of <> '' and e.status in ('alleged', 'denied') and e.source_country <> '' and e.target_country <> ''
  ) c join told t on c.type = t.type and (c.doc_id = t.doc_id or (c.place <> '' and c.place = t.place))
    and [least(c.source_country, c.target_country), greatest(c.source_country, c.target_country)]
      = [least(t.source_country, t.target_country), greatest(t.source_country, t.target_country)]
    and abs(date_diff('day', c.day, t.day)) <= $days
),
accounts as (
  select * from told union all by name select * from alleged
)
select a.story_id, a.event_id, a.doc_id, d.publisher, d.published, a.type, a.status, a.reciprocal,
       coalesce(nullif(a.source_country, ''), a.source_entity) as source,
       coalesce(nullif(a.target_country, ''), a.target_entity) as target,
       coalesce(nullif(c.source_code, ''), c.source_text, '') as said_by, a.dead, a.injured, a.size
from accounts a join documents d using (doc_id) left join claims c using (claim_id)
order by min(a.day) over (partition by a.story_id), a.story_id, d.published, a.doc_id, a.start, a.event_id;
