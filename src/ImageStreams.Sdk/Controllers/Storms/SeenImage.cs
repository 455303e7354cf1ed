using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>An image, and the time at which it was first seen in a tag.</summary>
internal sealed record SeenImage
{
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The name of the image, or its pull spec when it has none.</summary>
    public required string Image { get; init; }

    public required DateTimeOffset At { get; init; }
}
