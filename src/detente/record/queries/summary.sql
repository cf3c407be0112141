-- A record in one row.
select (select count(*) from documents) as documents,
       (select min(published) from documents) as first_published,
       (select max(published) from documents) as last_published,
       (select count(*) from sentences) as sentences,
       (select count(*) from claims) as claims,
       (select count(*) from events) as events,
       (select count(*) from stories) as stories;
