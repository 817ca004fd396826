;; Calls an entry that its table has not.
;; expect: outside
(module (use memory) (use describe) (use start) (use add) (use answer)
  (table 1 funcref)
  (func (export "rule#finish") (result i32)
    (call_indirect (result i32) (i32.const 99))))
