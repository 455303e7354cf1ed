using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Turns the objects of a store into custom resources, and back.</summary>
/// <remarks>
/// <para>A custom resource looks like its object. What its server would set or refuse is in the text of the field <c>stored</c>: the
/// UID, the times, the generation, the owners of fields, and a name that is not one of DNS.</para>
/// <para>An object that the custom resource cannot say, such as one with a field that the definition does not have, is in that text as a
/// whole. It counts for as long as nobody else changes the custom resource, which its checksum shows.</para>
/// </remarks>
internal sealed class StoredCodec<T>(StoredKind<T> kind) : IStoredForm<T>
    where T : ApiObject, IWireObject<T>
{
    private const string ExactField = "exact";
    private const string ChecksumField = "of";

    private static readonly ImageStreamJsonOptions OfAnyGroup = new() { CheckKind = false };

    public string KindName => kind.Name;

    public ClusterResourceType Type => kind.Type;

    public string? UnorderedSelector => $"{NaturalMetadata.UnorderedLabel}={NaturalMetadata.UnorderedValue}";

    public string EncodeName(string name) => StoredNames.Encode(name);

    public T Written(T sent, T received) => Decode(WithVersion(sent, received.Metadata.ResourceVersion));

    // The cluster would keep an object with finalizers.
    public T Free(T resource) => resource.Metadata.Finalizers.Count == 0
        ? resource
        : resource with { Metadata = resource.Metadata with { Finalizers = default } };

    /// <summary>Turns an object into its custom resource.</summary>
    public T Encode(T value)
    {
        var (shown, canonical) = Show(value);
        var kept = new ClusterObject
        {
            Kind = value.Kind,
            ApiVersion = value.ApiVersion,
            Metadata = NaturalMetadata.CreateKept(value.Metadata),
        };
        if (canonical is null || !canonical.AsSpan().SequenceEqual(Canonical(Join(shown, kept))))
        {
            kept = kept with { UnknownFields = CreateExact(value, shown) };
        }

        var others = default(ValueMap<RawJson>).Set(StoredKinds.StoredField, RawTexts.Create(ImageStreamJson.Serialize(kept)));
        var summary = kind.Summarize(value);
        return kind.WithOthers(shown, summary.IsAbsent ? others : others.Set(StoredKinds.SummaryField, summary));
    }

    /// <summary>Turns a custom resource into its object; one that another program made is as its server has it.</summary>
    public T Decode(T resource)
    {
        var others = kind.GetOthers(resource);
        var shown = kind.WithOthers(resource, others.Remove(StoredKinds.StoredField).Remove(StoredKinds.SummaryField));
        return others.TryGetValue(StoredKinds.StoredField, out var text) && TryRead(text) is { } kept
            ? FindExact(shown, kept) ?? Join(shown, kept)
            : shown with { ApiVersion = $"{KubernetesStoreOptions.ImageGroup}/{KubernetesStoreOptions.Version}" };
    }

    /// <summary>Creates what the custom resource shows, as its server will have it, and the canonical form of the object; null where
    /// there is none.</summary>
    private (T Shown, byte[]? Canonical) Show(T value)
    {
        var metadata = NaturalMetadata.Create(value.Metadata);
        var natural = kind.WithOthers(value with { Kind = kind.Name, ApiVersion = kind.ApiVersion, Metadata = metadata }, default);
        if (Prune(natural) is { } pruned)
        {
            return (ImageStreamJson.Deserialize<T>(pruned, OfAnyGroup), Canonical(value));
        }

        var bare = kind.Empty with { Kind = kind.Name, ApiVersion = kind.ApiVersion, Metadata = metadata };
        return (ImageStreamJson.Deserialize<T>(Prune(bare)!, OfAnyGroup), null);
    }

    private byte[]? Prune(T value) => CanonicalJson.TryWrite(ImageStreamJson.SerializeToUtf8Bytes(value), kind.Schema.Root);

    private static byte[]? Canonical(T value) => CanonicalJson.TryWrite(ImageStreamJson.SerializeToUtf8Bytes(WithVersion(value, null)), null);

    private static T Join(T shown, ClusterObject kept) => shown with
    {
        Kind = kept.Kind,
        ApiVersion = kept.ApiVersion,
        Metadata = NaturalMetadata.Join(shown.Metadata, kept.Metadata),
    };

    private static ValueMap<RawJson> CreateExact(T value, T shown) => default(ValueMap<RawJson>)
        .Set(ExactField, RawJson.Parse(ImageStreamJson.SerializeToUtf8Bytes(WithVersion(value, null))))
        .Set(ChecksumField, RawTexts.Create(ContentChecksum.Compute(shown)));

    private static T? FindExact(T shown, ClusterObject kept)
    {
        if (!kept.UnknownFields.TryGetValue(ExactField, out var exact)
            || !kept.UnknownFields.TryGetValue(ChecksumField, out var checksum)
            || RawTexts.Find(checksum) != ContentChecksum.Compute(shown))
        {
            return null;
        }

        return WithVersion(ImageStreamJson.Deserialize<T>(exact.Utf8, OfAnyGroup), shown.Metadata.ResourceVersion);
    }

    private static ClusterObject? TryRead(RawJson text)
    {
        try
        {
            return RawTexts.Find(text) is { } json ? ImageStreamJson.Deserialize<ClusterObject>(json) : null;
        }
        catch (WireFormatException)
        {
            // Somebody else has changed it: the custom resource itself counts.
            return null;
        }
    }

    private static T WithVersion(T value, string? version) =>
        value with { Metadata = value.Metadata with { ResourceVersion = version } };
}
