using ImageStreams.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageStreams.Tests.Architecture;

/// <summary>The core as the compiler understands it: each name bound to the type or member that it means.</summary>
internal sealed class CoreCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Keywords that the syntax treats as names.
    private static readonly string[] ContextualKeywords = ["var", "nameof", "notnull", "unmanaged", "_"];
    private static readonly string Core = Path.Combine(SourceTree.Folder, "ImageStreams.Sdk") + Path.DirectorySeparatorChar;
    private readonly Compilation _compilation;

    private CoreCompilation(Compilation compilation) => _compilation = compilation;

    /// <summary>Binds the sources of the core, with the code that is generated for its records.</summary>
    public static CoreCompilation Create()
    {
        var files = SourceTree.Files.Where(file => file.FilePath.StartsWith(Core, StringComparison.Ordinal)).ToList();
        var options = (CSharpParseOptions)files[0].Options;
        var compilation = CSharpCompilation.Create(
            "ImageStreams.Sdk",
            [.. files, CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new WireGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return new CoreCompilation(complete);
    }

    /// <summary>Finds the names of the sources that mean a type of the core, or a member of one.</summary>
    public IReadOnlyList<RoomUse> FindUses() => [.. Sources().AsParallel().SelectMany(FindUses)];

    /// <summary>Finds the names of the sources that could not be bound, and may hide a use.</summary>
    public IReadOnlyList<string> FindUnboundNames() => [.. Sources().AsParallel().SelectMany(FindUnboundNames)];

    /// <summary>The room that a file of the core belongs to: its top folder.</summary>
    internal static string GetRoom(string file) => file[Core.Length..].Split('/', '\\')[0];

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("ImageStreams.", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path));

    private IEnumerable<SyntaxTree> Sources() =>
        _compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(Core, StringComparison.Ordinal));

    private IEnumerable<RoomUse> FindUses(SyntaxTree file)
    {
        var model = _compilation.GetSemanticModel(file);
        foreach (var name in Names(file))
        {
            if (FindType(Bind(model, name)) is { } type && FindSource(type) is { } source && GetRoom(source) != GetRoom(file.FilePath))
            {
                yield return new RoomUse(GetRoom(file.FilePath), GetRoom(source), type.Name, $"{SourceTree.Describe(name)}: {name}");
            }
        }
    }

    private IEnumerable<string> FindUnboundNames(SyntaxTree file)
    {
        var model = _compilation.GetSemanticModel(file);
        return Names(file)
            .Where(name => name.Parent is not NameEqualsSyntax && !ContextualKeywords.Contains(name.Identifier.Text))
            .Where(name => Bind(model, name) is null)
            .Select(name => $"{SourceTree.Describe(name)}: {name}");
    }

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxTree file) => file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>();

    private static ISymbol? Bind(SemanticModel model, SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol is IAliasSymbol alias ? alias.Target : symbol;
    }

    private static INamedTypeSymbol? FindType(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    // A generated part of a type belongs to no room; its handwritten part does.
    private static string? FindSource(INamedTypeSymbol type) => type.OriginalDefinition.DeclaringSyntaxReferences
        .Select(reference => reference.SyntaxTree.FilePath)
        .FirstOrDefault(path => path.StartsWith(Core, StringComparison.Ordinal));
}
