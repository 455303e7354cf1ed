using System.Globalization;

namespace ImageStreams.Clients;

/// <summary>The image that a wait for a tag expects; all conditions that are set must be met.</summary>
/// <remarks>Without any, every image will do, also one that the tag has had for long.</remarks>
public sealed record TagExpectation
{
    /// <summary>The image's name, which is a digest such as <c>sha256:…</c>; null, the default, for any.</summary>
    public string? Image { get; init; }

    /// <summary>The name of the image that the tag has now, to wait for another one; null, the default, for any.</summary>
    public string? OtherThanImage { get; init; }

    /// <summary>The generation after which the spec tag of the image must come; null, the default, for any.</summary>
    /// <remarks>The <c>metadata.generation</c> of the stream before a change that the tag is to follow.</remarks>
    public long? AfterGeneration { get; init; }

    /// <summary>The time after which the tag must have moved to the image, to the second; null, the default, for any.</summary>
    /// <remarks>It is compared with the clock of the server. A move within the same second is not after it.</remarks>
    public Timestamp? CreatedAfter { get; init; }

    internal static TagExpectation Any { get; } = new();

    /// <summary>Determines whether an event of a tag has the image.</summary>
    /// <param name="tagEvent">The event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tagEvent"/> is null.</exception>
    public bool IsMetBy(TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(tagEvent);
        return (Image is null || tagEvent.Image == Image)
            && (OtherThanImage is null || tagEvent.Image != OtherThanImage)
            && (AfterGeneration is null || tagEvent.Generation > AfterGeneration)
            && (CreatedAfter is null || tagEvent.Created > CreatedAfter);
    }

    /// <summary>Returns the conditions in words.</summary>
    public override string ToString()
    {
        var parts = new List<string> { Image is null ? "an image" : $"the image {Image}" };
        Add(OtherThanImage, "other than");
        Add(AfterGeneration?.ToString(CultureInfo.InvariantCulture), "after generation");
        Add(CreatedAfter?.ToString(), "created after");
        return string.Join(' ', parts);

        void Add(string? value, string words) => parts.AddRange(value is null ? [] : [words, value]);
    }

    /// <summary>Determines whether a failed import is a later one than those that the conditions leave out.</summary>
    internal bool Concerns(TagEventCondition failure) =>
        (AfterGeneration is null || failure.Generation > AfterGeneration)
        && (CreatedAfter is null || failure.LastTransitionTime > CreatedAfter);
}
