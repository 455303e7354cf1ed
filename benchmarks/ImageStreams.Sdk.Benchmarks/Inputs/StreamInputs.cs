using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The streams that OpenShift's figures are taken on: <c>stream(ns, name, T tags, E events)</c>.</summary>
public static class StreamInputs
{
    private const string Repository = "quay.io/org/app";
    private static readonly DateTimeOffset FirstEvent = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    /// <summary>A stream of tags, each with its image to follow and a history of events, one per minute.</summary>
    public static ImageStream Stream(string space, string name, int tags, int events) => new()
    {
        Kind = ImageStream.KindName,
        ApiVersion = ImageStream.GroupVersion,
        Metadata = new() { Namespace = space, Name = name, ResourceVersion = "1" },
        Spec = new() { Tags = Enumerable.Range(0, tags).Select(SpecTag).ToKeyedList() },
        Status = new()
        {
            DockerImageRepository = $"image-registry.openshift-image-registry.svc:5000/{space}/{name}",
            Tags = Enumerable.Range(0, tags).Select(t => History(t, events)).ToKeyedList(),
        },
    };

    /// <summary>The digest that stands for an image of a number.</summary>
    public static string Digest(long image) => Invariant($"sha256:{image:x64}");

    private static TagReference SpecTag(int t) => new()
    {
        Name = TagName(t),
        From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = $"{Repository}:{TagName(t)}" },
        Generation = t + 1,
        ImportPolicy = new() { ImportMode = ImportMode.Legacy },
        ReferencePolicy = new() { Type = t % 2 == 0 ? ReferencePolicyType.Source : ReferencePolicyType.Local },
    };

    private static NamedTagEventList History(int t, int events) => new()
    {
        Tag = TagName(t),
        Items = Enumerable.Range(0, events).Select(e => Event(t, e, ((long)t * events) + e)).ToValueList(),
    };

    private static TagEvent Event(int t, int e, long image) => new()
    {
        Created = FirstEvent.AddMinutes(e),
        Image = Digest(image),
        DockerImageReference = $"{Repository}@{Digest(image)}",
        Generation = t + 1,
    };

    private static string TagName(int t) => Invariant($"tag{t:D4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
