;; The id of the message is longer than the memory.
;; expect: shape
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65572) (i32.const 0x7fffffff)) (call $answer (i32.const 1))))
