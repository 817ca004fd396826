//! How much work it is to compile a component, told before any of it is done.
//!
//! A compiler of good code is slow where a function turns often: for each turn it looks at the
//! turns before. A file of some hundred bytes can ask for hours of it, and nothing can break it off.
//! So the work is counted first, by what was measured for code made to be slow; code that a compiler
//! wrote takes a part of it.

use std::ops::Range;

use wasmparser::{
    BinaryReaderError, BlockType, ComponentInstance, ComponentInstanceSectionReader,
    CompositeInnerType, FunctionBody, Operator, Parser, Payload, TypeSectionReader,
};

use crate::limits::{COMPONENT_DEPTH, COMPONENTS, FUNCTION, LOOPS, VALUES, WORK};

/// What a component is made of is too much to compile.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excess;

/// Whether a component can be compiled within the limits.
///
/// # Errors
/// That it cannot be read; the engine will say the same, and why.
pub(crate) fn survey(bytes: &[u8]) -> Result<Result<(), Excess>, BinaryReaderError> {
    let mut survey = Survey::default();
    for payload in Parser::new(0).parse_all(bytes) {
        survey.payload(payload?)?;
        if survey.excess || survey.work > WORK {
            return Ok(Err(Excess));
        }
    }
    Ok(Ok(()))
}

/// Nanoseconds for a module, for a function, for a byte of either, and for a byte outside of modules.
const MODULE: u64 = 1_000_000;
const EACH: u64 = 100_000;
const BYTE: u64 = 1_500;
const OUTSIDE: u64 = 1_000;
/// For two turns of the same function.
const PAIR: u64 = 40;
/// For a turn and a local variable of the same function.
const VARIABLE: u64 = 1_000;
/// Turns for each value that a block takes or gives.
const PASSED: u64 = 8;

#[derive(Default)]
struct Survey {
    work: u64,
    excess: bool,
    /// Components and modules around the place that is read.
    depth: usize,
    /// How often components are made instances. Each may again hold others, so that few bytes can
    /// ask for very many.
    components: usize,
    /// How many values each function type of the module takes and gives.
    types: Vec<u64>,
}

impl Survey {
    fn payload(&mut self, payload: Payload<'_>) -> Result<(), BinaryReaderError> {
        match payload {
            Payload::ModuleSection { .. } => {
                self.types.clear();
                self.work += MODULE;
                self.enter();
            }
            Payload::ComponentSection { .. } => self.enter(),
            Payload::End(_) => self.depth = self.depth.saturating_sub(1),
            Payload::TypeSection(types) => self.types(types)?,
            Payload::CodeSectionEntry(body) => self.function(&body)?,
            Payload::ComponentInstanceSection(made) => self.instances(made)?,
            Payload::ComponentTypeSection(section) => self.outside(section.range()),
            Payload::CoreTypeSection(section) => self.outside(section.range()),
            Payload::ComponentAliasSection(section) => self.outside(section.range()),
            Payload::ComponentCanonicalSection(section) => self.outside(section.range()),
            Payload::ComponentImportSection(section) => self.outside(section.range()),
            Payload::ComponentExportSection(section) => self.outside(section.range()),
            Payload::InstanceSection(section) => self.outside(section.range()),
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self) {
        self.depth += 1;
        self.excess |= self.depth > COMPONENT_DEPTH;
    }

    fn outside(&mut self, range: Range<usize>) {
        self.work += whole(range.len()) * OUTSIDE;
    }

    fn instances(
        &mut self,
        made: ComponentInstanceSectionReader<'_>,
    ) -> Result<(), BinaryReaderError> {
        self.outside(made.range());
        for instance in made {
            if matches!(instance?, ComponentInstance::Instantiate { .. }) {
                self.components += 1;
            }
        }
        self.excess |= self.components > COMPONENTS;
        Ok(())
    }

    fn types(&mut self, types: TypeSectionReader<'_>) -> Result<(), BinaryReaderError> {
        for group in types {
            for of in group?.into_types() {
                let values = match &of.composite_type.inner {
                    CompositeInnerType::Func(of) => of.params().len() + of.results().len(),
                    _ => 0,
                };
                self.excess |= values > VALUES;
                self.types.push(whole(values));
            }
        }
        Ok(())
    }

    fn function(&mut self, body: &FunctionBody<'_>) -> Result<(), BinaryReaderError> {
        self.excess |= body.range().len() > FUNCTION;
        let mut locals = whole(VALUES);
        for local in body.get_locals_reader()? {
            locals += u64::from(local?.0);
        }
        let mut turns = 0;
        // For each block that is open, whether it is a loop.
        let mut open: Vec<bool> = Vec::new();
        let mut loops = 0;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            match &operator {
                Operator::Block { .. } | Operator::If { .. } => open.push(false),
                Operator::Loop { .. } => {
                    open.push(true);
                    loops += 1;
                    self.excess |= loops > LOOPS;
                }
                Operator::End if open.pop() == Some(true) => loops -= 1,
                _ => {}
            }
            turns += self.turns(&operator);
        }
        let paired = turns.saturating_mul(turns).saturating_mul(PAIR);
        let varied = turns.saturating_mul(locals).saturating_mul(VARIABLE);
        let plain = EACH + whole(body.range().len()) * BYTE;
        let work = plain.saturating_add(paired).saturating_add(varied);
        self.work = self.work.saturating_add(work);
        Ok(())
    }

    /// How many turns the compiler makes of an instruction.
    fn turns(&self, operator: &Operator<'_>) -> u64 {
        match operator {
            Operator::Block { blockty } | Operator::If { blockty } => 1 + self.passed(*blockty),
            Operator::Loop { blockty } => 3 + self.passed(*blockty),
            Operator::Else | Operator::BrIf { .. } => 1,
            Operator::BrTable { targets } => 1 + u64::from(targets.len()) / 8,
            Operator::CallIndirect { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::MemoryGrow { .. }
            | Operator::MemoryCopy { .. }
            | Operator::MemoryFill { .. }
            | Operator::MemoryInit { .. }
            | Operator::TableGet { .. }
            | Operator::TableSet { .. }
            | Operator::TableGrow { .. }
            | Operator::TableCopy { .. }
            | Operator::TableFill { .. }
            | Operator::TableInit { .. } => 2,
            _ => 0,
        }
    }

    fn passed(&self, block: BlockType) -> u64 {
        match block {
            BlockType::Empty | BlockType::Type(_) => 0,
            BlockType::FuncType(index) => {
                self.types.get(index as usize).copied().unwrap_or(0) * PASSED
            }
        }
    }
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
