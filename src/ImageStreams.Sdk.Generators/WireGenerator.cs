using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageStreams.Generators;

/// <summary>Generates the code that reads and writes the JSON of each record with a <c>[WireObject]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class WireGenerator : IIncrementalGenerator
{
    private const string Marker = "ImageStreams.Serialization.WireObjectAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider.ForAttributeWithMetadataName(
            Marker,
            static (node, _) => node is RecordDeclarationSyntax,
            static (match, _) => WireRecord.From((INamedTypeSymbol)match.TargetSymbol, match.Attributes[0]));

        context.RegisterSourceOutput(records, static (output, record) =>
            output.AddSource($"{record.HintName}.Wire.g.cs", WireSource.For(record)));

        var documented = records.Where(static record => record.Definition is not null);
        context.RegisterSourceOutput(documented, static (output, record) =>
            output.AddSource($"{record.HintName}.Schema.g.cs", SchemaSource.For(record)));
        context.RegisterSourceOutput(documented.Where(static record => record.HasKind).Collect(), static (output, kinds) =>
            output.AddSource("ObjectSchemas.g.cs", SchemaSource.ForAll(kinds)));
    }
}
