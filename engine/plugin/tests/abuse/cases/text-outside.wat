;; The id of the message lies outside the memory.
;; expect: shape
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65568) (i32.const 0xfffffff0)) (call $answer (i32.const 1))))
