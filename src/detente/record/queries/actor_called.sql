-- The name another data set gives an actor, as it is written there; capitals do not matter.
select distinct name
from (
  select source_text as name from raw_events where start is null and lower(source_text) = lower($given)
  union all
  select target_text from raw_events where start is null and lower(target_text) = lower($given)
)
order by name
limit 1;
