-- Stories: one act of the same parties, however many documents tell it. A party is asked for by code or country.
select s.*
from stories s
where ($source::varchar is null or $source::varchar in (s.source_code, left(s.source_code, 3)))
  and ($target::varchar is null or $target::varchar in (s.target_code, left(s.target_code, 3)))
  and ($type::varchar is null or s.type = upper($type::varchar))
  and ($from::date is null or s.date_end >= $from::date)
  and ($to::date is null or s.date_start <= $to::date)
order by s.date_start nulls last, s.story_id
limit $limit;
