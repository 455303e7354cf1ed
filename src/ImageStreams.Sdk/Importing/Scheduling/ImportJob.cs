using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The tags of a stream that must be imported now.</summary>
public sealed record ImportJob
{
    /// <summary>The name of the stream.</summary>
    public required ImageStreamName Stream { get; init; }

    /// <summary>The request to send to the image API.</summary>
    public required ImageStreamImport Request { get; init; }

    /// <summary>The time at which it became due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The stream as it was when the job became due.</summary>
    internal ImageStream Before { get; init; } = new();

    /// <summary>The names of the tags, in the order of the request; tags that the server names are left out.</summary>
    public ValueList<string> Tags =>
        Request.Spec.Images.Select(image => image.To?.Name).OfType<string>().ToValueList();

    /// <summary>Returns the stream and the number of images.</summary>
    public override string ToString() => $"{Stream}: {Request.Spec.Images.Count} images";
}
