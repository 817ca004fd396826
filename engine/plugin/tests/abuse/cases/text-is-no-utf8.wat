;; The id of the message is no UTF-8.
;; expect: text
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store8 (i32.const 65792) (i32.const 0xff)) (call $answer (i32.const 1))))
