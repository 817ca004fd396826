;; More findings than the memory can hold.
;; expect: shape
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (call $answer (i32.const 0x10000000))))
