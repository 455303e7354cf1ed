using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageStreams.Analyzers;

/// <summary>The types that the arms of a switch expression handle without a condition.</summary>
internal sealed class HandledCases
{
    private readonly SemanticModel _model;
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    public HandledCases(SemanticModel model, SwitchExpressionSyntax expression)
    {
        _model = model;
        foreach (var arm in expression.Arms.Where(static arm => arm.WhenClause is null))
        {
            Add(arm.Pattern);
        }
    }

    /// <summary>Returns whether a type, or each of its cases, is handled.</summary>
    public bool Include(INamedTypeSymbol type)
    {
        var open = new Stack<INamedTypeSymbol>();
        open.Push(type);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!_types.Contains(next) && !TryExpand(next, open))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Replaces an abstract type by its cases; false if there are none.</summary>
    private static bool TryExpand(INamedTypeSymbol type, Stack<INamedTypeSymbol> open)
    {
        if (!type.IsAbstract)
        {
            return false;
        }

        var count = open.Count;
        foreach (var nested in ClosedHierarchy.GetCases(type))
        {
            open.Push(nested);
        }

        return open.Count > count;
    }

    private void Add(PatternSyntax pattern)
    {
        var open = new Stack<PatternSyntax>();
        open.Push(pattern);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case ParenthesizedPatternSyntax inner:
                    open.Push(inner.Pattern);
                    break;
                case BinaryPatternSyntax either when either.IsKind(SyntaxKind.OrPattern):
                    open.Push(either.Left);
                    open.Push(either.Right);
                    break;
                case TypePatternSyntax named:
                    AddType(named.Type);
                    break;
                case ConstantPatternSyntax named:   // a name alone is parsed as a constant
                    AddType(named.Expression);
                    break;
                case DeclarationPatternSyntax declaration:
                    AddType(declaration.Type);
                    break;
                case RecursivePatternSyntax { Type: { } type } recursive when HasNoCondition(recursive):
                    AddType(type);
                    break;
            }
        }
    }

    /// <summary>A recursive pattern that only takes values out, such as <c>Resolved { Image: var image }</c>.</summary>
    private static bool HasNoCondition(RecursivePatternSyntax pattern) =>
        pattern.PositionalPatternClause is null
        && (pattern.PropertyPatternClause?.Subpatterns.All(HasNoCondition) ?? true);

    /// <summary>
    /// A property alone, taken whole: a path such as <c>Origin.Name</c> requires an origin, and <c>var (a, b)</c> a value.
    /// </summary>
    private static bool HasNoCondition(SubpatternSyntax part) => part.NameColon is not null
        && part.Pattern is DiscardPatternSyntax
            or VarPatternSyntax { Designation: SingleVariableDesignationSyntax or DiscardDesignationSyntax };

    private void AddType(ExpressionSyntax name)
    {
        if (_model.GetSymbolInfo(name).Symbol is ITypeSymbol type)
        {
            _types.Add(type);
        }
    }
}
