-- The documents that name both of two actors.
select doc_id
from mentions
where kind = 'actor' and ($a in (code, country, entity) or $b in (code, country, entity))
group by doc_id
having bool_or($a in (code, country, entity)) and bool_or($b in (code, country, entity))
order by doc_id;
