using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The output of every command over the sample folder and a folder with a status, as recorded texts.</summary>
public sealed class GoldenOutputTests
{
    /// <summary>The recorded texts: file name, exit code, command line. SHOP is the sample folder, STORED has a status.</summary>
    private static readonly (string File, int ExitCode, string Line)[] Outputs =
    [
        ("doctor.txt", ToolExitCode.Findings, "doctor SHOP"),
        ("doctor.json", ToolExitCode.Findings, "doctor SHOP -o json"),
        ("doctor.github.txt", ToolExitCode.Findings, "doctor SHOP -o github"),
        ("validate.txt", ToolExitCode.Findings, "validate SHOP"),
        ("validate.json", ToolExitCode.Findings, "validate SHOP -o json"),
        ("validate-lenient.txt", ToolExitCode.Fine, "validate SHOP --lenient"),
        ("resolve.txt", ToolExitCode.Fine, "resolve SHOP --all"),
        ("resolve.json", ToolExitCode.Fine, "resolve SHOP --all -o json"),
        ("resolve-as-stored.txt", ToolExitCode.Findings, "resolve SHOP --all --as-stored"),
        ("resolve-status.txt", ToolExitCode.Fine, "resolve STORED --tag ruby:stable"),
        ("resolve-status.json", ToolExitCode.Fine, "resolve STORED --tag ruby:stable -o json"),
        ("explain.txt", ToolExitCode.Fine, "explain SHOP --tag shop/ruby:stable"),
        ("explain.json", ToolExitCode.Fine, "explain SHOP --tag shop/ruby:stable -o json"),
        ("impact.txt", ToolExitCode.Fine, "impact SHOP --tag shop/ruby:3.3"),
        ("impact.json", ToolExitCode.Fine, "impact SHOP --tag shop/ruby:3.3 -o json"),
        ("impact.md", ToolExitCode.Fine, "impact SHOP --tag shop/ruby:3.3 -o markdown"),
        ("impact.mmd", ToolExitCode.Fine, "impact SHOP --tag shop/ruby:3.3 -o mermaid"),
        ("impact.dot", ToolExitCode.Fine, "impact SHOP --tag shop/ruby:3.3 -o dot"),
        ("impact-threshold.txt", ToolExitCode.Findings, "impact SHOP --tag shop/ruby:3.3 --threshold 3"),
        ("impact-image.txt", ToolExitCode.Fine, "impact SHOP --image registry.access.redhat.com/ubi9/ruby-33:latest"),
        ("impact-move.txt", ToolExitCode.Fine, "impact SHOP --move shop/ruby:3.3=shop/worker:latest"),
        ("impact-move.json", ToolExitCode.Fine, "impact SHOP --move shop/ruby:3.3=shop/worker:latest -o json"),
        ("impact-move.md", ToolExitCode.Fine, "impact SHOP --move shop/ruby:3.3=shop/worker:latest -o markdown"),
        ("impact-unknown.txt", ToolExitCode.Failed, "impact SHOP --tag shop/rubi:3.3"),
        ("admit.txt", ToolExitCode.Fine, "admit SHOP"),
        ("admit.json", ToolExitCode.Fine, "admit SHOP -o json"),
        ("cycles.txt", ToolExitCode.Findings, "cycles LOOP"),
        ("cycles.json", ToolExitCode.Findings, "cycles LOOP -o json"),
        ("cycles-none.txt", ToolExitCode.Fine, "cycles SHOP"),
        ("cycles-move.txt", ToolExitCode.Fine, "impact LOOP --tag one:latest"),
        ("graph.dot", ToolExitCode.Fine, "graph SHOP"),
        ("graph.mmd", ToolExitCode.Fine, "graph SHOP -o mermaid"),
        ("graph.json", ToolExitCode.Fine, "graph SHOP -o json --tag worker:latest"),
        ("convert.yaml", ToolExitCode.Fine, "convert SHOP"),
        ("convert.json", ToolExitCode.Fine, "convert SHOP -o json"),
        ("forecast.txt", ToolExitCode.Fine, "forecast SHOP"),
        ("forecast.json", ToolExitCode.Fine, "forecast SHOP -o json"),
        ("pin-check.txt", ToolExitCode.Findings, "pin STORED --check"),
        ("pin.json", ToolExitCode.Findings, "pin STORED -o json"),
        ("lock-diff.txt", ToolExitCode.Fine, "lock diff LOCKS/before.lock.json LOCKS/after.lock.json"),
        ("lock-diff.json", ToolExitCode.Findings, "lock diff LOCKS/before.lock.json LOCKS/after.lock.json --check -o json"),
    ];

    public static TheoryData<string> Files => [.. Outputs.Select(output => output.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RunAsync_CommandLine_WritesTheRecordedText(string file)
    {
        var (_, exitCode, line) = Outputs.Single(output => output.File == file);
        var args = line.Replace("SHOP", RepositoryFiles.Shop, StringComparison.Ordinal)
            .Replace("STORED", RepositoryFiles.Data("stored"), StringComparison.Ordinal)
            .Replace("LOOP", RepositoryFiles.Data("loop"), StringComparison.Ordinal)
            .Replace("LOCKS", RepositoryFiles.Data("locks"), StringComparison.Ordinal)
            .Split(' ');

        var run = await ToolRun.RunAsync(args);

        GoldenFile.AssertEqual(file, run.Out);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Error);
    }
}
