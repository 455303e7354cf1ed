using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The output of the commands over a cluster that has the objects of the sample folder, as recorded texts.</summary>
public sealed class ClusterOutputTests : IAsyncLifetime
{
    /// <summary>The recorded texts: file name, exit code, command line. OVER is a folder with changes.</summary>
    private static readonly (string File, int ExitCode, string Line)[] Outputs =
    [
        ("cluster-doctor.txt", ToolExitCode.Findings, "doctor"),
        ("cluster-doctor.json", ToolExitCode.Findings, "doctor -o json"),
        ("cluster-resolve.txt", ToolExitCode.Fine, "resolve --all"),
        ("cluster-explain.txt", ToolExitCode.Fine, "explain --tag ruby:stable"),
        ("cluster-impact.txt", ToolExitCode.Fine, "impact --tag shop/ruby:3.3"),
        ("cluster-impact.json", ToolExitCode.Fine, "impact --tag shop/ruby:3.3 -o json"),
        ("cluster-graph.mmd", ToolExitCode.Fine, "graph -o mermaid"),
        ("cluster-cycles.txt", ToolExitCode.Fine, "cycles"),
        ("cluster-over-doctor.txt", ToolExitCode.Findings, "doctor OVER"),
        ("cluster-over-doctor.json", ToolExitCode.Findings, "doctor OVER -o json"),
        ("cluster-over-impact.txt", ToolExitCode.Fine, "impact OVER --tag ruby:3.4"),
        ("cluster-over-resolve.txt", ToolExitCode.Fine, "resolve OVER --all"),
    ];

    private ShopCluster _shop = null!;

    public static TheoryData<string> Files => [.. Outputs.Select(output => output.File)];

    public async Task InitializeAsync()
    {
        _shop = await ShopCluster.StartAsync();
        await _shop.CreateObjectsAsync();
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RunAsync_CommandLine_WritesTheRecordedText(string file)
    {
        var (_, exitCode, line) = Outputs.Single(output => output.File == file);
        var args = line.Replace("OVER", RepositoryFiles.Data("over"), StringComparison.Ordinal).Split(' ');

        var run = await ToolRun.RunAsync([.. args, "--kubeconfig", _shop.Kubeconfig]);

        Assert.Empty(run.Error);
        GoldenFile.AssertEqual(file, run.Out);
        Assert.Equal(exitCode, run.ExitCode);
    }
}
