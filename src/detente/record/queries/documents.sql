-- Documents without their text, with what was found in each; copies counts the documents that share its words.
with sizes as (select text_cluster, count(*) as copies from text_clusters group by text_cluster),
told as (select doc_id, count(*) as n_events from events group by doc_id),
said as (select doc_id, count(*) as n_claims from claims group by doc_id)
select d.* exclude (text, signature), t.text_cluster, coalesce(z.copies, 1) as copies,
       coalesce(told.n_events, 0) as n_events, coalesce(said.n_claims, 0) as n_claims
from documents d
left join text_clusters t using (doc_id)
left join sizes z using (text_cluster)
left join told using (doc_id)
left join said using (doc_id)
where ($publisher::varchar is null or regexp_matches(d.publisher, '(?i)\b' || regexp_escape($publisher::varchar) || '\b'))
  and ($genre::varchar is null or d.genre = $genre::varchar)
  and ($from::date is null or d.published >= $from::date)
  and ($to::date is null or d.published <= $to::date)
order by d.published nulls last, d.publisher, d.title, d.doc_id
limit $limit;
