"""DuckDB over the files of the workload: duck.py FORMAT FOLDER TOWNSHIPS. Prints counts and checksums as JSON.

Each check is one statement, as README.md beside this file says it; the year is 2025 and the day
of the run its last. Text is read into a table once, Parquet is scanned by each check.
"""

import json
import sys

import duckdb

FORMAT, FOLDER, TOWNSHIPS = sys.argv[1:4]
TYPES = """{township_id: 'UINTEGER', date: 'DATE', kind: 'VARCHAR', village_id: 'USMALLINT',
            person_id: 'USMALLINT', status: 'VARCHAR', amount: 'INTEGER', ref: 'UBIGINT'}"""
FILES = f"'{FOLDER}/*.{FORMAT}'"
READ = {
    "parquet": f"read_parquet({FILES})",
    "csv": f"read_csv({FILES}, header = true, columns = {TYPES})",
    "jsonl": f"read_json({FILES}, format = 'newline_delimited', columns = {TYPES})",
}[FORMAT]

YEAR = "date BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'"
# Workdays from Monday 1969-12-29 up to a day.
WORKDAYS = """CREATE MACRO workdays(day) AS
    5 * (date_diff('day', DATE '1969-12-29', day) // 7)
    + least(5, date_diff('day', DATE '1969-12-29', day) % 7 + 1)"""

CHECKS = [
    # Months, then quarters, without a meeting of the kind.
    f"""CREATE TABLE c1 AS
        SELECT t.township_id, m AS subject, 0 AS value FROM town t CROSS JOIN range(1, 13) months(m)
        ANTI JOIN (SELECT DISTINCT township_id, month(date) AS held FROM records
                   WHERE kind = 'council_meeting' AND {YEAR}) held
        ON held.township_id = t.township_id AND held.held = m""",
    f"""CREATE TABLE c2 AS
        SELECT t.township_id, q AS subject, 0 AS value FROM town t CROSS JOIN range(1, 5) quarters(q)
        ANTI JOIN (SELECT DISTINCT township_id, quarter(date) AS held FROM records
                   WHERE kind = 'briefing' AND {YEAR}) held
        ON held.township_id = t.township_id AND held.held = q""",
    f"""CREATE TABLE c3 AS
        SELECT t.township_id, v * 100 + m AS subject, 0 AS value
        FROM town t CROSS JOIN range(0, 12) villages(v) CROSS JOIN range(1, 13) months(m)
        ANTI JOIN (SELECT DISTINCT township_id, village_id, month(date) AS visited FROM records
                   WHERE kind = 'visit' AND {YEAR}) visits
        ON visits.township_id = t.township_id AND village_id = v AND visited = m""",
    f"""CREATE TABLE c4 AS
        SELECT township_id, person_id AS subject, count(*) AS value FROM records
        WHERE kind = 'patrol' AND status = 'absent' AND {YEAR} GROUP BY ALL""",
    # The number of attended shifts so far is the same within a run of absences. Only who was absent
    # three times can have one.
    f"""CREATE TABLE c5 AS
        WITH shifts AS (
            SELECT township_id, person_id, status,
                   count(*) FILTER (status = 'attended') OVER (
                       PARTITION BY township_id, person_id ORDER BY date, ref) AS attended
            FROM records SEMI JOIN (SELECT township_id, subject FROM c4 WHERE value >= 3) often
            ON often.township_id = records.township_id AND subject = person_id
            WHERE kind = 'patrol' AND {YEAR}),
        runs AS (SELECT township_id, person_id, count(*) AS length FROM shifts
                 WHERE status = 'absent' GROUP BY township_id, person_id, attended)
        SELECT township_id, person_id AS subject, max(length) AS value FROM runs
        WHERE length >= 3 GROUP BY ALL""",
    f"""CREATE TABLE c6 AS
        WITH thefts AS (SELECT township_id, village_id, date, ref FROM records
                        WHERE kind = 'incident' AND status IN ('cattle_theft', 'burglary') AND {YEAR}),
        watches AS (SELECT township_id, village_id, date, amount FROM records WHERE kind = 'watch'),
        before AS (
            SELECT thefts.township_id, thefts.village_id, ref, sum(amount) AS scores, count(*) AS n
            FROM thefts JOIN watches
            ON watches.township_id = thefts.township_id AND watches.village_id = thefts.village_id
            AND watches.date >= thefts.date - 56 AND watches.date < thefts.date GROUP BY ALL)
        SELECT township_id, village_id AS subject, count(*) AS value FROM before
        WHERE scores < 60 * n GROUP BY ALL""",
    f"""CREATE TABLE c7 AS
        SELECT township_id, ref AS subject, amount AS value FROM records
        WHERE kind = 'reward' AND {YEAR} AND NOT amount BETWEEN 200 AND 2000""",
    f"""CREATE TABLE c8 AS
        WITH ends AS (
            SELECT task.township_id, task.ref, task.date AS due,
                   coalesce(min(done.date), DATE '2025-12-31') AS over
            FROM (SELECT township_id, ref, date FROM records WHERE kind = 'task' AND {YEAR}) task
            LEFT JOIN (SELECT township_id, ref, date FROM records
                       WHERE kind = 'task_done' AND date <= DATE '2025-12-31') done
            USING (township_id, ref) GROUP BY ALL)
        SELECT township_id, ref AS subject, workdays(over) - workdays(due) AS value FROM ends
        WHERE over > due""",
    """CREATE TABLE c9 AS
        WITH losses AS (
            SELECT township_id, 20 AS lost FROM c1
            UNION ALL SELECT township_id, 30 FROM c2 UNION ALL SELECT township_id, 2 FROM c3
            UNION ALL SELECT township_id, value FROM c4 UNION ALL SELECT township_id, 10 FROM c5
            UNION ALL SELECT township_id, 1000 FROM c6 UNION ALL SELECT township_id, 5 FROM c7
            UNION ALL SELECT township_id, least(10, value) FROM c8),
        scores AS (
            SELECT township_id, greatest(0, 1000 - coalesce(sum(lost), 0))::BIGINT AS score
            FROM town LEFT JOIN losses USING (township_id) GROUP BY ALL)
        SELECT *, rank() OVER (PARTITION BY township_id // 20 ORDER BY score DESC) AS place
        FROM scores""",
]


def main():
    con = duckdb.connect()
    con.execute("SET threads = 2; SET preserve_insertion_order = false")
    how = "VIEW" if FORMAT == "parquet" else "TABLE"
    con.execute(f"CREATE {how} records AS SELECT * FROM {READ}")
    con.execute(f"CREATE TABLE town AS SELECT range::UINTEGER AS township_id FROM range({TOWNSHIPS})")
    con.execute(WORKDAYS)
    for check in CHECKS:
        con.execute(check)
    one = lambda query: int(con.execute(query).fetchone()[0] or 0)
    found = {f"C{n}": one(f"SELECT count(*) FROM c{n}") for n in range(1, 9)}
    found["absences"] = one("SELECT sum(value) FROM c4")
    found["runlen"] = one("SELECT sum(value) FROM c5")
    found["late"] = one("SELECT sum(value) FROM c8")
    found["veto_townships"] = one("SELECT count(DISTINCT township_id) FROM c6")
    found["score_sum"] = one("SELECT sum(score) FROM c9")
    found["score_hash"] = one("SELECT sum(score * (township_id % 1009 + 1)) FROM c9")
    found["rank_sum"] = one("SELECT sum(place) FROM c9")
    with open("/proc/self/status") as status:
        found["peak_kb"] = next(int(l.split()[1]) for l in status if l.startswith("VmHWM:"))
    print(json.dumps(found))


main()
