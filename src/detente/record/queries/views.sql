-- What a reader of the record sees. The tables as they lie on disk are raw_NAME; these views show a row only if its
-- document is there (a batch writes documents last), the latest coding of a document only, in the order of coding.
-- Statements end with a semicolon at the end of a line and are run in this order.

create or replace view codings as
select doc_id, arg_max(coded_with, position) as coded_with, max(position) as position
from raw_documents group by doc_id;

create or replace view documents as
select d.* exclude (position)
from raw_documents d join codings k using (doc_id, coded_with, position)
order by position;

create or replace view sentences as
select c.* from raw_sentences c join codings k using (doc_id, coded_with)
order by k.position, c.start, c.sentence_id;

create or replace view mentions as
select c.* from raw_mentions c join codings k using (doc_id, coded_with)
order by k.position, c.start, c."end", c.mention_id;

create or replace view claims as
select c.* from raw_claims c join codings k using (doc_id, coded_with)
order by k.position, c.content_start, c.content_end, c.claim_id;

-- an act stands before what it speaks of
create or replace view events as
select c.* from raw_events c join codings k using (doc_id, coded_with)
order by k.position, c.start, c.content_of <> '', c.event_id;

create or replace view loaded as
select c.* from raw_loaded c join codings k using (doc_id, coded_with)
order by k.position, c.start, c."end", c.kind;

create or replace view text_clusters as
select c.* from raw_text_clusters c join codings k using (doc_id)
order by k.position;

create or replace view stories as
select * from raw_stories order by date_start, story_id;

create or replace view story_events as
select * from raw_story_events order by story_id, event_id;

-- a run writes a row when it starts and one when it ends; the row `unfinished` is all a killed run leaves
create or replace view runs as
select * from raw_runs
qualify row_number() over (partition by run_id order by outcome = 'unfinished') = 1
order by started, run_id;

create or replace view refusals as
select f.* from raw_refusals f left join runs r using (run_id)
order by r.started, f.run_id, f.uri, f.reason;
