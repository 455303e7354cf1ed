using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>Finds the names of images in manifests that have no digest.</summary>
internal static class PinCandidates
{
    /// <summary>Finds the names in all objects.</summary>
    public static IEnumerable<PinItem> Find(ManifestSet manifests) => manifests.Objects.SelectMany(Find);

    /// <summary>Determines whether a name has a digest already.</summary>
    public static bool IsPinned(string? name) => ImageReference.TryParse(name, out var reference) && reference.Id.Length > 0;

    private static IEnumerable<PinItem> Find(ManifestObject source) => source.Value switch
    {
        ImageStream stream => FindSpecTags(source, stream),
        BuildConfig build => FindBase(source, build),
        DeploymentConfig => FindContainers(source, ToWorkload(source)),
        Workload workload => FindContainers(source, workload),
        _ => [],
    };

    /// <summary>Reads a deployment configuration as a workload, which it is, too.</summary>
    public static Workload ToWorkload(ManifestObject source) => Workload.Parse(source.Json.Utf8);

    private static IEnumerable<PinItem> FindSpecTags(ManifestObject source, ImageStream stream) => stream.Spec.Tags
        .Select((tag, index) => (Tag: tag, Path: string.Create(CultureInfo.InvariantCulture, $"spec.tags[{index}].from.name")))
        .Where(one => one.Tag.From is { Kind: ReferenceKinds.DockerImage } from && !IsPinned(from.Name))
        .Select(one => new PinItem
        {
            Source = source,
            Path = one.Path,
            Kind = PinKind.SpecTag,
            Before = one.Tag.From!.Name ?? "",
            IsInsecure = one.Tag.ImportPolicy.Insecure,
        });

    private static IEnumerable<PinItem> FindBase(ManifestObject source, BuildConfig build)
    {
        var strategy = build.Spec.Strategy;
        var bases = new (string Name, ObjectReference? From)[]
        {
            ("sourceStrategy", strategy.SourceStrategy?.From),
            ("dockerStrategy", strategy.DockerStrategy?.From),
            ("customStrategy", strategy.CustomStrategy?.From),
        };
        return bases
            .Where(one => one.From is { Kind: ReferenceKinds.DockerImage } from && !IsPinned(from.Name))
            .Select(one => new PinItem
            {
                Source = source,
                Path = $"spec.strategy.{one.Name}.from.name",
                Kind = PinKind.BuildBase,
                Before = one.From!.Name ?? "",
            });
    }

    private static IEnumerable<PinItem> FindContainers(ManifestObject source, Workload workload) => workload.Containers
        .Where(container => !IsPinned(container.Image))
        .Select(container => new PinItem
        {
            Source = source,
            Path = $"{container.Path}.image",
            Kind = PinKind.Container,
            Before = container.Image ?? "",
        });
}
