-- The sentences a review is about, as the record was when $position documents had been coded, with what tells their
-- strata. Opinion pieces are left out, as relations leave them out. With two actors: sentences of documents that name
-- both, and acts between them.
with coding_then as (
  select doc_id, arg_max(coded_with, position) as coded_with, max(position) as position
  from raw_documents where position <= $position group by doc_id
),
readable as (
  select d.doc_id, d.coded_with, d.published
  from raw_documents d join coding_then using (doc_id, coded_with, position) where d.genre <> 'opinion'
),
named as (
  select m.doc_id, m.start, coalesce(nullif(m.country, ''), nullif(m.code, ''), m.entity) as actor,
         $a::varchar in (m.country, m.code, m.entity) as is_a, $b::varchar in (m.country, m.code, m.entity) as is_b
  from raw_mentions m join readable using (doc_id, coded_with) where m.kind = 'actor'
),
naming as (select doc_id from named group by doc_id having $a::varchar is null or (bool_or(is_a) and bool_or(is_b))),
frame as (
  select s.sentence_id, s.doc_id, s.coded_with, s.start, s."end", r.published
  from raw_sentences s join readable r using (doc_id, coded_with)
  where $a::varchar is null or s.doc_id in (select doc_id from naming)
),
actors as (
  select f.sentence_id, count(distinct n.actor) as actors, bool_or(n.is_a) and bool_or(n.is_b) as names_both
  from frame f join named n on n.doc_id = f.doc_id and n.start >= f.start and n.start < f."end"
  group by f.sentence_id
),
sides as (
  select e.*,
         $a in (e.source_code, e.source_entity)
         or (e.source_country = $a and e.source_sector in (select unnest($state_sectors))) as from_a,
         $a in (e.target_code, e.target_entity)
         or (e.target_country = $a and e.target_sector in (select unnest($state_sectors))) as to_a,
         $b in (e.source_code, e.source_entity)
         or (e.source_country = $b and e.source_sector in (select unnest($state_sectors))) as from_b,
         $b in (e.target_code, e.target_entity)
         or (e.target_country = $b and e.target_sector in (select unnest($state_sectors))) as to_b
  from raw_events e join readable using (doc_id, coded_with) where e.content_of = ''
),
told as (
  select *, status in (select unnest($statuses))
            and ($a::varchar is null or (from_a and to_b) or (from_b and to_a)) as counts
  from sides
),
acts as (
  select sentence_id, arg_min(type, (start, event_id)) filter (where counts) as first_type
  from told group by sentence_id
)
select f.sentence_id, f.doc_id, f.coded_with, f.published,
       coalesce(n.actors, 0) as actors, coalesce(n.names_both, false) as names_both,
       a.sentence_id is not null as told, coalesce(a.first_type, '') as first_type
from frame f
left join actors n using (sentence_id)
left join acts a using (sentence_id)
order by f.doc_id, f.start, f.sentence_id;
