using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>The options that select findings, and those that fail a command.</summary>
internal sealed class FindingOptions
{
    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1.",
        HelpName = "error|warning|note",
        DefaultValueFactory = _ => "warning",
    };

    private readonly Option<string[]> _ignored = new("--ignore")
    {
        Description = "A code that is not reported, such as IST1112; repeatable, also separated by commas.",
        HelpName = "CODE",
    };

    public FindingOptions() => _failOn.AcceptOnlyFromAmong("error", "warning", "note");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_failOn);
        command.Add(_ignored);
    }

    /// <summary>Reads the least severity that fails the command.</summary>
    public TriggerSeverity ReadFailOn(ParseResult parsed) => parsed.GetValue(_failOn) switch
    {
        "error" => TriggerSeverity.Error,
        "note" => TriggerSeverity.Note,
        _ => TriggerSeverity.Warning,
    };

    /// <summary>Reads the codes that are not reported.</summary>
    public ValueList<string> ReadIgnored(ParseResult parsed) =>
    [
        .. (parsed.GetValue(_ignored) ?? [])
            .SelectMany(codes => codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];
}
