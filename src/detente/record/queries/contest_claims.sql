-- Claims by their ids, with their words and where they stand.
select c.claim_id, d.published, d.publisher, c.source_text, c.source_code, c.source_entity, c.stance,
       substring(d.text, c.content_start + 1, c.content_end - c.content_start) as content, d.title, c.doc_id
from claims c join documents d using (doc_id)
where c.claim_id in (select unnest($ids));
