-- Counted acts of the latest coding, each with the sentence of a review's frame that holds its trigger: sentences as
-- they were cut when $position documents had been coded, so that judgements outlive a new coding. `story` is its story, else the cluster of its text.
with coding_then as (
  select doc_id, arg_max(coded_with, position) as coded_with from raw_documents where position <= $position group by doc_id
)
select s.sentence_id, e.type, e.reciprocal, e.source_code, e.source_country, e.source_sector, e.source_entity,
       e.target_code, e.target_country, e.target_sector, e.target_entity,
       coalesce(l.story_id, t.text_cluster, e.doc_id) as story
from raw_events e
join codings using (doc_id, coded_with)
join coding_then k using (doc_id)
join raw_sentences s on s.doc_id = e.doc_id and s.coded_with = k.coded_with and e.start >= s.start and e.start < s."end"
left join raw_story_events l using (event_id)
left join raw_text_clusters t on t.doc_id = e.doc_id
where e.content_of = '' and e.status in (select unnest($statuses))
order by s.doc_id, e.start, e.event_id;
