using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The tags of a stream that are to be imported now.</summary>
public sealed record ImportJob
{
    /// <summary>The stream.</summary>
    public required ImageStreamName Stream { get; init; }

    /// <summary>What to ask the image API for.</summary>
    public required ImageStreamImport Request { get; init; }

    /// <summary>When it became due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The names of the tags, in the order of the request; one that the server is to name is left out.</summary>
    public ValueList<string> Tags =>
        Request.Spec.Images.Select(image => image.To?.Name).OfType<string>().ToValueList();
}
