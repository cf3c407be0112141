-- Claims with the words of source, cue and content. A source is asked for as in events.sql.
with worded as (
  select c.*, d.published, d.publisher, d.title, d.uri,
         substring(d.text, c.cue_start + 1, c.cue_end - c.cue_start) as cue,
         substring(d.text, c.content_start + 1, c.content_end - c.content_start) as content
  from claims c join documents d using (doc_id)
)
select *
from worded
where ($source::varchar is null or $source::varchar in (source_code, left(source_code, 3), source_entity)
       or regexp_matches(source_text, '(?i)\b' || regexp_escape($source::varchar) || '\b'))
  and ($stance::varchar is null or stance = $stance::varchar)
  and ($contains::varchar is null or contains(lower(content), lower($contains::varchar)))
  and ($from::date is null or published >= $from::date)
  and ($to::date is null or published <= $to::date)
  and ($min_confidence::double is null or confidence >= $min_confidence::double)
order by published nulls last, doc_id, content_start, content_end, claim_id
limit $limit;
