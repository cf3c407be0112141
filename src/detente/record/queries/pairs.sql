-- Who acts on whom most: counted acts between two countries, by the large kind of act (quad).
select source_country as source, target_country as target, count(*) as events,
       count(*) filter (where quad = 1) as friendly_words, count(*) filter (where quad = 2) as friendly_deeds,
       count(*) filter (where quad = 3) as hostile_words, count(*) filter (where quad = 4) as hostile_deeds
from events
where status in ('happened', 'ongoing') and content_of = ''
  and source_country <> '' and target_country <> '' and source_country <> target_country
group by all
order by events desc, source, target
limit $limit;
