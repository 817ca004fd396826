;; And those of the root of -1, in the shorter type.
;; expect: answered 1: 0 suspect 2143289344
(module (use memory) (use describe) (use start) (use add) (use answer)
  (global $less (mut f32) (f32.const -1))
  (func (export "rule#finish") (result i32)
    (i64.store (i32.const 65560) (i64.extend_i32_u (i32.reinterpret_f32 (f32.sqrt (global.get $less))))) (call $answer (i32.const 1))))
