-- Drawn sentences in the order of judging, with what a reviewer needs to read them, and what the coder found in each.
with drawn as (select * from draws where sample_id = $sample_id),
read as (
  select d.* from raw_documents d semi join drawn using (doc_id, coded_with)
  qualify row_number() over (partition by d.doc_id, d.coded_with order by d.position desc) = 1
),
lines as (
  select s.*, lag(s.start) over before as previous_start, lag(s."end") over before as previous_end
  from raw_sentences s semi join drawn using (doc_id, coded_with)
  window before as (partition by s.doc_id, s.coded_with order by s.start, s.sentence_id)
),
found as (
  select doc_id, coded_with, sentence_id,
         string_agg(concat_ws(' ', source_code, type, target_code, status), '; ' order by start, event_id) as coded
  from raw_events where content_of = '' group by all
)
select w.draw_id, w.sentence_id, w.stratum, w.probability, d.title, d.publisher, d.published,
       coalesce(substring(d.text, l.previous_start + 1, l.previous_end - l.previous_start), '') as previous,
       substring(d.text, l.start + 1, l."end" - l.start) as sentence, coalesce(f.coded, '') as coded
from drawn w
join read d using (doc_id, coded_with)
join lines l using (doc_id, coded_with, sentence_id)
left join found f using (doc_id, coded_with, sentence_id)
order by w.turn;
