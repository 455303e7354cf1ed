using System.CommandLine;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>The argument for some of the tags of a lock.</summary>
internal sealed class LockTagArgument
{
    private readonly Argument<string[]> _tags = new("tags")
    {
        Description = "Some of the locked tags. Default: all of them.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "tag",
    };

    /// <summary>Adds the argument to a command.</summary>
    public void AddTo(Command command) => command.Add(_tags);

    /// <summary>Reads the tags.</summary>
    /// <exception cref="ToolException">A tag is not in the lock.</exception>
    public ValueList<string> Read(ParseResult parsed, LockFile file)
    {
        if (parsed.GetValue(_tags) is not { Length: > 0 } tags)
        {
            return [.. file.Lock.Images.Select(image => image.Tag)];
        }

        return tags.FirstOrDefault(tag => file.Lock.Find(tag) is null) is { } missing
            ? throw ToolException.Usage($"'{missing}' is not in {file.Path}; 'imagestreams lock add' adds it.")
            : [.. tags.Distinct(StringComparer.Ordinal)];
    }
}
