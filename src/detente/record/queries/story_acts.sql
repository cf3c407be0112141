-- Acts that reports tell, in the order of their days: what decides whether two tell the same one. `words` is the sentence
-- with what stands around it (`before` characters of it come first), `places` the towns that the sentence names.
with acts as (
  select e.event_id, e.doc_id, e.sentence_id, e.type, e.status, e.reciprocal, e.trigger, e.source_code, e.source_country,
         e.source_sector, e.source_entity, e.source_text, e.target_code, e.target_country, e.target_sector, e.target_entity,
         e.target_text, e.date_start, e.date_end, e.date_from, e.place, e.lat, e.lon, e.start, e.coded_with
  from raw_events e join codings k using (doc_id, coded_with)
  where e.start is not null and e.content_of = ''
),
sides as (
  select distinct doc_id, sentence_id from acts
),
sentences_told as (
  select s.doc_id, s.sentence_id, d.published, d.publisher, d.title, s.start as s, s."end" as e,
         substring(d.text, greatest(s.start - $around, 0) + 1, s."end" - greatest(s.start - $around, 0) + $around) as words,
         least(s.start, $around) as before, s."end" - s.start as length
  from raw_documents d join codings k using (doc_id, coded_with, position)
  join raw_sentences s using (doc_id, coded_with) semi join sides using (doc_id, sentence_id)
),
towns as (
  select s.doc_id, s.sentence_id, list({'lat': m.lat, 'lon': m.lon} order by m.start) as places
  from raw_mentions m join codings k using (doc_id, coded_with) join sentences_told s using (doc_id)
  where m.kind = 'place' and m.lat is not null and m.note <> 'dateline' and m.start >= s.s and m."end" <= s.e
  group by all
)
select a.*, w.published, w.publisher, w.title, w.words, w.before, w.length, t.places, c.text_cluster
from acts a join sentences_told w using (doc_id, sentence_id) left join towns t using (doc_id, sentence_id)
left join raw_text_clusters c using (doc_id)
order by coalesce(a.date_start, w.published) nulls last, w.published nulls last, a.doc_id, a.start, a.event_id;
