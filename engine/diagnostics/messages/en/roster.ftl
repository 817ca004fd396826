# Planning rosters: luoshi roster.
