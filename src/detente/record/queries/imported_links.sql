-- Which imported event is told by which story.
select story_id, event_id, coded_with
from imported_acts
order by source_country, target_country, date_start, story_id, event_id;
