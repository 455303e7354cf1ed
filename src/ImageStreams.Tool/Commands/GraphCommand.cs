using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Draws the graph, or what a tag is made from.</summary>
internal sealed class GraphCommand : ToolCommand
{
    private readonly InputOptions _input = new(new ClusterOptions());
    private readonly OutputOption _output = new(OutputOption.Dot, OutputOption.Mermaid, OutputOption.Json, OutputOption.Html);
    private readonly Option<string?> _tag = new("--tag", "-t")
    {
        Description = "Draw only what this tag is made from.",
        HelpName = "TAG",
    };

    public GraphCommand()
        : base("graph", "Draws streams, builds and workloads.", "imagestreams graph deploy/ --format html > graph.html")
    {
        _input.AddTo(this);
        _output.AddTo(this);
        Add(_tag);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var graph = input.Workspace.Graph;
        var slice = parsed.GetValue(_tag) is { } tag ? graph.GetDependencies(input.ParseTag(tag)) : graph.ToSlice();
        if (slice.Unknown is { } unknown)
        {
            throw ToolException.Failed(unknown.Explanation);
        }

        PictureOutput.Write(environment, input, new PictureSubject { Command = "graph", Title = "Image streams", Slice = slice }, _output.Read(parsed));
        return input.GetExitCode(isFine: true);
    }
}
