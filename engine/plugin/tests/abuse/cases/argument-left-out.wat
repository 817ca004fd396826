;; The message asks for an argument, and there is none.
;; expect: no-argument 1 what
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65580) (i32.const 0)) (call $answer (i32.const 1))))
