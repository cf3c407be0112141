-- Events between two actors, either way round, with their sentence and document, in the order of their days.
select e.*, d.published, d.publisher, d.title, d.genre, s.start as sentence_start,
       substring(d.text, s.start + 1, s."end" - s.start) as sentence,
       coalesce(e.date_start, d.published) as day, l.story_id, t.n_documents, t.n_publishers
from events e
join documents d using (doc_id)
left join sentences s using (doc_id, sentence_id)
left join story_events l using (event_id)
left join stories t using (story_id)
where coded_by(e.coded_with, $coded_with::varchar)
  and (($a in (e.source_code, e.source_country, e.source_entity, called(e.start, e.source_text))
       and $b in (e.target_code, e.target_country, e.target_entity, called(e.start, e.target_text)))
    or ($b in (e.source_code, e.source_country, e.source_entity, called(e.start, e.source_text))
       and $a in (e.target_code, e.target_country, e.target_entity, called(e.start, e.target_text))))
order by day nulls last, d.published, e.doc_id, e.start, e.content_of <> '', e.event_id;
