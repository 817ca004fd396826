;; Makes a table of two hundred thousand entries.
;; expect: memory
(module (use memory) (use describe) (use start) (use add) (use answer)
  (table $t 1 funcref)
  (func (export "rule#finish") (result i32)
    (if (i32.eq (i32.const -1) (table.grow $t (ref.null func) (i32.const 200000))) (then (unreachable))) (call $answer (i32.const 1))))
