-- What this second coder answered about the acts as they are coded now.
select a.first_type, a.type, a.refused, a.tokens_in, a.tokens_out
from second_coder a
where a.model = $model and a.server = $server
order by a.doc_id, a.event_id;
