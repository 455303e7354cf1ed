using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>The options that name the tags that a command is about.</summary>
internal sealed class TagOptions
{
    private readonly Option<string[]> _tags = new("--tag", "-t")
    {
        Description = "A tag, NAMESPACE/STREAM:TAG or STREAM:TAG; repeatable.",
        HelpName = "TAG",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every tag." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_tags);
        command.Add(_all);
    }

    /// <summary>Requires tags, before anything is loaded.</summary>
    public void Require(ParseResult parsed)
    {
        var isNamed = parsed.GetValue(_tags) is { Length: > 0 };
        if (isNamed == parsed.GetValue(_all))
        {
            throw ToolException.Usage("Name tags with --tag, or ask for --all of them.");
        }
    }

    /// <summary>Reads the tags; empty for all of them.</summary>
    public ValueList<ImageStreamTagName> Read(ParseResult parsed, LoadedInput input) =>
        [.. (parsed.GetValue(_tags) ?? []).Select(input.ParseTag)];
}
