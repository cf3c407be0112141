-- How many reports of each day name both actors: the coverage of the pair.
select d.published as day, count(*) as reports
from documents d
where d.genre <> 'opinion' and d.published is not null
  and exists (select 1 from mentions m where m.doc_id = d.doc_id and m.kind = 'actor' and $a in (m.code, m.country, m.entity))
  and exists (select 1 from mentions m where m.doc_id = d.doc_id and m.kind = 'actor' and $b in (m.code, m.country, m.entity))
group by day
order by day;
