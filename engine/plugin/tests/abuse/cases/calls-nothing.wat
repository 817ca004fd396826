;; Calls an entry that is empty.
;; expect: call
(module (use memory) (use describe) (use start) (use add) (use answer)
  (table 1 funcref)
  (func (export "rule#finish") (result i32)
    (call_indirect (result i32) (i32.const 0))))
