;; A record that the ledger has not.
;; expect: record 1 100
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 66304) (i32.const 99)) (call $answer (i32.const 1))))
