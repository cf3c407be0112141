-- Words and day of the documents that hold a claim, with the states they name, in the order of coding; of some documents
-- only, if $within is given.
with named as (
  select m.doc_id, list({'start': m.start, 'end': m."end", 'state': m.country} order by m.start, m."end") as named
  from raw_mentions m join codings k using (doc_id, coded_with)
  where m.kind = 'actor' and m.country <> ''
    and ($within::varchar[] is null or m.doc_id in (select unnest($within::varchar[])))
  group by m.doc_id
)
select d.doc_id, d.text, d.published, n.named
from raw_documents d join codings k using (doc_id, coded_with, position)
semi join raw_claims c using (doc_id, coded_with)
left join named n using (doc_id)
where $within::varchar[] is null or d.doc_id in (select unnest($within::varchar[]))
order by position;
