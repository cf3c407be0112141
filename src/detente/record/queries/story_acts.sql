-- Acts that reports tell, in the order of their days: what decides whether two tell the same one. `words` is the sentence
-- with what stands around it (`before` characters of it come first), `places` the towns that the sentence names.
with acts as (
  select e.event_id, e.doc_id, e.sentence_id, e.type, e.status, e.reciprocal, e.trigger, e.source_code, e.source_country,
         e.source_sector, e.source_entity, e.source_text, e.target_code, e.target_country, e.target_sector, e.target_entity,
         e.target_text, e.date_start, e.date_end, e.date_from, e.place, e.lat, e.lon, e.start, e.coded_with,
         d.published, d.publisher, d.title
  from raw_events e join codings k using (doc_id, coded_with)
  join raw_documents d using (doc_id, coded_with, position)
  where e.start is not null and e.content_of = ''
),
-- the sentences of a document together, so that its text goes by once and is kept nowhere
spans as (
  select s.doc_id, list({'sentence_id': s.sentence_id, 's': s.start, 'e': s."end"}) as sentences
  from raw_sentences s join codings k using (doc_id, coded_with)
  semi join acts using (doc_id, sentence_id)
  group by s.doc_id
),
passages as (
  select d.doc_id, list_transform(n.sentences, lambda x: {
           'sentence_id': x.sentence_id, 's': x.s, 'e': x.e, 'before': least(x.s, $around), 'length': x.e - x.s,
           'words': substring(d.text, greatest(x.s - $around, 0) + 1, x.e - greatest(x.s - $around, 0) + $around)
         }) as passages
  from raw_documents d join codings k using (doc_id, coded_with, position) join spans n using (doc_id)
),
sentences_told as (
  select doc_id, unnest(passages, recursive := true) from passages
),
towns as (
  select s.doc_id, s.sentence_id, list({'lat': m.lat, 'lon': m.lon} order by m.start) as places
  from raw_mentions m join codings k using (doc_id, coded_with) join sentences_told s using (doc_id)
  where m.kind = 'place' and m.lat is not null and m.note <> 'dateline' and m.start >= s.s and m."end" <= s.e
  group by all
)
select a.*, w.words, w.before, w.length, t.places, c.text_cluster
from acts a left join sentences_told w using (doc_id, sentence_id) left join towns t using (doc_id, sentence_id)
left join raw_text_clusters c using (doc_id)
order by coalesce(a.date_start, a.published) nulls last, a.published nulls last, a.doc_id, a.start, a.event_id;
