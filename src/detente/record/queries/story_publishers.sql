-- Which publishers tell each of these stories.
with asked as (
  select unnest($stories::varchar[]) as story_id
),
links as (
  select s.story_id, s.event_id from raw_story_events s semi join asked using (story_id)
),
told as (
  select l.story_id, e.doc_id, e.coded_with from raw_events e join links l using (event_id)
)
select t.story_id, list(distinct d.publisher order by d.publisher) as publishers
from told t join raw_documents d using (doc_id, coded_with)
group by t.story_id
order by t.story_id;
