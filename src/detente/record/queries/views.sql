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

create or replace view imported as
select c.* from raw_imported c join codings k using (doc_id, coded_with)
order by k.position, c.line, c.event_id;

-- Imported acts with the story each belongs to. They have no words to compare, so the field's one-a-day rule decides: the
-- same act of the same parties on one day is one story. Acts without a type (CAMEO 01 and 02) belong to none.
-- story_key tells stories apart within a query, and is quicker to count than the id.
create or replace view imported_acts as
select left(md5(concat_ws(chr(31), date_start, act, first_party, second_party)), 20) as story_id,
       hash(date_start, act, first_party, second_party) as story_key, * exclude (act, one, other, first_party, second_party)
from (
  select *, if(reciprocal, least(one, other), one) as first_party, if(reciprocal, greatest(one, other), other) as second_party
  from (
    select e.*, if(e.cameo = '', e.type, e.cameo) as act, if(e.source_code = '', e.source_text, e.source_code) as one,
           if(e.target_code = '', e.target_text, e.target_code) as other
    from raw_events e join codings k using (doc_id, coded_with) where e.start is null and e.type <> ''
  )
);

create or replace view text_clusters as
select c.* from raw_text_clusters c join codings k using (doc_id)
order by k.position;

create or replace view stories as
select * from raw_stories order by date_start, story_id;

create or replace view story_events as
select * from raw_story_events order by story_id, event_id;

create or replace view measures as
select * from raw_measures order by "from", measure_id;

create or replace view samples as
select * from raw_samples order by drawn_at, sample_id;

create or replace view draws as
select * from raw_draws order by sample_id, turn;

-- a sentence that was judged again by the same reviewer: the later judgement holds, the earlier stays in raw_reviews
create or replace view reviews as
select * from raw_reviews
qualify judged_at = max(judged_at) over (partition by sentence_id, reviewer)
order by sentence_id, reviewer, number;

-- the figures of a pair that were made last; earlier ones stay in raw_corrections
create or replace view corrections as
select * from raw_corrections
qualify "when" = max("when") over (partition by "table", row_id)
order by "table", row_id, "column";

create or replace view second_coder as
select c.* from raw_second_coder c join codings k using (doc_id, coded_with)
order by k.position, c.event_id, c.model, c.server;

-- Every event with the story it belongs to, coded and imported ones. For questions that pick few of very many events:
-- the other views put rows in order first.
create or replace view told as
select s.story_id, e.*
from raw_events e join codings k using (doc_id, coded_with) join raw_story_events s using (event_id)
where e.start is not null
union all by name
select * exclude (story_key) from imported_acts;

-- Whether an event with this country can be one between two actors, as far as their codes tell (USA, RUSMIL, USA:GOV).
-- It looks at one column alone, so that files sorted by it are read in part.
create or replace macro may_concern(country, a, b) as
  country = '' or not regexp_full_match(concat(a, '-', b), '[A-Z]{3}(:?[A-Z]{3})?-[A-Z]{3}(:?[A-Z]{3})?')
  or country between least(left(a, 3), left(b, 3)) and greatest(left(a, 3), left(b, 3));

-- What another data set calls an actor: its events have no entities of ours, but the names of groups and people.
create or replace macro called(start, text) as if(start is null, text, '');

-- Whether a coding is one that was asked for; null asks for all.
create or replace macro coded_by(stamp, asked) as asked is null or starts_with(lower(stamp), lower(asked));

-- a run writes a row when it starts and one when it ends; the row `unfinished` is all a killed run leaves
create or replace view runs as
select * from raw_runs
qualify row_number() over (partition by run_id order by outcome = 'unfinished') = 1
order by started, run_id;

create or replace view refusals as
select f.* from raw_refusals f left join runs r using (run_id)
order by r.started, f.run_id, f.uri, f.reason;
