-- Acts under a confidence that this second coder has not been asked about, with the sentence each stands in, the least
-- sure first. What an act speaks of is not asked about, nor are events without a text.
select e.event_id, e.doc_id, e.coded_with, e.type, e.trigger, e.source_text, e.source_code, e.target_text, e.target_code,
       substring(d.text, s.start + 1, s."end" - s.start) as sentence
from events e
join documents d using (doc_id)
join sentences s using (doc_id, sentence_id)
anti join (select event_id, coded_with from second_coder where model = $model and server = $server) a
  on a.event_id = e.event_id and a.coded_with = e.coded_with
where e.content_of = '' and e.start is not null and e.confidence < $below::double
order by e.confidence, e.event_id
limit $limit;
