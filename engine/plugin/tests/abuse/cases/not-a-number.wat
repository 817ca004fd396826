;; The bits of 0/0 are the same on every machine.
;; expect: answered 1: 0 suspect 9221120237041090560
(module (use memory) (use describe) (use start) (use add) (use answer)
  (global $zero (mut f64) (f64.const 0))
  (func (export "rule#finish") (result i32)
    (i64.store (i32.const 65560) (i64.reinterpret_f64 (f64.div (global.get $zero) (global.get $zero)))) (call $answer (i32.const 1))))
