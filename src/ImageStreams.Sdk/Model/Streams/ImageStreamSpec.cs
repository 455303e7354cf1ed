using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The desired state of a stream.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamSpec")]
public sealed partial record ImageStreamSpec
{
    /// <summary>The lookup policy, which determines whether short image names in the namespace mean this stream.</summary>
    [WireField("lookupPolicy", Optional = true)]
    public ImageLookupPolicy LookupPolicy { get; init; } = ImageLookupPolicy.Default;

    /// <summary>A repository to import as a whole. Deprecated in OpenShift: prefer tags with a <c>from</c>.</summary>
    [WireField("dockerImageRepository", OmitEmpty = true)]
    public string? DockerImageRepository { get; init; }

    /// <summary>The spec tags, by name.</summary>
    [WireField("tags", OmitEmpty = true, MergeKey = "name")]
    public KeyedList<TagReference> Tags { get; init; }

    /// <summary>
    /// Creates a copy as users write it, to compare a stream of a server with its manifest: spec tags by name, without the
    /// generations that servers and imports write, and with the defaults that they fill in.
    /// </summary>
    /// <remarks>
    /// Two specs mean the same when their copies are equal. Spec tags that the import of a repository has added are kept.
    /// </remarks>
    /// <param name="importMode">The import mode that the server sets for tags without one;
    /// <see cref="ImportMode.Legacy"/> when not set.</param>
    /// <returns>The copy.</returns>
    public ImageStreamSpec AsWritten(ImportMode importMode = default) => this with
    {
        Tags = Tags.Select(tag => tag.AsWritten(importMode)).OrderBy(tag => tag.Name, StringComparer.Ordinal).ToKeyedList(),
        DockerImageRepository = string.IsNullOrEmpty(DockerImageRepository) ? null : DockerImageRepository,
    };

    /// <summary>Returns the number of tags.</summary>
    public override string ToString() => Quantity.Format(Tags.Count, "tag");
}
