-- Types of coded events with their quads, 0 where a type has none.
select type, coalesce(max(quad), 0) as quad
from raw_events
where start is not null and type <> ''
group by type
order by type;
