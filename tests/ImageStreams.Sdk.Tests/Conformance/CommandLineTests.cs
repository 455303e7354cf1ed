using System.IO.Compression;
using ImageStreams.Conformance;

namespace ImageStreams.Tests.Conformance;

/// <summary>The program's lines and exit codes, over folders made for the test.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Right = """
        {"id":"prioritize-1","suite":"prioritize","op":"prioritizeTags","input":{"tags":["1.0","latest"]},"output":{"tags":["latest","1.0"],"ties":false}}
        """;

    private const string Wrong = """
        {"id":"prioritize-2","suite":"prioritize","op":"prioritizeTags","input":{"tags":["1.0"]},"output":{"tags":["2.0"],"ties":false}}
        """;

    private const string Panic = """
        {"id":"prioritize-3","suite":"prioritize","op":"prioritizeTags","input":{},"output":{"error":{"kind":"panic"}}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_AllPass_CountsAndExitsWith0()
    {
        Write("prioritize.jsonl", Right, "", Panic);
        AssertRun(0, ["prioritize: 1 passed, 0 failed, 1 skipped", "1 passed, 0 failed, 1 skipped"]);
    }

    [Fact]
    public void Run_OneFails_ExitsWith1()
    {
        Write("prioritize.jsonl", Wrong, Right);
        AssertRun(1, ["prioritize: 1 passed, 1 failed, 0 skipped", "1 passed, 1 failed, 0 skipped"]);
    }

    [Fact]
    public void Run_UnknownSuite_SkipsItsCases()
    {
        Write("future.jsonl", Wrong.Replace("prioritize", "future", StringComparison.Ordinal));
        Write("prioritize.jsonl", Right);
        AssertRun(0, ["future: not built", "prioritize: 1 passed, 0 failed, 0 skipped", "1 passed, 0 failed, 1 skipped"]);
    }

    [Fact]
    public void Run_CompressedFile_IsRead()
    {
        using (var gzip = new GZipStream(File.Create(At("prioritize.jsonl.gz")), CompressionLevel.Fastest))
        using (var writer = new StreamWriter(gzip))
        {
            writer.WriteLine(Right);
        }

        AssertRun(0, ["prioritize: 1 passed, 0 failed, 0 skipped", "1 passed, 0 failed, 0 skipped"]);
    }

    [Fact]
    public void Run_OneSuite_SkipsTheOthers()
    {
        Write("future.jsonl", Wrong);
        Write("prioritize.jsonl", Right);
        Write("readme.txt", "no cases");

        AssertRun(0, ["prioritize: 1 passed, 0 failed, 0 skipped", "1 passed, 0 failed, 0 skipped"], "--suite", "prioritize");
    }

    [Fact]
    public void Run_Show_WritesTheFirstDifferences()
    {
        Write("prioritize.jsonl", Wrong, Wrong, Wrong);

        var (_, output, _) = Run("--show", "1");

        Assert.Equal(
            [
                "prioritize: 0 passed, 3 failed, 0 skipped",
                "  prioritize-2 prioritizeTags",
                """    input    {"tags":["1.0"]}""",
                """    expected {"tags":["2.0"],"ties":false}""",
                """    got      {"tags":["1.0"],"ties":false}""",
                "0 passed, 3 failed, 0 skipped",
            ],
            output);
    }

    [Fact]
    public void Run_CodeUnderTestThrows_IsAFailureThatShowsIt()
    {
        Write("prioritize.jsonl", Right.Replace("prioritizeTags", "unheardOf", StringComparison.Ordinal));

        var (status, output, _) = Run("--show", "1");

        Assert.Equal((1, "prioritize: 0 passed, 1 failed, 0 skipped"), (status, output[0]));
        Assert.Contains("Exception", output[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]")]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]", "FOLDER", "--suite")]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]", "FOLDER", "--show", "many")]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]", "FOLDER", "--show", "-1")]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]", "FOLDER", "--other")]
    [InlineData("usage: FOLDER [--suite NAME] [--show N]", "FOLDER", "FOLDER")]
    [InlineData("no such folder: /no/such/folder", "/no/such/folder")]
    [InlineData("no cases in FOLDER", "FOLDER")]
    [InlineData("no suite 'x' in FOLDER", "FOLDER", "--suite", "x")]
    public void Run_InvalidArguments_ReportsThemAndExitsWith2(string problem, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var status = CommandLine.Run([.. args.Select(WithFolder)], output, error);

        Assert.Equal((2, "", WithFolder(problem)), (status, output.ToString(), error.ToString().TrimEnd()));
    }

    private string WithFolder(string text) => text.StartsWith("usage", StringComparison.Ordinal)
        ? text
        : text.Replace("FOLDER", _folder.FullName, StringComparison.Ordinal);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, params string[] lines) => File.WriteAllLines(At(name), lines);

    private void AssertRun(int status, string[] lines, params string[] options)
    {
        var (actual, output, error) = Run(options);
        Assert.Equal(lines, output);
        Assert.Equal((status, ""), (actual, error));
    }

    private (int Status, string[] Output, string Error) Run(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = CommandLine.Run([_folder.FullName, .. options], output, error);
        return (status, output.ToString().TrimEnd().Split(output.NewLine), error.ToString());
    }
}
