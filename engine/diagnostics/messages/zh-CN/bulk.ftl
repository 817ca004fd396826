# Evidence of many townships from bulk files: Parquet, CSV, JSONL with a column for the township.
