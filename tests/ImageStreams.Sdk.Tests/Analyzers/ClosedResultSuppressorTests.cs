using ImageStreams.Analyzers;
using ImageStreams.Resolution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ImageStreams.Tests.Analyzers;

/// <summary>U15: a switch over a closed result that handles all cases gave the warning CS8509.</summary>
public sealed class ClosedResultSuppressorTests
{
    private const string Results = """
        using ImageStreams.Controllers;
        using ImageStreams.Lifecycle;
        using ImageStreams.Triggers;
        """;

    [Theory]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired => 1, BuildTriggerResult.NoBuild => 2 };")]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired or (BuildTriggerResult.NoBuild) => 1 };")]
    [InlineData("""
        static object F(BuildTriggerResult r) => r switch
        {
            BuildTriggerResult.BuildRequired { Request: var request } => request,
            BuildTriggerResult.NoBuild none => none,
        };
        """)]
    [InlineData("""
        static int F(BuildTriggerResult r) => r switch
        {
            BuildTriggerResult.BuildRequired { Request: var _ } => 1,
            BuildTriggerResult.NoBuild { } => 2,
        };
        """)]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired { Request: _ } => 1, BuildTriggerResult.NoBuild => 2 };")]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired { } => 1, BuildTriggerResult.NoBuild { } => 2 };")]
    public async Task SwitchThatHandlesAllCases_GivesNoWarning(string member) => Assert.Empty(await FindWarningsAsync(member));

    [Theory]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired => 1 };")]
    [InlineData("static int F(BuildTriggerResult r) => r switch { BuildTriggerResult.BuildRequired => 1, BuildTriggerResult.NoBuild when r is null => 2 };")]
    [InlineData("""
        static int F(BuildTriggerResult r) => r switch
        {
            BuildTriggerResult.BuildRequired { Request: { } } => 1,
            BuildTriggerResult.NoBuild => 2,
        };
        """)]
    [InlineData("""
        static int F(BuildTriggerResult r) => r switch
        {
            BuildTriggerResult.BuildRequired { Request.TriggeredByImage: var part } => 1,
            BuildTriggerResult.NoBuild => 2,
        };
        """)]
    [InlineData("""
        static void Deconstruct(this ImageStreams.Builds.BuildRequest r, out object a, out object b) => (a, b) = (r, r);
        static int F(BuildTriggerResult r) => r switch
        {
            BuildTriggerResult.BuildRequired { Request: var (a, b) } => 1,
            BuildTriggerResult.NoBuild => 2,
        };
        """)]
    [InlineData("static int F(System.Exception r) => r switch { System.ArgumentException => 1 };")]
    [InlineData("""
        abstract class Open { private Open() { } public sealed class Case : Open; }
        static int F(Open r) => r switch { Open.Case => 1 };
        """)]
    public async Task SwitchThatMissesAValue_KeepsTheWarning(string member) =>
        Assert.Equal(["CS8509"], await FindWarningsAsync(member));

    [Fact]
    public void EachClosedResultOfTheLibrary_IsRecognized()
    {
        var compilation = Compile("");
        var library = compilation.References
            .Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Single(assembly => assembly.Name == "ImageStreams.Sdk");
        string[] results =
        [
            "Resolution.TagResolution", "Resolution.StreamImageResult", "Resolution.PullSpecResolution", "Resolution.ImageNameResolution",
            "Lifecycle.StreamChangeResult", "Lifecycle.StreamLookupResult", "Importing.TagImportResult", "Triggers.BuildTriggerResult",
            "Controllers.TriggerTargetResult", "Controllers.TriggerCause", "Validation.RegistryAdmissionResult",
        ];

        Assert.All(results, result => Assert.True(
            library.GetTypeByMetadataName($"ImageStreams.{result}") is { } type && ClosedHierarchy.IsClosed(type), result));
    }

    private static async Task<IEnumerable<string>> FindWarningsAsync(string member)
    {
        var compilation = Compile($"{Results}\npublic static class Use {{ {member} }}")
            .WithAnalyzers([new ClosedResultSuppressor()]);
        var all = await compilation.GetAllDiagnosticsAsync();
        Assert.DoesNotContain(all, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return all.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.Id);
    }

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Use",
        [CSharpSyntaxTree.ParseText(source)],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, reportSuppressedDiagnostics: true));

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name == $"{typeof(TagResolution).Assembly.GetName().Name}.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
