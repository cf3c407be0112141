-- How many reports name both actors, by day and publisher: the coverage of the pair.
with pair as (
  select doc_id, coded_with
  from raw_mentions
  where kind = 'actor' and ($a in (code, country, entity) or $b in (code, country, entity))
  group by doc_id, coded_with
  having bool_or($a in (code, country, entity)) and bool_or($b in (code, country, entity))
)
select d.published as day, d.publisher, count(*) as reports
from raw_documents d join codings k using (doc_id, coded_with, position) join pair using (doc_id, coded_with)
where d.genre <> 'opinion' and d.published is not null and coded_by(coded_with, $coded_with::varchar)
group by d.published, d.publisher
order by day, d.publisher;
