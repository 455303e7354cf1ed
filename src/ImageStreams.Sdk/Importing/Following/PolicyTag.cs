using ImageStreams.Lifecycle;
using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A spec tag that follows a repository by a policy.</summary>
/// <param name="Name">The name of the tag.</param>
/// <param name="SpecTag">The spec tag.</param>
/// <param name="From">The reference that it follows now, with Docker's defaults.</param>
/// <param name="Repository">The repository, with the namespace of the stream as the scope of credentials.</param>
internal sealed record PolicyTag(
    ImageStreamTagName Name, TagReference SpecTag, ImageReference From, RegistryRepository Repository)
{
    private static readonly string[] Rules =
        [TagPolicyAnnotation.Name, TagGatesAnnotation.Name, TagApprovalsAnnotation.Name];

    /// <summary>Reads the tags of a stream that have a policy and follow a tag in a registry.</summary>
    public static IEnumerable<PolicyTag> ReadAll(ImageStream stream) =>
        stream.Spec.Tags.Select(specTag => Read(stream, specTag)).OfType<PolicyTag>();

    /// <summary>Reads a spec tag; null when it has no policy, or follows no tag in a registry.</summary>
    public static PolicyTag? Read(ImageStream stream, TagReference specTag)
    {
        if (!specTag.Annotations.ContainsKey(TagPolicyAnnotation.Name)
            || !ImportNeeds.IsImportable(specTag)
            || !ImageReference.TryParse(specTag.From!.Name, out var reference)
            || reference.Id.Length > 0
            || !ImportTarget.IsInRegistry(reference))
        {
            return null;
        }

        var name = ImageStreamName.From(stream).WithTag(specTag.Name);
        var repository = ImportTarget.CreateRepository(reference, specTag.ImportPolicy.Insecure, stream.Namespace);
        return new PolicyTag(name, specTag, reference.ToDockerClientDefaults(), repository);
    }

    /// <summary>Determines whether another version of the tag has the same rules for the same repository.</summary>
    public bool HasSameRules(PolicyTag other) => Repository == other.Repository
        && Array.TrueForAll(Rules, rule => Get(rule) == other.Get(rule));

    /// <summary>Determines whether a spec tag is still the one that was decided on.</summary>
    public bool IsStill(TagReference? specTag) => specTag is not null
        && specTag.From == SpecTag.From
        && Array.TrueForAll(Rules, rule => specTag.Annotations.GetValueOrDefault(rule) == Get(rule));

    private string? Get(string annotation) => SpecTag.Annotations.GetValueOrDefault(annotation);
}
