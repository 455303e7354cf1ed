using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>The tags and images of a command line that move.</summary>
internal sealed record ImpactQuestion
{
    /// <summary>The names of tags.</summary>
    public required ValueList<string> Tags { get; init; }

    /// <summary>The pull specs of images.</summary>
    public required ValueList<string> Images { get; init; }

    /// <summary>The moves, <c>TAG=IMAGE</c>.</summary>
    public required ValueList<string> Moves { get; init; }

    /// <summary>Requires one kind of question.</summary>
    public void Require()
    {
        var kinds = (Tags.IsEmpty ? 0 : 1) + (Images.IsEmpty ? 0 : 1) + (Moves.IsEmpty ? 0 : 1);
        if (kinds != 1)
        {
            throw ToolException.Usage("Name what moves, with one of --tag, --image and --move.");
        }

        if (Images.Count > 1)
        {
            throw ToolException.Usage("Name one --image at a time.");
        }
    }
}
