-- For each of these stories the surest report: its event, sentence, publisher and day.
select l.story_id, e.*, d.published, d.publisher, d.title, d.genre, coalesce(e.date_start, d.published) as day,
       s.start as sentence_start, substring(d.text, s.start + 1, s."end" - s.start) as sentence,
       t.n_documents, t.n_publishers
from story_events l
join events e using (event_id)
join documents d using (doc_id)
left join sentences s using (doc_id, sentence_id)
left join stories t using (story_id)
where l.story_id in (select unnest($stories))
qualify row_number() over (
  partition by l.story_id order by d.genre = 'opinion', e.confidence desc, d.published, e.event_id
) = 1
order by day, l.story_id;
