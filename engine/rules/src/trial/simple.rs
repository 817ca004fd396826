//! Which scripts a run by line cannot get wrong: those that add, compare and decide.

use rhai::{AST, ASTNode, Expr, Stmt};

/// Functions and operators that mean the same for a line as for a number, or fail for it.
const KNOWN: &[&str] = &[
    "duty",
    "incidents",
    "param",
    "subject",
    "abs",
    "min",
    "max",
    "contains",
    "len",
    "starts_with",
    "ends_with",
    "is_empty",
    "+",
    "-",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "!",
];

/// Whether a script is of this sort. What is not named here is not, `switch` and lists among it.
pub(super) fn is_simple(ast: &AST) -> bool {
    let own: Vec<&str> = ast.iter_functions().map(|f| f.name).collect();
    let mut simple = true;
    ast.walk(&mut |path| {
        simple &= match path.last() {
            Some(ASTNode::Expr(expression)) => may_stand(expression, &own),
            Some(ASTNode::Stmt(statement)) => may_be_done(statement, &own),
            _ => true,
        };
        simple
    });
    simple
}

fn may_stand(expression: &Expr, own: &[&str]) -> bool {
    match expression {
        Expr::BoolConstant(..)
        | Expr::IntegerConstant(..)
        | Expr::StringConstant(..)
        | Expr::Variable(..)
        | Expr::Property(..)
        | Expr::Stmt(..)
        | Expr::Dot(..)
        | Expr::And(..)
        | Expr::Or(..) => true,
        Expr::FnCall(call, _) | Expr::MethodCall(call, _) => is_known(&call.name, own),
        _ => false,
    }
}

fn may_be_done(statement: &Stmt, own: &[&str]) -> bool {
    match statement {
        Stmt::Noop(..)
        | Stmt::If(..)
        | Stmt::While(..)
        | Stmt::Do(..)
        | Stmt::Var(..)
        | Stmt::Assignment(..)
        | Stmt::Block(..)
        | Stmt::Expr(..)
        | Stmt::BreakLoop(..)
        | Stmt::Return(..) => true,
        Stmt::FnCall(call, _) => is_known(&call.name, own),
        _ => false,
    }
}

fn is_known(name: &str, own: &[&str]) -> bool {
    KNOWN.contains(&name) || own.contains(&name)
}
