-- The documents that tell an event between two actors, and the copies among them.
select d.doc_id, d.title, d.publisher, d.author, d.published, d.published_from, d.genre, d.genre_p, d.uri,
       t.text_cluster, count(*) over (partition by t.text_cluster) as copies
from documents d left join text_clusters t using (doc_id)
where exists (
  select 1 from events e
  where e.doc_id = d.doc_id
    and (($a in (e.source_code, e.source_country, e.source_entity) and $b in (e.target_code, e.target_country, e.target_entity))
      or ($b in (e.source_code, e.source_country, e.source_entity) and $a in (e.target_code, e.target_country, e.target_entity)))
)
order by d.published nulls last, t.text_cluster, d.doc_id;
