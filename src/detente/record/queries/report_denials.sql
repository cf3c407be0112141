-- What one of two actors denies or doubts, in its words.
select c.*, d.published, d.publisher, d.title,
       substring(d.text, c.content_start + 1, c.content_end - c.content_start) as content,
       substring(d.text, c.cue_start + 1, c.cue_end - c.cue_start) as cue
from claims c join documents d using (doc_id)
where c.stance in ('denies', 'doubts')
  and (left(c.source_code, 3) in (left($a, 3), left($b, 3)) or c.source_entity in ($a, $b))
order by d.published nulls last, d.doc_id, c.content_start, c.claim_id;
