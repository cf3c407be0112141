-- What a record says, as one number: the same documents coded by the same programs, linked to as many stories, with the
-- same judgements, give the same. The order of runs and the machine do not matter.
with parts as (
  select 1 as part, md5_number_lower(concat_ws(chr(31), doc_id, coded_with)) as number from codings
  union all
  select 2, md5_number_lower(concat_ws(chr(31), sentence_id, reviewer, number, type, source_code, target_code, status, mutual))
  from reviews
),
sums as (
  select part, count(*) as rows, bit_xor(number) as mark from parts group by part
)
select left(md5(concat_ws(chr(30),
         (select string_agg(concat_ws(' ', part, rows, mark), ' ' order by part) from sums),
         (select count(*) from raw_stories), (select count(*) from raw_story_events))), 12) as version,
       (select count(*) from codings) as documents,
       (select count(*) from raw_events join codings using (doc_id, coded_with)) as events,
       (select count(*) from raw_stories) as stories,
       (select min(published) from raw_documents) as first_published,
       (select max(published) from raw_documents) as last_published,
       (select list(distinct coded_with order by coded_with) from codings) as coded_with;
