using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Lifecycle;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The streams that OpenShift's figures for creating one are taken on.</summary>
public static class NewStreams
{
    private const string Repository = "quay.io/org/app";

    private static readonly TagImportPolicy ImportPolicy = new() { ImportMode = ImportMode.Legacy };
    private static readonly TagReferencePolicy ReferencePolicy = new() { Type = ReferencePolicyType.Source };

    /// <summary>Everything is allowed, and the registry is that of a cluster.</summary>
    public static StreamContext Context { get; } = new()
    {
        InternalRegistryHostname = "image-registry.openshift-image-registry.svc:5000",
        Now = new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero),
    };

    /// <summary>
    /// A stream of tags in groups of four: two imported, one that only references its pull spec, and one that follows it.
    /// </summary>
    public static ImageStream Generate(int tags) => new()
    {
        Kind = ImageStream.KindName,
        ApiVersion = ImageStream.GroupVersion,
        Metadata = new() { Namespace = "ns", Name = "stream" },
        Spec = new() { Tags = Enumerable.Range(0, tags).Select(Tag).ToKeyedList() },
    };

    private static TagReference Tag(int t) => new()
    {
        Name = GetName(t),
        From = t % 4 == 3
            ? ObjectReference.ImageStreamTag(GetName(t - 1))
            : ObjectReference.DockerImage($"{Repository}:{GetName(t)}"),
        Reference = t % 4 == 2,
        ImportPolicy = ImportPolicy,
        ReferencePolicy = ReferencePolicy,
    };

    private static string GetName(int t) => string.Create(CultureInfo.InvariantCulture, $"tag{t:D4}");
}
