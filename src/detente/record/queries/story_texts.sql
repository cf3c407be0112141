-- Signatures of the documents, latest coding of each, in no order: sorting would hold all of them at once.
select d.doc_id, d.coded_with, d.published, d.signature
from raw_documents d join codings k using (doc_id, coded_with, position);
