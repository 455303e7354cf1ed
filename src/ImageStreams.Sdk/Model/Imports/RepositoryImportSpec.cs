using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A repository that an import requests.</summary>
[WireObject(Definition = DefinitionNames.Image + "RepositoryImportSpec")]
public sealed partial record RepositoryImportSpec
{
    /// <summary>The repository, a reference of kind <c>DockerImage</c>.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The import policy of the tags.</summary>
    [WireField("importPolicy", Optional = true)]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>The reference policy of the tags.</summary>
    [WireField("referencePolicy", Optional = true)]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>Gets a value indicating whether the response includes the manifests.</summary>
    [WireField("includeManifest", OmitEmpty = true)]
    public bool IncludeManifest { get; init; }

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a client leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of tags that have none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public RepositoryImportSpec WithDefaults(ImportMode importMode = default)
    {
        var referencePolicy = ReferencePolicy.WithDefaults();
        var importPolicy = ImportPolicy.WithDefaults(importMode);
        return ReferenceEquals(referencePolicy, ReferencePolicy) && ReferenceEquals(importPolicy, ImportPolicy)
            ? this
            : this with { ReferencePolicy = referencePolicy, ImportPolicy = importPolicy };
    }

    /// <summary>Returns the repository.</summary>
    public override string ToString() => From.Name ?? "";
}
