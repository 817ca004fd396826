;; An argument that the message does not ask for.
;; expect: argument 1 that
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65796) (i32.const 0x74616874)) (call $answer (i32.const 1))))
