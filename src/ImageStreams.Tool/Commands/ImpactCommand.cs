using System.CommandLine;
using System.CommandLine.Parsing;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Finds what rebuilds and rolls out when tags or images move.</summary>
internal sealed class ImpactCommand : ToolCommand
{
    private readonly InputOptions _input = new(new ClusterOptions());
    private readonly OutputOption _output = new(
        OutputOption.Text,
        OutputOption.Json,
        OutputOption.Markdown,
        OutputOption.Mermaid,
        OutputOption.Dot,
        OutputOption.Html);

    private readonly Option<string[]> _tags = new("--tag", "-t")
    {
        Description = "A tag that moves, NAMESPACE/STREAM:TAG or STREAM:TAG; repeatable.",
        HelpName = "TAG",
    };

    private readonly Option<string[]> _images = new("--image", "-i")
    {
        Description = "An image outside the streams that moves, such as quay.io/team/base:1.",
        HelpName = "PULLSPEC",
    };

    private readonly Option<string[]> _moves = new("--move")
    {
        Description = "What if the tag followed another image, or the tag NAMESPACE/STREAM:TAG of a stream? Repeatable.",
        HelpName = "TAG=IMAGE",
    };

    private readonly Option<int?> _threshold = new("--threshold")
    {
        Description = "Exit code 1 when more builds and rollouts than this happen by themselves.",
        HelpName = "N",
    };

    public ImpactCommand()
        : base("impact", "Finds what rebuilds and rolls out when a tag or an image moves, in waves, and why.", "imagestreams impact deploy/ --tag openshift/nodejs:20 --threshold 10")
    {
        _input.AddTo(this);
        _output.AddTo(this);
        _moves.Validators.Add(CheckMoves);
        Add(_tags);
        Add(_images);
        Add(_moves);
        Add(_threshold);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var question = new ImpactQuestion
        {
            Tags = Read(parsed, _tags),
            Images = Read(parsed, _images),
            Moves = Read(parsed, _moves),
        };
        question.Require();
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var report = ImpactReport.Create(question, input);
        ImpactWriter.Write(environment, report, _output.Read(parsed));
        if (report.Impact.Moved.IsEmpty)
        {
            return ToolExitCode.Failed;
        }

        var threshold = parsed.GetValue(_threshold);
        return input.GetExitCode(threshold is null || report.Impact.Builds + report.Impact.Rollouts <= threshold);
    }

    private static ValueList<string> Read(ParseResult parsed, Option<string[]> option) => [.. parsed.GetValue(option) ?? []];

    private static void CheckMoves(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1 || token.Value.EndsWith('=')))
        {
            result.AddError($"--move {token.Value} is not TAG=IMAGE.");
        }
    }
}
