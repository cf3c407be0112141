-- Measures between two actors, with the sentences that open and close them; with a day, those in force on it.
with told as (
  select e.event_id, d.publisher,
         substring(d.text, s.start + 1, s."end" - s.start) as sentence
  from events e join documents d using (doc_id) left join sentences s using (doc_id, sentence_id)
  where e.event_id in (select opened_by[1] from measures union all select closed_by[1] from measures)
)
select m.measure_id, m.kind, m.source_code, m.target_code, m."from", m."to", len(m.opened_by) as stories,
       coalesce(o.sentence, '') as opening, coalesce(o.publisher, '') as opening_publisher,
       coalesce(c.sentence, '') as closing, coalesce(c.publisher, '') as closing_publisher,
       m.opened_by, m.eased_by, m.closed_by, m.coded_with
from measures m
left join told o on o.event_id = m.opened_by[1]
left join told c on c.event_id = m.closed_by[1]
where (($a in (m.source_code, m.source_entity) and $b in (m.target_code, m.target_entity))
    or ($b in (m.source_code, m.source_entity) and $a in (m.target_code, m.target_entity)))
  and coded_by(m.coded_with, $coded_with::varchar)
  and ($on is null or (m."from" <= $on and (m."to" is null or m."to" > $on)))
order by m."to" is not null, m."from", m.measure_id;
