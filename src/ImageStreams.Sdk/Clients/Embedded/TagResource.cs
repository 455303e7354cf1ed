using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>One of the two resources of single tags, with its names and errors.</summary>
internal sealed record TagResource
{
    /// <summary><c>imagestreamtags</c>.</summary>
    public static TagResource StreamTags { get; } = new()
    {
        Plural = ResourceNames.Tags,
        Singular = ResourceNames.Tag,
        Kind = ImageStreamTag.KindName,
    };

    /// <summary><c>imagetags</c>.</summary>
    public static TagResource ImageTags { get; } = new()
    {
        Plural = ResourceNames.ImageTags,
        Singular = ResourceNames.ImageTag,
        Kind = ImageTag.KindName,
    };

    public required string Plural { get; init; }

    public required string Singular { get; init; }

    public required string Kind { get; init; }

    /// <summary>Parses the name of a tag.</summary>
    /// <exception cref="ApiException">The name is not <c>stream:tag</c> (<see cref="ApiFailure.BadRequest"/>).</exception>
    public (string Stream, string Tag) Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ImageStreamTagName.TryParseLocalName(name, out var parsed)
            ? (parsed.Stream, parsed.Tag)
            : throw ApiErrors.BadRequest($"{Kind}s must be retrieved with <name>:<tag>");
    }

    /// <summary>Parses the name of a new tag, which is split at the first colon.</summary>
    /// <exception cref="ApiException">The name has no colon (OpenShift answers that with 500), or no stream.</exception>
    public static (string Stream, string Tag) ParseNew(string name) =>
        ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            ? (stream, tag)
            : throw ApiErrors.Unexpected($"{ApiErrors.Quote(name)} must be of the form <stream_name>:<tag>");

    /// <summary>Checks that the stream of a tag has not changed since its writer read it.</summary>
    /// <param name="stream">The stream; a stream without a UID does not exist yet.</param>
    /// <param name="version">The version that was read; null or empty for any.</param>
    /// <param name="name">The tag's name.</param>
    /// <exception cref="ApiException">The stream has changed, or does not exist.</exception>
    public void RequireVersion(ImageStream stream, string? version, string name)
    {
        if (string.IsNullOrEmpty(version) || version == stream.Metadata.ResourceVersion)
        {
            return;
        }

        throw stream.Metadata.Uid is null
            ? ApiErrors.NotFound(Plural, name)
            : ApiErrors.Conflict(
                Plural, name, $"another caller has updated the resource version to {stream.Metadata.ResourceVersion}");
    }

    /// <exception cref="ApiException">There are errors.</exception>
    public void RequireValid(string name, ValueList<FieldError> errors)
    {
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(Kind, name, errors);
        }
    }
}
