-- The stories of imported acts: how many reports tell each, as far as the source tells them apart, and whose.
select a.story_id, any_value(a.type) as type, arg_min(a.source_code, a.event_id) as source_code,
       arg_min(a.target_code, a.event_id) as target_code, min(a.date_start) as date_start, max(a.date_end) as date_end,
       coalesce(arg_min(nullif(a.place, ''), a.event_id), '') as place,
       count(distinct coalesce(nullif(i.article, ''), a.event_id)) as n_documents,
       count(distinct coalesce(nullif(i.article, ''), a.event_id)) as n_text_clusters,
       greatest(count(distinct nullif(i.publisher, '')), 1) as n_publishers,
       min(a.date_start) as first_published, arg_min(a.coded_with, a.event_id) as coded_with
from imported_acts a left join raw_imported i using (event_id, coded_with, doc_id)
group by a.story_id
order by any_value(a.source_country), any_value(a.target_country), min(a.date_start), a.story_id;
