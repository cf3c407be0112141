-- Events with the sentence that tells them. A party is asked for by code (USAGOV), country (USA), entity, or a word of
-- its name as printed (Putin); an act without a date matches no period. The rows are chosen before texts are read.
with chosen as (
  select e.*, d.published, d.publisher, d.title, d.uri
  from events e join documents d using (doc_id)
  where ($source::varchar is null or $source::varchar in (e.source_code, e.source_country, e.source_entity)
         or regexp_matches(e.source_text, '(?i)\b' || regexp_escape($source::varchar) || '\b'))
    and ($target::varchar is null or $target::varchar in (e.target_code, e.target_country, e.target_entity)
         or regexp_matches(e.target_text, '(?i)\b' || regexp_escape($target::varchar) || '\b'))
    and ($type::varchar is null or e.type = upper($type::varchar))
    and ($status::varchar is null or e.status = $status::varchar)
    and ($from::date is null or e.date_end >= $from::date)
    and ($to::date is null or e.date_start <= $to::date)
    and ($voice::varchar is null or e.voice = $voice::varchar)
    and ($min_confidence::double is null or e.confidence >= $min_confidence::double)
  order by e.date_start nulls last, e.date_end, published nulls last, e.doc_id, e.start, e.content_of <> '', e.event_id
  limit $limit
)
select c.*, substring(d.text, s.start + 1, s."end" - s.start) as sentence
from chosen c
join documents d using (doc_id)
left join sentences s using (doc_id, sentence_id)
order by c.date_start nulls last, c.date_end, c.published nulls last, c.doc_id, c.start, c.content_of <> '', c.event_id;
