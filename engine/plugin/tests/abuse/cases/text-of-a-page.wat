;; An argument that is a text of 60,000 characters.
;; expect: too-long 1 what
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store8 (i32.const 66056) (i32.const 3)) (i32.store (i32.const 66064) (i32.const 70000)) (i32.store (i32.const 66068) (i32.const 60000)) (call $answer (i32.const 1))))
