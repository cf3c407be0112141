-- How many reports of other data sets tell an act of two actors, whatever its type, by day and publisher; null where a data
-- set does not say which report an event comes from.
with acts as (
  select e.event_id, e.coded_with, e.date_start
  from raw_events e join codings k using (doc_id, coded_with)
  where e.start is null and e.date_start is not null and coded_by(e.coded_with, $coded_with::varchar)
    and may_concern(e.source_country, $a, $b) and may_concern(e.target_country, $a, $b)
    and (($a in (e.source_code, e.source_country, e.source_entity, called(e.start, e.source_text))
        and $b in (e.target_code, e.target_country, e.target_entity, called(e.start, e.target_text)))
      or ($b in (e.source_code, e.source_country, e.source_entity, called(e.start, e.source_text))
        and $a in (e.target_code, e.target_country, e.target_entity, called(e.start, e.target_text))))
)
select a.date_start as day, i.publisher, nullif(count(distinct nullif(i.article, '')), 0) as reports
from acts a join raw_imported i using (event_id, coded_with)
where may_concern(i.source_country, $a, $b) and may_concern(i.target_country, $a, $b)
group by a.date_start, i.publisher
order by day, i.publisher;
