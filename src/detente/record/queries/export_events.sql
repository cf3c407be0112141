-- Events with their document and, where they were imported, what the other data set said of them.
select e.*, d.title, d.publisher, d.published, d.uri, d.genre, i.origin, i.row_id, i.mirror_id, i.article,
       i.publisher as outlet, i.given_act, i.given_source, i.given_target, i.n_events, i.mentions, i.sources,
       i.articles, i.tone, i.intensity, i.added, i.row
from raw_events e
join codings k using (doc_id, coded_with)
join documents d using (doc_id)
left join raw_imported i using (event_id, doc_id, coded_with)
where not $counted::boolean or (e.content_of = '' and e.status in (select unnest($statuses)))
order by e.date_start nulls last, e.doc_id, e.start, e.content_of <> '', e.event_id;
