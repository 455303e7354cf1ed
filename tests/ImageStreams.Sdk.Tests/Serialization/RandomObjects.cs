using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Serialization;

/// <summary>Generates records with every kind of field, some of them absent.</summary>
public sealed class RandomObjects(int seed)
{
    private static readonly string[] Texts =
        ["", "a", "é😀", "\u2028<&>\"\\/", "a@b", "@", "a@", "quay.io/org/app@sha256:" + new string('0', 64), "\0\u001f\u007f", "\uFFFD"];

    private static readonly string[] Jsons = ["{}", "[]", "0", "\"\"", "1e400", "{\"b\":1,\"a\":[true,null]}", "\"\\u003c\""];

    private readonly Random _random = new(seed);

    public static Arbitrary<RandomObjects> Objects() =>
        Gen.Choose(0, int.MaxValue).Select(seed => new RandomObjects(seed)).ToArbitrary();

    public ImageStream Stream() => new()
    {
        Kind = Flag() ? ImageStream.KindName : null,
        Metadata = Meta(),
        Spec = new() { LookupPolicy = new() { Local = Flag() }, Tags = Some(SpecTag).ToKeyedList(), UnknownFields = Unknown("dockerImageRepository") },
        Status = new() { DockerImageRepository = Text(), Tags = Some(History).ToKeyedList() },
        UnknownFields = Unknown("spec", "status", "metadata", "kind"),
    };

    public Image Image() => new()
    {
        Metadata = Meta(),
        DockerImageReference = Maybe(Text),
        DockerImageMetadata = Flag() ? default : RawJson.Parse(Jsons[_random.Next(Jsons.Length)]),
        DockerImageLayers = Some(() => new ImageLayer { Name = Text(), LayerSize = Number(), MediaType = Text() }).ToValueList(),
        DockerImageSignatures = Some(Bytes).ToValueList(),
        Signatures = Some(Signature).ToValueList(),
    };

    private ImageSignature Signature() => new()
    {
        Type = Text(),
        Content = Bytes(),
        Created = MaybeTime(),
        SignedClaims = Map(Text),
        IssuedBy = Flag() ? null : new() { CommonName = Maybe(Text) },
        Conditions = Some(() => new SignatureCondition { Type = Text(), LastProbeTime = Time() }).ToValueList(),
    };

    private ObjectMeta Meta() => new()
    {
        Name = Maybe(Text),
        Namespace = Maybe(Text),
        Generation = Number(),
        CreationTimestamp = Time(),
        DeletionTimestamp = MaybeTime(),
        DeletionGracePeriodSeconds = Flag() ? null : Number(),
        Labels = Map(Text),
        Finalizers = Some(Text).ToValueList(),
        UnknownFields = Unknown("name", "labels"),
    };

    private TagReference SpecTag() => new()
    {
        Name = Text(),
        Annotations = Map(Text),
        From = Flag() ? null : new() { Kind = Maybe(Text), Name = Maybe(Text), UnknownFields = Unknown("kind") },
        Reference = Flag(),
        Generation = Flag() ? null : Number(),
        ImportPolicy = new() { Scheduled = Flag(), ImportMode = new(Text()) },
        ReferencePolicy = new() { Type = new(Text()) },
    };

    private NamedTagEventList History() => new()
    {
        Tag = Text(),
        Items = Some(() => new TagEvent
        {
            Created = Time(),
            DockerImageReference = Text(),
            Image = Text(),
            Generation = Number(),
            Platforms = Some(Text).ToValueList(),
        }).ToValueList(),
        Conditions = Some(() => new TagEventCondition { Type = Text(), Status = new(Text()), Message = Maybe(Text) }).ToValueList(),
    };

    private T[] Some<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];

    private ValueMap<T> Map<T>(Func<T> make) => Some(() => KeyValuePair.Create(Text(), make())).ToValueMap();

    /// <summary>Fields that the type has only in another spelling, and fields that it does not have.</summary>
    private ValueMap<RawJson> Unknown(params string[] known) =>
        Some(() => KeyValuePair.Create(
            Flag() ? known[_random.Next(known.Length)].ToUpperInvariant() : $"x-{Text()}",
            RawJson.Parse(Jsons[_random.Next(Jsons.Length)]))).ToValueMap();

    private ValueList<byte> Bytes() => Encoding.UTF8.GetBytes(Text()).ToValueList();

    private Timestamp Time() =>
        Flag() ? default : Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddSeconds(_random.NextInt64(-1L << 35, 1L << 37)));

    /// <summary>As in Go, a pointer to the zero time is written as null, and reads back as null.</summary>
    private Timestamp? MaybeTime() => Time() is { IsSet: true } time ? time : null;

    private long Number() => Flag() ? _random.Next(3) : _random.NextInt64(long.MinValue, long.MaxValue);

    private string Text() => Texts[_random.Next(Texts.Length)];

    /// <summary>A text that is omitted when empty: an empty one reads back as null.</summary>
    private string? Maybe(Func<string> make) => make() is { Length: > 0 } text && Flag() ? text : null;

    private bool Flag() => _random.Next(2) == 0;
}
