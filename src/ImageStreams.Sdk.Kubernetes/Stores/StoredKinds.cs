using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Kubernetes;

/// <summary>The kinds of a store.</summary>
internal static class StoredKinds
{
    /// <summary>The field of a custom resource that has what its server would change.</summary>
    public const string StoredField = "stored";

    /// <summary>The field of a custom resource that tables show.</summary>
    public const string SummaryField = "summary";

    public const string StreamsPlural = "imagestreams";

    public const string ImagesPlural = "images";

    public static StoredKind<ImageStream> CreateStreams(string group) => new()
    {
        Name = ImageStream.KindName,
        Type = new() { Group = group, Version = KubernetesStoreOptions.Version, Plural = StreamsPlural },
        Schema = GetSchema(ImageStream.KindName),
        Empty = new ImageStream(),
        Summarize = StreamSummary.Create,
        GetOthers = static stream => stream.UnknownFields,
        WithOthers = static (stream, others) => stream with { UnknownFields = others },
    };

    public static StoredKind<Image> CreateImages(string group) => new()
    {
        Name = Image.KindName,
        Type = new() { Group = group, Version = KubernetesStoreOptions.Version, Plural = ImagesPlural, IsNamespaced = false },
        Schema = GetSchema(Image.KindName),
        Empty = new Image(),
        Summarize = static image => RawJson.Parse($"{{\"digest\":\"{JsonEncodedText.Encode(image.Name)}\"}}"),
        GetOthers = static image => image.UnknownFields,
        WithOthers = static (image, others) => image with { UnknownFields = others },
    };

    /// <summary>Gets the fields of a kind.</summary>
    public static ObjectSchema GetSchema(string kind) =>
        ObjectSchemas.Find(KubernetesStoreOptions.ImageGroup, KubernetesStoreOptions.Version, kind)!;
}
