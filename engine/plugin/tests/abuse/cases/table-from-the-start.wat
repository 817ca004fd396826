;; Wants a table of a million entries before anything runs.
;; expect: refused when loaded: describing memory
(module (use memory) (use describe) (use start) (use add) (use answer) (use finish)
  (table 1000000 funcref))
