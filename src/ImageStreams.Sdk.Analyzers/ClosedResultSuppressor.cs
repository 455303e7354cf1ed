using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ImageStreams.Analyzers;

/// <summary>Suppresses CS8509 (the switch expression is not exhaustive) where a switch expression over a closed result
/// handles all of its cases.</summary>
/// <remarks>The compiler does not know that a class whose constructors are private has no subclasses other than the nested
/// ones. The warning stays where a case is missing, has a condition, or the type of the value is from elsewhere.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedResultSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Exhaustive = new(
        "ISTSPR001", "CS8509", "All cases of a closed result of ImageStreams.Sdk are handled.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Exhaustive);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (HandlesAllCases(context, diagnostic))
            {
                context.ReportSuppression(Suppression.Create(Exhaustive, diagnostic));
            }
        }
    }

    private static bool HandlesAllCases(SuppressionAnalysisContext context, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree
            || FindSwitch(tree.GetRoot(context.CancellationToken), diagnostic) is not { } expression)
        {
            return false;
        }

        var model = context.GetSemanticModel(tree);
        return model.GetTypeInfo(expression.GoverningExpression, context.CancellationToken).Type is INamedTypeSymbol type
            && ClosedHierarchy.IsClosed(type)
            && new HandledCases(model, expression).Include(type);
    }

    private static SwitchExpressionSyntax? FindSwitch(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<SwitchExpressionSyntax>();
}
